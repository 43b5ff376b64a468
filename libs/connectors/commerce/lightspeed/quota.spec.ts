import { Quota } from './quota';

const told = (remaining: string, reset: string, limit = '300/3000/12000') =>
  new Headers({ 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset });

function inFakeTime() {
  let now = 1_000;
  const slept: number[] = [];
  const quota = new Quota({
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  });
  return { quota, slept, pass: (ms: number) => (now += ms) };
}
const refusal = (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('the quota of a Lightspeed key', () => {
  it('lets everything through before the shop has told its windows', async () => {
    const { quota, slept } = inFakeTime();
    for (let time = 0; time < 500; time += 1) await quota.turn();
    expect(slept).toEqual([]);
  });

  it('waits for a window that ends soon, and goes on with a full one', async () => {
    const { quota, slept } = inFakeTime();
    quota.learn(told('0/2999/11999', '3/2063/23663'));
    await quota.turn();
    expect(slept).toEqual([3_000]);
    await quota.turn();
    expect(slept).toHaveLength(1);
  });

  it.each([
    ['0/10/10', '263/2063/23663', 263_000],
    ['5/0/10', '4/2063/23663', 2_063_000],
    ['0/0/0', '4/5/23663', 23_663_000],
  ])('tells for how long when %s are left and %s are to go', async (remaining, reset, retryAfterMs) => {
    const { quota, slept, pass } = inFakeTime();
    quota.learn(told(remaining, reset));
    expect(await refusal(quota.turn())).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs });
    expect(slept).toEqual([]);
    pass(retryAfterMs);
    await quota.turn();
    expect(slept).toEqual([]);
  });

  it('counts what is on its way before an answer tells', async () => {
    const { quota } = inFakeTime();
    quota.learn(told('2/2999/11999', '60/2063/23663'));
    await quota.turn();
    await quota.turn();
    expect(await refusal(quota.turn())).toMatchObject({ code: 'rate_limited', retryAfterMs: 60_000 });
  });

  it('keeps a share for others from who asks for less', async () => {
    const { quota } = inFakeTime();
    quota.learn(told('90/2999/11999', '60/2063/23663'));
    expect(await refusal(quota.turn(0.3))).toMatchObject({ code: 'rate_limited' });
    await quota.turn();
  });

  it.each([
    [told('0/2999/11999', '40/2063/23663'), 40_000],
    [new Headers({ 'retry-after': '17' }), 17_000],
    [new Headers({ 'retry-after': 'Fri, 20 Nov 2026 12:00:30 GMT' }), 30_000],
    [new Headers(), 60_000],
    [new Headers({ 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '1' }), 60_000],
  ])('waits as long as "too many" says, and asks nothing meanwhile', async (headers, expected) => {
    const { quota, pass } = inFakeTime();
    expect(quota.refused(headers, new Date('2026-11-20T12:00:00Z'))).toBe(expected);
    pass(expected - 6_000);
    expect(await refusal(quota.turn())).toMatchObject({ code: 'rate_limited', retryAfterMs: 6_000 });
    pass(6_000);
    await quota.turn();
  });
});
