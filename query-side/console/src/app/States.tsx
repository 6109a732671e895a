import { Alert, Button, Center, Loader, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { messages } from './messages';
import { asProblem } from './problem';
import { useReached } from './reach';
import { useTexts } from './texts';

/** Says nothing for a moment, so that what comes at once does not flicker. */
export function Loading() {
  const t = useTexts(messages);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center p="xl" role="status" mih={80}>
      {late && <Loader size="sm" aria-hidden />}
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
    </Center>
  );
}

export function Failed({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useTexts(messages);
  const problem = asProblem(error);
  return (
    <Alert color="red" title={t('failed')} role="alert" m="sm">
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{problem.status === 0 ? t('unreachable') : problem.message}</Text>
        {reset && (
          <Button size="xs" variant="default" onClick={reset}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Nothing is here, and what could be done about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Center p="xl">
      <Stack align="center" gap="xs" ta="center">
        <Text fw={600}>{title}</Text>
        {children}
      </Stack>
    </Center>
  );
}

export function Missing() {
  const t = useTexts(messages);
  return (
    <Empty title={t('missing')}>
      <Link to="/">{t('home')}</Link>
    </Empty>
  );
}

export function NotForYou() {
  const t = useTexts(messages);
  return (
    <Center p="xl">
      <Stack align="center" ta="center">
        <Title order={1} size="h3">
          {t('notForYou')}
        </Title>
        <Text>{t('notForYouHint')}</Text>
      </Stack>
    </Center>
  );
}

export function Offline() {
  const t = useTexts(messages);
  const reached = useReached();
  return (
    <div role="status">
      {!reached && (
        <Alert color="yellow" icon={<IconCloudOff size={18} aria-hidden />} mb="sm" py="xs">
          {t('offline')}
        </Alert>
      )}
    </div>
  );
}
