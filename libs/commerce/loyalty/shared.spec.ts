import { Shared } from './shared';

function world() {
  let time = 0;
  let asked = 0;
  const shared = new Shared<number>(60_000, () => new Date(time), 2);
  return {
    shared,
    get: (key: string) => shared.get(key, async () => (asked += 1)),
    pass: (ms: number) => (time += ms),
    asked: () => asked,
  };
}

describe('shared answers', () => {
  it('ask once for all who wait, and for a minute', async () => {
    const { get, pass, asked } = world();
    expect(await Promise.all([get('w c a'), get('w c a'), get('w c a')])).toEqual([1, 1, 1]);
    pass(59_999);
    expect(await get('w c a')).toBe(1);
    pass(1);
    expect(await get('w c a')).toBe(2);
    expect(asked()).toBe(2);
  });

  it('ask again after a failure', async () => {
    const { shared, get } = world();
    await expect(shared.get('w c a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await get('w c a')).toBe(1);
  });

  it('forget one person, and what is underway about them', async () => {
    const { shared, get } = world();
    await get('w c a');
    await get('w c b');
    shared.forget('w ', ' a');
    expect([await get('w c a'), await get('w c b')]).toEqual([3, 2]);
    let answer = (_: number): void => undefined;
    shared.forget('w ', ' a');
    const old = shared.get('w c a', () => new Promise((resolve) => (answer = resolve)));
    await Promise.resolve();
    shared.forget('w ', ' a');
    answer(99);
    expect(await old).toBe(99);
    expect(await get('w c a')).toBe(4);
  });

  it('hold no more than they may', async () => {
    const { get } = world();
    for (const key of ['a', 'b', 'c']) await get(key);
    expect([await get('b'), await get('c'), await get('a')]).toEqual([2, 3, 4]);
  });
});
