/** One way to write a number. */
export interface NumberFormat {
  shape: RegExp;
  /** Whether the check digit is right; absent: it has none. */
  checks?: (number: string) => boolean;
  /** So many other numbers look like this that the shape alone says nothing. */
  weak?: boolean;
}

/** As printed on labels and mails, numbers come with spaces and in any case. */
export const plainTrackingNumber = (number: string): string => number.replace(/[\s-]/g, '').toUpperCase();

/** 0: none of these formats. 1: has the shape of one. 2: and its check digit is right. */
export function recognised(formats: readonly NumberFormat[], trackingNumber: string): 0 | 1 | 2 {
  const number = plainTrackingNumber(trackingNumber);
  const shaped = formats.filter(({ shape }) => shape.test(number));
  if (shaped.some(({ checks }) => checks?.(number))) return 2;
  return shaped.some(({ weak }) => !weak) ? 1 : 0;
}

/** Whether the last digit is what `digitOf` makes of some of the digits before it. */
export function lastDigit(
  digitOf: (body: string) => string,
  bodyOf: (number: string) => string = (number) => number.slice(0, -1),
) {
  return (number: string): boolean => digitOf(bodyOf(number)) === number.slice(-1);
}
