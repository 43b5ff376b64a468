import { Memory } from './memory';
import { Refusal, type Rest } from './rest';
import { SessionKeeper } from './session-keeper';
import { memoryShelf, type Shelf } from './storage';

const jwt = (sub: string): string => `x.${Buffer.from(JSON.stringify({ sub, name: 'Zoë' })).toString('base64url')}.y`;

describe('the session of a visitor', () => {
  let shelf: Shelf;
  let memory: Memory;
  let asked: any[];
  let refuse: ((body: any) => Refusal | null) | null;
  beforeEach(() => {
    shelf = memoryShelf();
    memory = new Memory(shelf, 'k');
    asked = [];
    refuse = null;
  });
  const keeper = (identity: string | null = null): SessionKeeper => {
    const rest = {
      session: async (body: any) => {
        asked.push(body);
        const refusal = refuse?.(body);
        if (refusal) throw refusal;
        return { token: body.identity ? `for ${body.identity}` : (body.token ?? 'new') };
      },
    } as unknown as Rest;
    return new SessionKeeper(
      rest,
      memory,
      (_name, work) => work(),
      () => ({ locale: 'de' }),
      identity,
    );
  };

  it('is kept over visits', async () => {
    await keeper().obtain();
    await keeper().obtain();
    expect(asked).toEqual([{ locale: 'de' }, { locale: 'de', token: 'new' }]);
  });
  it('follows the signed token, which replaces the anonymous one', async () => {
    await keeper().obtain();
    await keeper(jwt('sam')).obtain();
    expect(memory.get()).toMatchObject({ token: `for ${jwt('sam')}`, subject: 'sam' });
  });
  it('tells that somebody else was here before', async () => {
    expect(keeper().identify(jwt('sam'))).toBe(false);
    await keeper(jwt('sam')).obtain();
    expect(keeper().identify(jwt('sam'))).toBe(false);
    expect(keeper().identify(jwt('kim'))).toBe(true);
    expect(keeper().identify('not a token')).toBe(true);
  });
  it('goes on with the session when its signed token has expired', async () => {
    await keeper(jwt('sam')).obtain();
    refuse = (body) => (body.identity ? new Refusal(401, 'identity_expired', '') : null);
    await expect(keeper(jwt('sam')).obtain()).resolves.toMatchObject({ token: `for ${jwt('sam')}` });
  });
  it("never falls back to another person's session", async () => {
    await keeper(jwt('sam')).obtain();
    refuse = (body) => (body.identity ? new Refusal(401, 'identity_expired', '') : null);
    await expect(keeper(jwt('kim')).obtain()).rejects.toBeInstanceOf(Refusal);
  });
});
