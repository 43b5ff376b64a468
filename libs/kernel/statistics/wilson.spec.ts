import { wilson } from './wilson';

describe('a share with its interval', () => {
  it('agrees with the published values', () => {
    const { low, high } = wilson(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('never claims certainty', () => {
    expect(wilson(300, 300).low).toBeCloseTo(0.9874, 4);
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});
