import { Pace } from './pace';

/** A clock that moves when somebody sleeps; each sleep is told. */
function clockAt(start = 0) {
  const waits: number[] = [];
  const clock = {
    time: start,
    waits,
    now: () => clock.time,
    sleep: async (ms: number) => void waits.push(ms),
  };
  return clock;
}

describe('a pace', () => {
  it('lets a burst go at once, and then one after the other in the order of asking', async () => {
    const clock = clockAt();
    const pace = new Pace('Vendor', { burst: 2, perSecond: 8 }, clock);
    await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);
    expect(clock.waits).toEqual([125, 250]);
  });

  it('never lets more go in a second than the burst and the refill', async () => {
    const clock = clockAt();
    const pace = new Pace('Vendor', { burst: 8, perSecond: 8 }, clock);
    await Promise.all(Array.from({ length: 30 }, () => pace.turn()));
    expect(30 - clock.waits.filter((wait) => wait > 1000).length).toBeLessThanOrEqual(16);
    expect(Math.max(...clock.waits)).toBe(2750);
  });

  it('fills up while nobody asks, and no further than the burst', async () => {
    const clock = clockAt();
    const pace = new Pace('Vendor', { burst: 2, perSecond: 1 }, clock);
    await Promise.all([pace.turn(), pace.turn()]);
    clock.time = 60_000;
    await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
    expect(clock.waits).toEqual([1000]);
  });

  it('waits as long as the vendor asked for, though there was room', async () => {
    const clock = clockAt();
    const pace = new Pace('Vendor', { burst: 8, perSecond: 8 }, clock);
    pace.hold(1_000);
    await Promise.all([pace.turn(), pace.turn()]);
    expect(clock.waits).toEqual([1125, 1250]);
  });

  it('says when to come again instead of letting somebody wait for long', async () => {
    const clock = clockAt();
    const pace = new Pace('Vendor', { burst: 1, perSecond: 1 }, clock);
    pace.hold(60_000);
    await expect(pace.turn()).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 61_000, retryable: true });
    clock.time = 61_000;
    await pace.turn();
    expect(clock.waits).toEqual([]);
  });
});
