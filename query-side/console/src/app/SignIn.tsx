import {
  Alert,
  Button,
  Center,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { messages } from './messages';
import { asProblem } from './problem';
import { signIn } from './session';
import { useTexts } from './texts';

export function SignIn() {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signing = useMutation({
    mutationFn: () => {
      // Whoever comes now is not shown what was read for somebody else.
      cache.clear();
      return signIn(email.trim(), password);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.mutate();
  };
  const problem = signing.error === null ? undefined : asProblem(signing.error);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder shadow="sm" p="xl" w={380} maw="100%">
        <form onSubmit={submit}>
          <Stack>
            <div>
              <Title order={1} size="h2">
                Docket
              </Title>
              <Text c="dimmed" size="sm">
                {t('tagline')}
              </Text>
            </div>
            {problem && (
              <Alert color="red" role="alert">
                {problem.status === 0 ? t('unreachable') : problem.message}
              </Alert>
            )}
            <TextInput
              label={t('email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              data-autofocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('password')}
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={signing.isPending} fullWidth>
              {t('signIn')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
