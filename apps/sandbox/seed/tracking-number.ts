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

/** FedEx Express, 12 digits: the first eleven weigh 3, 1, 7 over and over; the sum mod 11, and of that the last digit. */
export function fedexNumber(serial: number): string {
  const body = String(serial).padStart(11, '0');
  const weights = [3, 1, 7];
  const sum = [...body].reduce((before, digit, place) => before + Number(digit) * (weights[place % 3] ?? 0), 0);
  return `${body}${(sum % 11) % 10}`;
}

/** USPS, 22 digits: 94, service (3), mailer (9), serial (7); from the right every second digit counts three times. */
export function uspsNumber(serial: number): string {
  const body = `94001902345678${String(serial).padStart(7, '0')}`;
  const sum = [...body]
    .reverse()
    .reduce((before, digit, place) => before + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A DHL Express waybill, ten digits: the first nine, and what is left of them when divided by seven. */
export function dhlNumber(serial: number): string {
  const body = String(serial).padStart(9, '0');
  return `${body}${Number(body) % 7}`;
}
