import { TestClock } from '@satchel/testing';
import { LIMITS, TooMany, WidgetRateLimits } from './rate-limits';

describe('what one sender may do', () => {
  const clock = new TestClock();
  let limits: WidgetRateLimits;
  const times = (n: number, who: string): void => {
    for (let i = 0; i < n; i++) limits.take([['sessionsOfIp', who]]);
  };

  beforeEach(() => {
    clock.set('2026-11-20T10:00:00Z');
    limits = new WidgetRateLimits(clock);
  });

  it('ends at the limit, says when it goes on, and then goes on', () => {
    times(LIMITS.sessionsOfIp.most, '203.0.113.7');
    expect(() => times(1, '203.0.113.7')).toThrow(TooMany);
    try {
      times(1, '203.0.113.7');
    } catch (error) {
      clock.advance((error as TooMany).retryAfterS * 1000);
    }
    times(1, '203.0.113.7');
    expect(() => times(1, '203.0.113.7')).toThrow(TooMany);
  });

  it('is counted for each sender alone', () => {
    times(LIMITS.sessionsOfIp.most, '203.0.113.7');
    times(LIMITS.sessionsOfIp.most, '203.0.113.8');
  });

  it('is taken from every count or from none', () => {
    times(LIMITS.sessionsOfIp.most, '203.0.113.7');
    const both = () => limits.take([['sessionsOfWorkspace', 'w'], ['sessionsOfIp', '203.0.113.7']]); // prettier-ignore
    for (let i = 0; i < LIMITS.sessionsOfWorkspace.most; i++) expect(both).toThrow(TooMany);
    limits.take([['sessionsOfWorkspace', 'w']]);
  });
});
