const value = (digit: string): number => Number(digit);

/** GS1's modulo 10 (retail, SSCC, USPS, FedEx Ground): from the right every second digit counts three times. */
export function gs1Digit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => total + value(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** The weights go over the digits again and again from the left; of the sum the rest by `modulo`, and of that the last digit. */
export function weightedDigit(body: string, weights: readonly number[], modulo: number): string {
  const sum = [...body].reduce(
    (total, digit, place) => total + value(digit) * (weights[place % weights.length] ?? 0),
    0,
  );
  return String((sum % modulo) % 10);
}

/** What is left of the whole number when it is divided by seven. */
export function mod7Digit(body: string): string {
  return String([...body].reduce((rest, digit) => (rest * 10 + value(digit)) % 7, 0));
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Of the eight digits between the letters of an UPU S10 number, as posts all over the world write it. */
export function s10Digit(serial: string): string {
  const sum = [...serial].reduce((total, digit, place) => total + value(digit) * (S10_WEIGHTS[place] ?? 0), 0);
  const digit = 11 - (sum % 11);
  return String(digit === 10 ? 0 : digit === 11 ? 5 : digit);
}
