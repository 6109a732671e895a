import {
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, type Asked } from '../app/api';
import { organisation } from '../app/organisation';
import { asProblem } from '../app/problem';
import { signOut, useCaller } from '../app/session';
import { Failed, Loading, NotForYou } from '../app/States';
import { useTexts } from '../app/texts';
import { failure, success } from '../app/told';
import { messages } from './messages';
import { demonstrate, finish, rename, setPassword } from './queries';

/** What a new organisation is asked first, and can be asked again. */
export function SetupPage() {
  const asked = useQuery(organisation());
  const { roles } = useCaller();
  return !roles.includes('admin') ? (
    <NotForYou />
  ) : asked.isPending ? (
    <Loading />
  ) : asked.isError ? (
    <Failed error={asked.error} reset={() => void asked.refetch()} />
  ) : (
    <Questions known={asked.data} />
  );
}

function Questions({ known }: { known: Asked['OrganisationQueryControllerOrganisation'] }) {
  const t = useTexts(messages);
  const caller = useCaller();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const isFirst = !known.setUp;
  const [name, setName] = useState(known.name ?? '');
  // A password that is written anew is another wish than the one that may have been heard already.
  const [password, setOne] = useState({ current: '', fresh: '', key: newKey() });
  const [fill, setFill] = useState(false);
  const type = (part: { current?: string; fresh?: string }) =>
    setOne((before) => ({ ...before, ...part, key: newKey() }));
  const wantsPassword = password.current !== '' || password.fresh !== '';

  const demonstration = useMutation({ mutationFn: demonstrate });
  const answer = useMutation({
    // What was refused is asked for again with all before it, which happens no second time.
    mutationFn: async () => {
      if (name.trim() !== (known.name ?? '')) {
        await rename(name.trim(), newKey());
      }
      if (wantsPassword) {
        await setPassword(caller.person, password.current, password.fresh, password.key);
      }
      if (fill) {
        await demonstration.mutateAsync();
      }
      if (isFirst) {
        await finish(false);
      }
      if (wantsPassword) {
        await signOut();
      }
    },
    onSuccess: async () => {
      if (wantsPassword) {
        cache.clear();
        success(t('signInAgain'));
      } else {
        await cache.invalidateQueries();
        success(t('saved'));
      }
      await navigate({ to: '/' });
    },
  });
  const skip = useMutation({
    mutationFn: () => finish(true),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: organisation().queryKey });
      await navigate({ to: '/' });
    },
    onError: failure(t('failed')),
  });
  const problem = answer.error === null ? undefined : asProblem(answer.error);
  const field = problem?.text('field');
  const at = (name: string) => (field === name ? problem?.message : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate();
      }}
    >
      <Stack maw={560} mx="auto">
        <div>
          <Title order={1} size="h3">
            {isFirst ? t('welcome') : t('setup')}
          </Title>
          {isFirst && <Text c="dimmed">{t('hint')}</Text>}
        </div>
        {problem && !['name', 'current', 'password'].includes(field ?? '') && (
          <Alert color="red" role="alert" title={t('failed')}>
            {problem.message}
          </Alert>
        )}
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          autoComplete="organization"
          maxLength={120}
          required={Boolean(known.name)}
          value={name}
          error={at('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Fieldset legend={t('password')}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('passwordHint')}
            </Text>
            <PasswordInput
              label={t('current')}
              autoComplete="current-password"
              required={wantsPassword}
              value={password.current}
              error={at('current')}
              onChange={(event) => type({ current: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('fresh')}
              description={t('freshHint')}
              autoComplete="new-password"
              minLength={12}
              required={wantsPassword}
              value={password.fresh}
              error={at('password')}
              onChange={(event) => type({ fresh: event.currentTarget.value })}
            />
          </Stack>
        </Fieldset>
        {isFirst && (
          <Checkbox
            label={t('demonstration')}
            description={t('demonstrationHint')}
            checked={fill}
            onChange={(event) => setFill(event.currentTarget.checked)}
          />
        )}
        <Text size="sm" role="status">
          {demonstration.isPending && t('filling')}
        </Text>
        <Group justify="flex-end">
          {isFirst && (
            <Button
              variant="default"
              loading={skip.isPending}
              disabled={answer.isPending}
              onClick={() => skip.mutate()}
            >
              {t('later')}
            </Button>
          )}
          <Button type="submit" loading={answer.isPending} disabled={skip.isPending}>
            {isFirst ? t('start') : t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
