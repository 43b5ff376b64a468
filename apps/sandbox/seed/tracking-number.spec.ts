import { dhlNumber, fedexNumber, isUpsNumber, upsNumber, uspsNumber } from './tracking-number';
import { World } from './world';

/** The rules once more, told the other way round: a whole number is checked, not made. */
const checks = {
  UPS: isUpsNumber,
  FEDEX: (number: string) => {
    const weighed = [...number].slice(0, 11).map((digit, place) => Number(digit) * [3, 1, 7][place % 3]!);
    return /^\d{12}$/.test(number) && (weighed.reduce((a, b) => a + b) % 11) % 10 === Number(number[11]);
  },
  USPS: (number: string) => {
    const all = [...number].reverse().map((digit, place) => Number(digit) * (place % 2 === 1 ? 3 : 1));
    return /^94\d{20}$/.test(number) && all.reduce((a, b) => a + b) % 10 === 0;
  },
  DHL: (number: string) => /^\d{10}$/.test(number) && Number(number.slice(0, 9)) % 7 === Number(number[9]),
};

it('makes numbers that each carrier would take', () => {
  for (let serial = 1; serial < 400; serial += 7) {
    expect(checks.UPS(upsNumber('9R4F17', '68', serial))).toBe(true);
    expect(checks.FEDEX(fedexNumber(27_000_000_000 + serial * 977))).toBe(true);
    expect(checks.USPS(uspsNumber(serial))).toBe(true);
    expect(checks.DHL(dhlNumber(400_000_000 + serial))).toBe(true);
  }
});

it("gives the past year's parcels right numbers, of all four carriers", () => {
  const world = new World(() => new Date('2026-11-20T12:00:00Z'));
  const parcels = [...world.parcels.values()].filter(({ orderNumber }) => (orderNumber ?? 0) > 2000);
  expect(new Set(parcels.map(({ carrier }) => carrier)).size).toBe(4);
  expect(parcels.filter(({ carrier, number }) => !checks[carrier](number))).toEqual([]);
});
