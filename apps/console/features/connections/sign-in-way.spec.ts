import type { ConnectionBody, ConnectorBody, ConnectorFieldBody } from '@satchel/contracts';
import { fieldsOf, firstWay, problemsBefore, signInRequest, typedGrant, waysOf } from './sign-in-way';

const field = (name: string, more: Partial<ConnectorFieldBody> = {}): ConnectorFieldBody => ({
  ...{ name, label: name, type: 'text', required: false, help: null },
  ...more,
});
const email: ConnectorBody = {
  id: 'email',
  kind: 'channel',
  label: 'Email',
  needsAddress: true,
  steps: [],
  scopes: [],
  fields: [
    field('auth', {
      type: 'choice',
      options: ['password', 'google', 'microsoft'].map((value) => ({ value, label: `By ${value}` })),
    }),
    field('client'),
    field('refreshToken', { type: 'secret' }),
    field('tenant'),
    field('smtpHost', { required: true }),
  ],
  signIn: {
    providers: [
      { id: 'google', label: 'Google', fields: ['client'] },
      { id: 'microsoft', label: 'Microsoft', fields: ['client', 'tenant'] },
    ],
    chosenBy: 'auth',
    grants: ['refreshToken'],
    redirectUri: 'https://desk.example/back',
  },
};
const ups: ConnectorBody = { ...email, id: 'ups', signIn: undefined };
const names = (fields: ConnectorFieldBody[]): string[] => fields.map(({ name }) => name);
const values = (credentials: Record<string, string>) => ({ label: ' Support ', address: 'a@b.example', credentials });

describe('the ways to sign in', () => {
  it('are typing, and each provider', () => {
    expect(waysOf(email)).toEqual([
      { value: 'password', label: 'By password' },
      { value: 'google', label: 'Sign in with Google' },
      { value: 'microsoft', label: 'Sign in with Microsoft' },
    ]);
    expect(waysOf(ups)).toEqual([]);
  });
  it('begin with the one that is stored', () => {
    expect(firstWay(email, null)).toBe('password');
    const stored = { signIn: { provider: 'microsoft', label: 'Microsoft' } } as ConnectionBody;
    expect(firstWay(email, stored)).toBe('microsoft');
  });
});

describe('the fields', () => {
  it('of a provider are its client; nobody is asked for a token', () => {
    const { shown, more } = fieldsOf(email, 'google');
    expect([names(shown), names(more)]).toEqual([['client'], ['refreshToken', 'tenant', 'smtpHost']]);
  });
  it('of a password are those of no provider', () => {
    expect(names(fieldsOf(email, 'password').shown)).toEqual(['smtpHost']);
    expect(fieldsOf(email, 'password').more).toEqual([]);
  });
  it('of a connector without a sign-in are all', () => {
    expect(fieldsOf(ups, '').shown).toHaveLength(5);
  });
  it('that have an editor of their own are left to it', () => {
    const fields = [field('url'), field('operations', { editor: 'own' })];
    expect(names(fieldsOf({ ...ups, fields }, '').shown)).toEqual(['url']);
    const { shown, more } = fieldsOf({ ...email, fields: [...email.fields, ...fields] }, 'google');
    expect([...names(shown), ...names(more)]).not.toContain('operations');
  });
  it('that the provider brings are not needed before', () => {
    expect(problemsBefore(email, values({})).fields).toEqual({});
    expect(Object.keys(problemsBefore(email, { label: '', address: '', credentials: {} }).fields)).toEqual([
      'label',
      'address',
    ]);
  });
  it('tell whether a token was typed after all', () => {
    expect(typedGrant(email, values({ client: 'x' }))).toBe(false);
    expect(typedGrant(email, values({ refreshToken: 'x' }))).toBe(true);
    expect(typedGrant(ups, values({ refreshToken: 'x' }))).toBe(false);
  });
});

describe('what is sent', () => {
  it('names the connector for a new one, and the connection for one that is there', () => {
    const typed = values({ client: 'the-client', tenant: '' });
    expect(signInRequest(email, typed, 'google', null)).toEqual({
      ...{ connectorId: 'email', provider: 'google', label: 'Support', address: 'a@b.example' },
      credentials: { client: 'the-client' },
    });
    expect(signInRequest(email, typed, 'google', 'the-id')).toEqual({
      ...{ connectionId: 'the-id', provider: 'google', label: 'Support', address: 'a@b.example' },
      credentials: { client: 'the-client' },
    });
  });
});
