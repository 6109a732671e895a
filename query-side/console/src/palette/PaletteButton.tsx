import { Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../app/texts';
import { messages } from './messages';

const Palette = lazy(() => import('./Palette').then(({ Palette: found }) => ({ default: found })));

export function PaletteButton() {
  const t = useTexts(messages);
  const [open, { toggle, close, open: show }] = useDisclosure(false);
  // Also while somebody writes: no field takes these keys for itself.
  useHotkeys([['mod+K', toggle]], []);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={show}
        visibleFrom="sm"
      >
        {t('search')}
      </Button>
      <Button variant="default" size="xs" onClick={show} hiddenFrom="sm" aria-label={t('search')}>
        <IconSearch size={16} aria-hidden />
      </Button>
      {open && (
        <Suspense>
          <Palette close={close} />
        </Suspense>
      )}
    </>
  );
}
