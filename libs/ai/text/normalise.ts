/** Control characters but line breaks and tabs, zero-width, bidi marks, soft hyphens, tag characters, variation selectors. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/** True when a text holds characters that a reader cannot see. */
export function hasHidden(text: string): boolean {
  return text.search(HIDDEN) >= 0;
}

/** Untrusted text as plain readable characters: compatibility forms unified, hidden characters gone, digits ASCII. */
export function clean(text: string, maxChars = 8_000): string {
  return asciiDigits(
    text
      .slice(0, maxChars * 2)
      .normalize('NFKC')
      .replace(/\r\n?/g, '\n')
      .replace(HIDDEN, ''),
  )
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, maxChars);
}

/** One line of untrusted text, short. */
export function cleanLine(text: string, maxChars: number): string {
  return clean(text, maxChars).replace(/\s+/g, ' ').trim();
}

/** Lower case without accents: what rules match on. Same length is not kept. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'");
}

/** Digits of every script as ASCII ones: each script's ten digits follow each other from a multiple known by value. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    let zero = code;
    // Decimal digits stand in runs of ten; the start of a run is preceded by something that is no digit, or by a run of ten.
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}
