import { expect, it } from 'vitest';
import { readToken, worksOnTickets } from './session';

const token = (claims: unknown) =>
  ['e30', btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_'), 'x'].join('.');

it('reads who is signed in from the token', () => {
  const caller = readToken(token({ sub: 'p', tenant: 't', roles: ['AGENT', 'AUDITOR'] }));
  expect(caller).toEqual({ person: 'p', tenant: 't', roles: ['agent', 'auditor'] });
  expect(worksOnTickets(caller)).toBe(true);
});

it('gives nobody a role that the token does not name', () => {
  expect(worksOnTickets(readToken(token({ sub: 'p', tenant: 't' })))).toBe(false);
});
