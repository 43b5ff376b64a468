import { hasRole } from './roles';

describe('roles', () => {
  it.each([
    ['agent', 'agent', true],
    ['agent', 'lead', false],
    ['lead', 'agent', true],
    ['lead', 'admin', false],
    ['admin', 'admin', true],
    ['admin', 'owner', false],
    ['owner', 'admin', true],
    [null, 'agent', false],
    ['stranger', 'agent', false],
    ['owner', 'no such role', false],
  ])('%s asks for what needs %s', (actual, needed, may) => {
    expect(hasRole(actual, needed)).toBe(may);
  });
});
