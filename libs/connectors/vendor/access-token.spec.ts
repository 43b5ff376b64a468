import { AccessToken } from './access-token';

describe('AccessToken', () => {
  let now = new Date('2026-11-20T10:00:00Z');
  let issued = 0;
  const token = () =>
    new AccessToken(
      async () => ({ value: `token-${++issued}`, lifetimeMs: 60 * 60_000 }),
      () => now,
      5 * 60_000,
    );

  beforeEach(() => {
    now = new Date('2026-11-20T10:00:00Z');
    issued = 0;
  });

  it('asks once however many callers wait', async () => {
    const one = token();
    expect(await Promise.all([one.get(), one.get(), one.get()])).toEqual(['token-1', 'token-1', 'token-1']);
  });

  it('asks again five minutes before the end', async () => {
    const one = token();
    await one.get();
    now = new Date('2026-11-20T10:54:59Z');
    expect(await one.get()).toBe('token-1');
    now = new Date('2026-11-20T10:55:00Z');
    expect(await one.get()).toBe('token-2');
  });

  it('forgets a refused token, but not the newer one that another caller already got', async () => {
    const one = token();
    const first = await one.get();
    one.refused(first);
    const second = await one.get();
    one.refused(first);
    expect([second, await one.get()]).toEqual(['token-2', 'token-2']);
  });

  it('tries anew after a failure', async () => {
    let fail = true;
    const one = new AccessToken(
      async () => {
        if (fail) throw new Error('down');
        return { value: 'good', lifetimeMs: 3_600_000 };
      },
      () => now,
      0,
    );
    await expect(one.get()).rejects.toThrow('down');
    fail = false;
    expect(await one.get()).toBe('good');
  });
});
