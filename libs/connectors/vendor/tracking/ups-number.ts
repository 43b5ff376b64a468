import { plainTrackingNumber } from './number-formats';

const SHAPE = /^1Z[0-9A-Z]{15}[0-9]$/;

/**
 * 0: not UPS's. 1: has the shape of a 1Z number. 2: and its check digit is right: digits in even places
 * count double, letters count as digits (A = 2 ... H = 9, I = 0 ...), and all of them with the last make a full ten.
 */
export function recogniseUps(trackingNumber: string): 0 | 1 | 2 {
  const number = plainTrackingNumber(trackingNumber);
  if (!SHAPE.test(number)) return 0;
  const sum = [...number.slice(2, -1)]
    .map((char) => (char <= '9' ? Number(char) : (char.charCodeAt(0) - 'A'.charCodeAt(0) + 2) % 10))
    .reduce((total, digit, place) => total + (place % 2 === 1 ? digit * 2 : digit), 0);
  return (10 - (sum % 10)) % 10 === Number(number.slice(-1)) ? 2 : 1;
}
