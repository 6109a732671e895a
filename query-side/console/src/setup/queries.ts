import { answered, commands, once } from '../app/api';

export const rename = (name: string, key: string) =>
  answered(commands.PUT('/api/v1/organisation/name', { body: { name }, headers: once(key) }));

/** From now on nobody is asked at the start. */
export const finish = (skipped: boolean) =>
  answered(commands.POST('/api/v1/organisation/setup', { body: { skipped } }));

/** Ends all sign-ins of the person, this one too. */
export const setPassword = (id: string, current: string, password: string, key: string) =>
  answered(
    commands.PUT('/api/v1/people/{id}/password', {
      params: { path: { id } },
      body: { current, password },
      headers: once(key),
    }),
  );

export const demonstrate = () => answered(commands.POST('/api/v1/demonstration'));
