import { writeInstant } from '../text/calendar';
import { LANGUAGES } from '../text/language';
import { clean } from '../text/normalise';

/** Everything a reply may state, collected from what the tools returned in this turn. */
export interface Facts {
  /** Calendar days, "2026-11-22". */
  days: Set<string>;
  /** Clock times, "14:30". */
  times: Set<string>;
  /** `USD 4995`: minor units, so that 49.95 and 49,95 are one. */
  amounts: Set<string>;
  numbers: Set<number>;
  /** Order numbers, tracking numbers: upper case without separators. */
  codes: Set<string>;
  urls: Set<string>;
  emails: Set<string>;
  /** Free texts (product titles, a carrier's scan): allowed word for word, never taken apart. */
  texts: Set<string>;
  claims: { delivered: boolean; refunded: boolean; cancelled: boolean };
}

/** Keys whose strings are codes, and the one key whose strings are links. Any other string is free text. */
const CODE_KEYS = new Set(['orderNumber', 'trackingNumber']);
const URL_KEY = 'trackingUrl';
/** When the facts were read, nearly always today: as a day of its own it would let "it arrives today" through. */
const READ_AT_KEY = 'readAt';

export function collectFacts(results: readonly unknown[]): Facts {
  const facts: Facts = {
    days: new Set(),
    times: new Set(),
    amounts: new Set(),
    numbers: new Set(),
    codes: new Set(),
    urls: new Set(),
    emails: new Set(),
    texts: new Set(),
    claims: { delivered: false, refunded: false, cancelled: false },
  };
  for (const result of results) visit(result, '', facts);
  return facts;
}

function visit(value: unknown, key: string, facts: Facts): void {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) facts.numbers.add(value);
  } else if (typeof value === 'string') {
    readString(value, key, facts);
  } else if (Array.isArray(value)) {
    // How many there are can be counted, so it may be said.
    facts.numbers.add(value.length);
    for (const item of value) visit(item, key, facts);
  } else if (typeof value === 'object' && value !== null) {
    readObject(value as Record<string, unknown>, facts);
  }
}

function readObject(object: Record<string, unknown>, facts: Facts): void {
  const { amount, currency } = object;
  if (typeof amount === 'number' && typeof currency === 'string') {
    facts.amounts.add(`${currency.toUpperCase()} ${amount}`);
    return;
  }
  if (object.status === 'delivered' || typeof object.deliveredAt === 'string') facts.claims.delivered = true;
  if (object.payment === 'refunded' || object.payment === 'partially_refunded') facts.claims.refunded = true;
  if (typeof object.cancelledAt === 'string' || object.fulfilment === 'cancelled') facts.claims.cancelled = true;
  for (const [key, value] of Object.entries(object)) visit(value, key, facts);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function readString(value: string, key: string, facts: Facts): void {
  if (key === READ_AT_KEY) {
    for (const language of LANGUAGES) facts.texts.add(writeInstant(value, language) ?? '');
    return;
  }
  const instant = INSTANT.exec(value);
  if (instant?.[1]) {
    facts.days.add(instant[1]);
    if (instant[2]) {
      facts.times.add(instant[2]);
      const utc = new Date(value);
      if (!Number.isNaN(utc.getTime())) {
        facts.days.add(utc.toISOString().slice(0, 10));
        facts.times.add(utc.toISOString().slice(11, 16));
      }
    }
    return;
  }
  if (key === URL_KEY) facts.urls.add(normaliseUrl(value));
  else if (CODE_KEYS.has(key)) facts.codes.add(normaliseCode(value));
  else if (/[\p{L}\p{N}]/u.test(value)) facts.texts.add(clean(value));
}

export function normaliseCode(code: string): string {
  return code.replace(/[\s#-]/g, '').toUpperCase();
}

/** Scheme and host in lower case; path and query as they are, since they address something. */
export function normaliseUrl(url: string): string {
  try {
    return new URL(url).href.replace(/\/$/, '');
  } catch {
    return url.trim();
  }
}
