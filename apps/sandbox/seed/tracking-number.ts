/**
 * The check digit of a UPS 1Z number over the 15 characters after "1Z": letters count as (code - 63) mod 10,
 * every second place doubles, and the digit fills the sum up to a multiple of ten.
 */
export function upsCheckDigit(body: string): string {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const char = body.charCodeAt(place);
    const value = char >= 65 ? (char - 63) % 10 : char - 48;
    sum += place % 2 === 1 ? value * 2 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** A whole number from shipper (6), service (2) and serial (7). */
export function upsNumber(shipper: string, service: string, serial: number): string {
  const body = `${shipper}${service}${String(serial).padStart(7, '0')}`;
  return `1Z${body}${upsCheckDigit(body)}`;
}

export function isUpsNumber(text: string): boolean {
  return /^1Z[0-9A-Z]{15}\d$/.test(text) && upsCheckDigit(text.slice(2, 17)) === text.slice(17);
}
