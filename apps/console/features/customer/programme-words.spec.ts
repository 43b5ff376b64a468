import { everyText, movementText, pointsText } from './programme-words';

const coins = { one: 'Coin', other: 'Coins' };

describe('points in the words of their programme', () => {
  it('are counted as it counts them', () => {
    expect(pointsText(1, coins, 'en')).toBe('1 Coin');
    expect(pointsText(1250, coins, 'en')).toBe('1,250 Coins');
    expect(pointsText(0, coins, 'en')).toBe('0 Coins');
  });
  it('move with a sign', () => {
    expect([500, -1, 0].map((points) => movementText(points, coins, 'en'))).toEqual([
      '+500 Coins',
      '−1 Coin',
      '0 Coins',
    ]);
  });
});

describe('how often a subscription comes', () => {
  it('is said as people say it', () => {
    expect(everyText({ count: 1, unit: 'month' })).toBe('every month');
    expect(everyText({ count: 6, unit: 'week' })).toBe('every 6 weeks');
  });
});
