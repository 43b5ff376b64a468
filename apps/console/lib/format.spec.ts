import { formatBytes, formatDate, formatMoney, initialsOf, words } from './format';

const now = new Date(2026, 10, 20, 15, 0);
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();
const MINUTE = 60_000;

describe('dates', () => {
  it.each([
    [20_000, 'now'],
    [4 * MINUTE, '4m'],
    [3 * 60 * MINUTE, '3h'],
    [50 * 60 * MINUTE, '2d'],
  ])('shows an age of %d ms as %s', (ms, text) => {
    expect(formatDate(ago(ms), 'age', now, 'en')).toBe(text);
  });

  it('names the days around today', () => {
    expect(formatDate('2026-11-20', 'date', now, 'en')).toBe('Today');
    expect(formatDate('2026-11-21', 'date', now, 'en')).toBe('Tomorrow');
    expect(formatDate('2026-11-19', 'day', now, 'en')).toBe('Yesterday');
  });

  it("keeps a carrier's bare date on its day, west of Greenwich too", () => {
    expect(formatDate('2026-11-22', 'date', now, 'en-GB')).toBe('Sun 22 Nov');
  });

  it('shows what it cannot read as it came', () => {
    expect(formatDate('soon', 'date', now)).toBe('soon');
  });
});

describe('money, sizes and names', () => {
  it('reads minor units, also of currencies that have none', () => {
    expect(formatMoney({ amount: 18490, currency: 'EUR' }, 'en')).toBe('€184.90');
    expect(formatMoney({ amount: 1200, currency: 'JPY' }, 'en')).toBe('¥1,200');
  });
  it('shows sizes in the unit that fits', () => {
    expect([formatBytes(512), formatBytes(84213), formatBytes(3_500_000)]).toEqual(['512 B', '82 KB', '3.3 MB']);
  });
  it('makes initials of names and addresses', () => {
    expect([initialsOf('Anna Maria Bergmann'), initialsOf('sam.okonkwo@example.com'), initialsOf('')]).toEqual([
      'AB',
      'SO',
      '?',
    ]);
  });
  it('makes words of codes', () => {
    expect(words('out_for_delivery')).toBe('Out for delivery');
  });
});
