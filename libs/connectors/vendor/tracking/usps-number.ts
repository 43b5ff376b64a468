import { gs1Digit, s10Digit } from './check-digits';
import { lastDigit, plainTrackingNumber, recognised, type NumberFormat } from './number-formats';

const FORMATS: readonly NumberFormat[] = [
  { shape: /^9[1-5]\d{20}$/, checks: lastDigit(gs1Digit) },
  { shape: /^9[2-5]\d{24}$/, checks: lastDigit(gs1Digit) },
  { shape: /^9[2-5]\d{28}$/, checks: lastDigit(gs1Digit) },
  // Printed without the 91 that its check digit may count; 00 begins a number of somebody else's.
  {
    shape: /^(?!00)\d{20}$/,
    checks: (number) => lastDigit(gs1Digit)(number) || lastDigit(gs1Digit)(`91${number}`),
    weak: true,
  },
  { shape: /^[A-Z]{2}\d{9}US$/, checks: (number) => s10Digit(number.slice(2, 10)) === number.charAt(10) },
];

/** Barcodes begin with 420 and the ZIP code that the parcel goes to. */
function withoutZip(number: string): string[] {
  return [/^420\d{5}(?=\d{20,30}$)/, /^420\d{9}(?=\d{20,30}$)/].map((zip) => number.replace(zip, ''));
}

export function recogniseUsps(trackingNumber: string): 0 | 1 | 2 {
  const number = plainTrackingNumber(trackingNumber);
  const readings = [number, ...withoutZip(number)].map((one) => recognised(FORMATS, one));
  return readings.includes(2) ? 2 : readings.includes(1) ? 1 : 0;
}
