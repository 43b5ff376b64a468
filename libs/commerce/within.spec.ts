import { TookTooLong, within } from './within';

describe('within', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives up on work that takes too long, and hears no more of it', async () => {
    let fail: (error: Error) => void = () => undefined;
    const hanging = new Promise<never>((_, reject) => (fail = reject));
    const result = within(6_000, hanging);
    const refused = expect(result).rejects.toBeInstanceOf(TookTooLong);
    jest.advanceTimersByTime(6_000);
    await refused;
    fail(new Error('too late for anybody'));
  });

  it('leaves no timer behind', async () => {
    await within(6_000, Promise.resolve('done'));
    expect(jest.getTimerCount()).toBe(0);
  });
});
