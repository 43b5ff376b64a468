/** What a customer should not have sent, and nobody needs to keep. */
export type SecretKind = 'card' | 'card_code' | 'iban' | 'password';

export interface Redacted {
  text: string;
  found: SecretKind[];
}

/** 13 to 19 digits, in groups or not, that are no part of a longer number. */
const DIGITS = /(?<![\p{L}\p{N}+#/=_-])\d(?:[ \u00a0.-]?\d){12,18}(?![\p{L}\p{N}/=_]|[.-]\d)/gu;
/** How the networks' numbers begin and how long they are (ISO/IEC 7812): others are parcels and orders. */
const NETWORKS: readonly [RegExp, readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^(?:30[0-5]|36|38|39)/, [14]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:50|5[6-9]|6\d)/, [16, 18, 19]],
];
const PARCEL_BEFORE =
  /(?:track\w*|parcel|package|shipment|consignment|label|sendung\w*|paket\w*|zending\w*|pakket\w*|colis|suivi|envio|paquete|seguimiento)[^\d\n]{0,30}$/iu;

const CARD_CODE =
  /\b(cvv2?|cvc2?|csc|security code|card code|prüfziffer|kartenprüfnummer|sicherheitscode|beveiligingscode|cryptogramme|code de sécurité|código de seguridad)(\s*(?:number|nr\.?|is|ist|est|es|:|=|-)?\s*)(\d{3,4})\b/giu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/giu;
/** Said as such, with a mark between the word and the secret, or "is": "I forgot my password" holds none. */
const PASSWORD =
  /\b((?:pass(?:word|wort|code)|kennwort|wachtwoord|mot de passe|contraseña|contrasena|pwd|pin(?: ?code)?)\s*(?:(?:is|ist|est|es)\s*:?|[:=])\s*)(["'“”«»]?)([^\s"'“”«»,;]{3,64})\2/giu;
/** "My password is wrong" tells what is the matter, not what it is. */
const NO_SECRET =
  /^(?:wrong|not|no|incorrect|invalid|expired|forgotten|lost|missing|the|too|being|rejected|refused|correct|still|never|always|again|falsch|nicht|ung\p{L}+|abgelaufen|vergessen|weg|verkeerd|niet|onjuist|vergeten|kwijt|verlopen|incorrecta?|pas|invalide|oublié|perdu|expiré|incorrecto|inválida?|olvidada?|caducada?|perdida?)[.!?]*$/iu;

/** Takes card numbers, their codes, account numbers and passwords out of a text, and leaves enough to talk about them. */
export function redactSecrets(given: string): Redacted {
  const found = new Set<SecretKind>();
  let text = given.replace(DIGITS, (written: string, at: number) => {
    const digits = written.replace(/\D/g, '');
    if (!isCard(digits) || PARCEL_BEFORE.test(given.slice(Math.max(0, at - 60), at))) return written;
    found.add('card');
    return `[card number ending in ${digits.slice(-4)} removed]`;
  });
  text = text.replace(CARD_CODE, (_written, word: string, between: string) => {
    found.add('card_code');
    return `${word}${between}[removed]`;
  });
  text = text.replace(IBAN, (written: string) => {
    const code = written.replace(/\s/g, '').toUpperCase();
    const length = ibanLength(code);
    if (length === null) return written;
    found.add('iban');
    const rest = afterSigns(written, length);
    return `[account number ending in ${code.slice(0, length).slice(-4)} removed]${rest}`;
  });
  text = text.replace(PASSWORD, (written: string, word: string, quote: string, secret: string) => {
    if (NO_SECRET.test(secret)) return written;
    found.add('password');
    return `${word}[removed]${quote ? '' : (/[.!?]$/.exec(secret)?.[0] ?? '')}`;
  });
  return { text: found.size > 0 ? text : given, found: [...found] };
}

function isCard(digits: string): boolean {
  const known = NETWORKS.some(([start, lengths]) => start.test(digits) && lengths.includes(digits.length));
  return known && luhn(digits) && new Set(digits).size > 1;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** How many of the signs are an account number: words in capitals after it may look like more of it. Null: none is. */
function ibanLength(code: string): number | null {
  for (let length = Math.min(34, code.length); length >= 15; length -= 1)
    if (checksOut(code.slice(0, length))) return length;
  return null;
}

function checksOut(code: string): boolean {
  let rest = 0;
  for (const sign of code.slice(4) + code.slice(0, 4)) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

function afterSigns(written: string, count: number): string {
  let seen = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (seen === count) return written.slice(at);
    if (!/\s/.test(written[at] ?? '')) seen += 1;
  }
  return '';
}
