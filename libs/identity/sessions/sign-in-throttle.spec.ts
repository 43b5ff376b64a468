import { SignInThrottle } from './sign-in-throttle';

describe('the sign-in throttle', () => {
  let now = 0;
  const clock = { now: () => new Date(now) };
  const tryTimes = (throttle: SignInThrottle, times: number, email = 'a@x.example', ip = '1.1.1.1') =>
    Array.from({ length: times }, () => throttle.take(email, ip));

  beforeEach(() => (now = 1_000_000));

  it('lets ten tries through and then names the wait', () => {
    const throttle = new SignInThrottle(clock);
    expect(tryTimes(throttle, 10)).toEqual(Array(10).fill(0));
    expect(throttle.take('a@x.example', '1.1.1.1')).toBe(90);
  });

  it('gives one try back every 90 seconds', () => {
    const throttle = new SignInThrottle(clock);
    tryTimes(throttle, 11);
    now += 90_000;
    expect(tryTimes(throttle, 2)).toEqual([0, 90]);
  });

  it('counts each mail and network address apart, whatever the letters look like', () => {
    const throttle = new SignInThrottle(clock);
    tryTimes(throttle, 10);
    expect(throttle.take(' A@X.example', '1.1.1.1')).toBeGreaterThan(0);
    expect(throttle.take('a@x.example', '2.2.2.2')).toBe(0);
    expect(throttle.take('b@x.example', '1.1.1.1')).toBe(0);
  });

  it('forgets the mistakes after a right password', () => {
    const throttle = new SignInThrottle(clock);
    tryTimes(throttle, 10);
    throttle.clear('a@x.example', '1.1.1.1');
    expect(throttle.take('a@x.example', '1.1.1.1')).toBe(0);
  });
});
