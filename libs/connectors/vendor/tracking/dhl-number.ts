import { gs1Digit, mod7Digit, s10Digit } from './check-digits';
import { lastDigit, recognised, type NumberFormat } from './number-formats';

const FORMATS: readonly NumberFormat[] = [
  // Express: a waybill, and a piece of it
  { shape: /^\d{10,11}$/, checks: lastDigit(mod7Digit) },
  { shape: /^J[A-Z]{2,3}\d{9,18}$/ },
  // Parcel Germany
  { shape: /^00\d{18}$/, checks: lastDigit(gs1Digit) },
  { shape: /^[A-Z]{2}\d{9}DE$/, checks: (number) => s10Digit(number.slice(2, 10)) === number.charAt(10) },
  // eCommerce
  { shape: /^(GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*\d)[0-9A-Z]{10,39}$/ },
  { shape: /^\d{14}$/ },
];

export const recogniseDhl = (trackingNumber: string): 0 | 1 | 2 => recognised(FORMATS, trackingNumber);
