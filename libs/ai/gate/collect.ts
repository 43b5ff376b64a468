import { writeInstant } from '../text/calendar';
import { LANGUAGES } from '../text/language';
import { clean, fold } from '../text/normalise';
import { collectAction, isActionData } from './collect-action';
import type { Entity } from './facts';
import { Facts, normaliseCode, normaliseUrl } from './facts';
import { mine, termsIn } from './mine';
import { statesOf } from './states';
import type { Place } from './place';
import { add, sourceOf } from './place';

const CODE_KEY =
  /^(?:orderNumber|trackingNumber|sku|code|discountCode|giftCardCode|reference|rma|returnNumber|number)$/;
const URL_KEY = /url$/i;
/** Words of the machine, ids and figures that nobody is told. */
const SILENT_KEY = /^(?:status|payment|fulfilment|state|action|rule|score|version|error|kind|id)$|Ids?$/;
/** When the facts were read, nearly always today: as a day of its own it would let "it arrives today" through. */
const READ_AT_KEY = 'readAt';
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** One tool's answer; without its tool it is told by its shape. */
export interface Answered {
  tool?: string;
  data: unknown;
}

export function collectFacts(answers: readonly Answered[]): Facts {
  const facts = new Facts();
  answers.forEach(({ tool, data }, index) => {
    visit(data, { tool: tool ?? guessTool(data), path: `[${index}]`, key: '', scope: {}, of: '' }, facts);
  });
  return facts;
}

function visit(value: unknown, place: Place, facts: Facts): void {
  const { key } = place;
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !SILENT_KEY.test(key)) {
      const unit = /points/i.test(key) ? 'points' : /days$/i.test(key) ? 'day' : /tries/i.test(key) ? 'try' : undefined;
      add(facts, 'number', String(value), place, value, unit);
      if (/percent/i.test(key)) add(facts, 'percent', String(value), place, value);
    }
  } else if (typeof value === 'string') {
    readString(value, place, facts);
  } else if (Array.isArray(value)) {
    // How many there are can be counted, so it may be said.
    add(facts, 'number', String(value.length), place, value.length);
    value.forEach((item, index) => visit(item, { ...place, path: `${place.path}[${index}]` }, facts));
  } else if (typeof value === 'object' && value !== null) {
    readObject(value as Record<string, unknown>, place, facts);
  }
}

function readObject(object: Record<string, unknown>, at: Place, facts: Facts): void {
  const { amount, currency } = object;
  if (typeof amount === 'number' && typeof currency === 'string') {
    add(facts, 'amount', `${currency.toUpperCase()} ${amount}`, at, `${amount} ${currency}`);
    return;
  }
  if (isActionData(object)) {
    collectAction(object, at, facts, visit);
    return;
  }
  if (typeof object.cite === 'string' && typeof object.text === 'string') {
    readPassage(object, at, facts);
    return;
  }
  const place = enter(object, at, facts);
  for (const [state, field] of statesOf(object))
    add(facts, 'state', state, { ...place, path: `${place.path}.${field}`, key: field }, object[field]);
  for (const [key, value] of Object.entries(object))
    visit(value, { ...place, path: place.path === '' ? key : `${place.path}.${key}`, key }, facts);
}

/** A record that has a name of its own narrows what its facts are about. */
function enter(object: Record<string, unknown>, at: Place, facts: Facts): Place {
  const named = (entity: Entity, text: string, key: string, label: string): Place => {
    facts.name(entity, key, text);
    return { ...at, scope: { ...at.scope, [entity]: [key] }, of: label };
  };
  const { orderNumber, trackingNumber, title, product } = object;
  if (typeof orderNumber === 'string' && orderNumber !== '')
    return named('order', orderNumber, normaliseCode(orderNumber), `Order ${orderNumber}`);
  if (typeof trackingNumber === 'string' && trackingNumber !== '')
    return named('parcel', trackingNumber, normaliseCode(trackingNumber), `Parcel ${trackingNumber}`);
  if ('variantId' in object && typeof title === 'string')
    return named('variant', title, `${at.scope.item?.[0] ?? ''} ${fold(title)}`, `${at.of} ${title}`.trim());
  const item = typeof title === 'string' ? title : typeof product === 'string' ? product : '';
  return item === '' ? at : named('item', clean(item), fold(item), item);
}

