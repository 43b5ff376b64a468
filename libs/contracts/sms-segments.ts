/** One septet each: the basic table of GSM 03.38. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Two septets each: an escape and a character of the extension table. */
const EXTENSION = new Set('\f^{}\\[~]|€');

/** Units that one text holds alone, and in each part of a longer one, whose header takes the rest. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } };

export interface SmsSegments {
  encoding: 'gsm7' | 'ucs2';
  /** What the carrier counts and charges; 0 for an empty text. */
  segments: number;
  /** Units (septets, or UTF-16 code units) until the next segment begins. */
  remaining: number;
}

/** How a text is cut into SMS. One character outside the GSM alphabet makes the whole text UCS-2. */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const encoding = characters.every((one) => BASIC.has(one) || EXTENSION.has(one)) ? 'gsm7' : 'ucs2';
  const unitsOf = (one: string): number => (encoding === 'ucs2' ? one.length : EXTENSION.has(one) ? 2 : 1);
  const { alone, part } = ROOM[encoding];
  const units = characters.reduce((sum, one) => sum + unitsOf(one), 0);
  if (units <= alone) return { encoding, segments: units === 0 ? 0 : 1, remaining: alone - units };

  let segments = 1;
  let used = 0;
  for (const one of characters) {
    // A pair (escape and character, or two surrogates) is never torn between two parts.
    if (used + unitsOf(one) > part) {
      segments += 1;
      used = 0;
    }
    used += unitsOf(one);
  }
  return { encoding, segments, remaining: part - used };
}
