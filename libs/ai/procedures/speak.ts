import type { Money } from '@satchel/contracts';
import { fill, type Values } from '../engine/wording/fill';
import { isPhrase, PHRASES, type Phrase } from '../engine/wording/phrases';
import { list } from '../engine/wording/wording';
import { dayOf, writeDay } from '../text/calendar';
import type { Language } from '../text/language';
import type { OrderLineFacts } from '../tools/tool-data';
import type { Words } from './document';
import { slotOf, type Turn, type Work } from './turn';

const AND: Record<Language, string> = { en: 'and', de: 'und', nl: 'en', fr: 'et', es: 'y' };
const OR: Record<Language, string> = { en: 'or', de: 'oder', nl: 'of', fr: 'ou', es: 'o' };

/** A phrase of the house, or the shop's own words, in the customer's language. */
export function words(turn: Turn, given: Words, values: Values = {}): string {
  const template =
    typeof given === 'string'
      ? isPhrase(given)
        ? PHRASES[turn.language][given]
        : ''
      : (given[turn.language] ?? given.en ?? Object.values(given)[0] ?? '');
  return fill(template, values, turn.view.informal);
}

export function say(turn: Turn, given: Words, values: Values = {}): void {
  const text = words(turn, given, values);
  if (text) turn.said.push(text);
}

export const phraseFor = (prefix: 'do' | 'done', action: string): Phrase | null => {
  const name = `${prefix}_${action}`;
  return isPhrase(name) ? name : null;
};

/** Everything that a sentence about this wish can hold. */
export function valuesOf(work: Work): Values {
  const { turn, frame, action } = work;
  const { language } = turn;
  const of = (kind: string): string | null =>
    Object.entries(work.document.slots).find(([, slot]) => slot.kind === kind)?.[0] ?? null;
  const text = (kind: string): string | undefined => {
    const name = of(kind);
    const value = name === null ? null : slotOf(frame, name);
    return typeof value === 'string' ? value : undefined;
  };
  const day = text('day');
  const amount = action && 'amount' in action ? action.amount : null;
  return {
    order: work.orders[0]?.orderNumber ?? orderNumberOf(work) ?? undefined,
    amount: amount ? writeMoney(amount, language) : undefined,
    lines: remembered(frame.slots.toldLines) ?? undefined,
    variant: remembered(frame.slots.toldVariant) ?? undefined,
    reward: remembered(frame.slots.toldReward) ?? undefined,
    address: addressLine(slotOf(frame, of('address') ?? '')) ?? undefined,
    code: text('code'),
    day: day && dayOf(day) ? writeDay(day, language) : undefined,
    summary: action && 'summary' in action ? action.summary : undefined,
    newCode: action?.state === 'done' ? codeIn(action.result) : undefined,
  };
}

function remembered(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The order of this wish as the shop writes it. */
export function orderNumberOf(work: Work): string | null {
  const name = Object.entries(work.document.slots).find(([, slot]) => slot.kind === 'order')?.[0];
  const value = name === undefined ? null : slotOf(work.frame, name);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}

/** A code that an action made, wherever its result holds it. */
function codeIn(result: Record<string, unknown>): string | undefined {
  for (const value of [result, ...Object.values(result)]) {
    const code = typeof value === 'object' && value !== null ? (value as { code?: unknown }).code : undefined;
    if (typeof code === 'string' && code) return code;
  }
  return undefined;
}

export function addressLine(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('city' in value)) return null;
  const { name, lines, postcode, city, country } = value as Record<string, unknown>;
  const street = Array.isArray(lines) ? lines.join(', ') : '';
  return [name, street, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
}

export function lineWords(line: Pick<OrderLineFacts, 'title' | 'variant'>, quantity: number | null = null): string {
  const name = line.variant ? `${line.title} (${line.variant})` : line.title;
  return quantity !== null && quantity > 1 ? `${quantity} x ${name}` : name;
}

export function listed(turn: Turn, items: string[], join: 'and' | 'or'): string {
  return list(items, (join === 'and' ? AND : OR)[turn.language]);
}

export function writeMoney({ amount, currency }: Money, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' });
  return format
    .format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    .replace(/[\u00a0\u202f]/g, ' ');
}
