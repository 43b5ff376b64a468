import { gs1Digit, weightedDigit } from './check-digits';
import { lastDigit, recognised, type NumberFormat } from './number-formats';

const EXPRESS = [3, 1, 7];
const DOOR_TAG_WIDE = [1, 7, 3];
const express = (body: string) => weightedDigit(body, EXPRESS, 11);
const wide = (body: string) => weightedDigit(body, DOOR_TAG_WIDE, 11);

const FORMATS: readonly NumberFormat[] = [
  { shape: /^\d{12}$/, checks: lastDigit(express) },
  // Ground
  { shape: /^\d{15}$/, checks: lastDigit(gs1Digit) },
  { shape: /^\d{18}$/, checks: lastDigit(gs1Digit, (number) => number.slice(2, -1)), weak: true },
  { shape: /^96\d{20}$/, checks: lastDigit(gs1Digit, (number) => number.slice(7, -1)) },
  // Barcodes, as scanners read them
  { shape: /^3\d{31}$/, checks: (code) => express(code.slice(16, 27)) === code.charAt(27), weak: true },
  { shape: /^96\d{32}$/, checks: lastDigit(wide, (code) => code.slice(20, -1)) },
  { shape: /^[0-8]\d{33}$/, checks: lastDigit(wide, (code) => code.slice(20, -1)), weak: true },
];

export const recogniseFedex = (trackingNumber: string): 0 | 1 | 2 => recognised(FORMATS, trackingNumber);