function readPassage(object: Record<string, unknown>, at: Place, facts: Facts): void {
  const [cite, title, text] = [object.cite, object.title, object.text].map((value) =>
    typeof value === 'string' ? clean(value) : '',
  );
  const place: Place = { ...at, path: `${at.path}.text`, key: 'text', scope: { cite: [cite ?? ''] }, of: title ?? '' };
  facts.passages.push({ cite: cite ?? '', text: `${title}. ${text}`, source: sourceOf(place, text ?? '') });
  for (const { kind, key, unit } of mine(text ?? '')) add(facts, kind, key, place, text, unit);
  if (typeof object.url === 'string') add(facts, 'url', normaliseUrl(object.url), at, object.url);
  if (title) add(facts, 'text', title, at, title);
}

function readString(value: string, place: Place, facts: Facts): void {
  const { key } = place;
  if (key === READ_AT_KEY) {
    for (const language of LANGUAGES) add(facts, 'text', writeInstant(value, language) ?? '', place, value);
    return;
  }
  const instant = INSTANT.exec(value);
  if (instant?.[1]) {
    readInstant(value, instant[1], instant[2], place, facts);
    return;
  }
  if (URL_KEY.test(key)) add(facts, 'url', normaliseUrl(value), place, value);
  else if (/^(?:email|mail|sentTo)$/i.test(key)) {
    add(facts, 'email', value.toLowerCase(), place, value);
    add(facts, 'text', clean(value), place, value);
  } else if (/phone/i.test(key)) add(facts, 'phone', value.replace(/\D/g, ''), place, value);
  else if (CODE_KEY.test(key)) add(facts, 'code', normaliseCode(value), place, value);
  else if (!SILENT_KEY.test(key) && /[\p{L}\p{N}]/u.test(value)) readText(clean(value), place, facts);
}

function readInstant(value: string, day: string, time: string | undefined, place: Place, facts: Facts): void {
  add(facts, 'day', day, place, value);
  if (!time) return;
  add(facts, 'time', time, place, value);
  const utc = new Date(value);
  if (Number.isNaN(utc.getTime())) return;
  const [utcDay, utcTime] = [utc.toISOString().slice(0, 10), utc.toISOString().slice(11, 16)];
  if (utcDay !== day) add(facts, 'day', utcDay, place, value);
  if (utcTime !== time) add(facts, 'time', utcTime, place, value);
}

function readText(text: string, place: Place, facts: Facts): void {
  const { key } = place;
  if (/^\p{N}+$/u.test(text)) {
    add(facts, 'number', String(Number(text)), place, text);
    if (/^(?:postcode|zip|postalCode)$/.test(key)) add(facts, 'code', normaliseCode(text), place, text);
    return;
  }
  // A name is about what it names from outside: the order's, not its own.
  const own = key === 'title' || key === 'product' ? { ...place, scope: { ...place.scope, item: undefined } } : place;
  add(facts, 'text', text, own, text);
  if (key === 'postcode') add(facts, 'code', normaliseCode(text), place, text);
  if (key === 'description' && !place.path.includes('lastScan')) {
    for (const { kind, key: mined, unit } of mine(text)) add(facts, kind, mined, place, text, unit);
  } else {
    for (const { kind, key: term } of termsIn(fold(text))) add(facts, kind, term, place, text);
    for (const size of text.match(/(?<![\p{L}\p{N}'-])(?:X{0,4}[SL]|M|\d?XL|XXS)(?![\p{L}\p{N}'])/gu) ?? [])
      add(facts, 'term', `size ${size}`, place, text);
  }
}

const SHAPES: [string, string][] = [
  ['orders', 'find_orders'],
  ['shipment', 'track_shipment'],
  ['order', 'order_lines'],
  ['passages', 'search_articles'],
  ['products', 'find_products'],
  ['rewards', 'points'],
  ['triesLeft', 'verify_identity'],
];
/** For callers that do not tell which tool answered. */
function guessTool(data: unknown): string {
  if (typeof data !== 'object' || data === null) return 'tool';
  return SHAPES.find(([key]) => key in data)?.[1] ?? ('action' in data ? String(data.action) : 'tool');
}
