import type { MoneyLimit, PolicyDocument } from '@satchel/contracts';
import { LATER_GROUPS } from './later-groups';
import type { PolicyField, PolicyGroup } from './policy-field';

const role = (name: 'agent' | 'lead' | 'admin', label: string): PolicyField[] => [
  { path: `roles.${name}.refund`, label: `${label}: refund at most`, type: 'limit', optional: true },
  { path: `roles.${name}.discountPercent`, label: `${label}: discount at most`, type: 'percent', optional: true },
  { path: `roles.${name}.points`, label: `${label}: points at most`, type: 'whole', optional: true },
];

/** The rules as a shop owner thinks of them. */
export const POLICY_GROUPS: readonly PolicyGroup[] = [
  {
    title: 'People',
    rules: ['roles.', 'somebody'],
    fields: [...role('agent', 'Agents'), ...role('lead', 'Leads'), ...role('admin', 'Admins')],
  },
  {
    title: 'The AI',
    rules: ['ai.', 'refund.'],
    fields: [
      { path: 'ai.refund.approvalAbove', label: 'A lead approves refunds above', type: 'limit' },
      { path: 'ai.refund.denyAbove', label: 'Never refunds more than', type: 'limit' },
      { path: 'ai.refund.withinDaysOfDelivery', label: 'Refunds within', type: 'whole', unit: 'days of delivery' },
      { path: 'ai.refund.mostIn90Days', label: 'Refunds of one customer', type: 'whole', unit: 'in 90 days' },
      { path: 'ai.points.mostAtOnce', label: 'Points at once', type: 'whole' },
      { path: 'ai.points.mostIn90Days', label: 'Points of one customer', type: 'whole', unit: 'in 90 days' },
      { path: 'ai.discount.mostPercent', label: 'Discount at most', type: 'percent' },
      { path: 'ai.discount.mostAmount', label: 'Discount at most, as an amount', type: 'limit' },
      { path: 'ai.discount.mostIn90Days', label: 'Discounts of one customer', type: 'whole', unit: 'in 90 days' },
    ],
  },
  {
    title: 'Returns',
    rules: ['returns.'],
    fields: [
      { path: 'returns.windowDays', label: 'Goods go back within', type: 'whole', unit: 'days of delivery' },
      { path: 'returns.excludedTags', label: 'Final sale: products with these tags', type: 'words' },
      { path: 'returns.excludedSkus', label: 'Final sale: these SKUs', type: 'words' },
    ],
  },
  {
    title: 'Orders',
    rules: ['cancel.', 'address.'],
    fields: [
      { path: 'cancel.onlyUnfulfilled', label: 'Cancel only while nothing was sent', type: 'switch' },
      { path: 'address.onlyBeforeShipping', label: 'Change the address only before shipping', type: 'switch' },
    ],
  },
  {
    title: 'Discounts',
    rules: ['discounts.'],
    fields: [
      { path: 'discounts.mostPercent', label: 'At most', type: 'percent' },
      { path: 'discounts.mostAmount', label: 'At most, as an amount', type: 'limit' },
      { path: 'discounts.mostDays', label: 'Lasts at most', type: 'whole', unit: 'days' },
    ],
  },
  {
    title: 'Subscriptions',
    rules: ['subscriptions.'],
    fields: [
      { path: 'subscriptions.offerFirst', label: 'Make an offer before one is cancelled', type: 'switch' },
      { path: 'subscriptions.offer.text', label: 'The offer', type: 'text' },
    ],
  },
  ...LATER_GROUPS,
];

/** What was typed, by path. */
export type PolicyEdits = Record<string, string>;

const at = (document: PolicyDocument, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], document);

/** As a field shows it. */
export function shownValue(document: PolicyDocument, { path, type }: PolicyField): string {
  const value = at(document, path);
  if (value === null || value === undefined) return '';
  if (type === 'limit') return String((value as MoneyLimit).units);
  if (type === 'words') return (value as string[]).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Amounts of other currencies move along with the one that is typed, each from where it stood. */
export function scaled(stored: MoneyLimit | null, units: number): MoneyLimit {
  const factor = stored && stored.units > 0 ? units / stored.units : null;
  const byCurrency = Object.entries(stored?.byCurrency ?? {}).map(([currency, amount]): [string, number] => [
    currency,
    factor === null ? amount : Math.round(amount * factor),
  ]);
  return { units, byCurrency: Object.fromEntries(byCurrency) };
}

export function limitOf(document: PolicyDocument, field: PolicyField, typed: string): MoneyLimit | null {
  const units = Number(typed);
  return typed.trim() === '' || !Number.isFinite(units)
    ? null
    : scaled(at(document, field.path) as MoneyLimit | null, units);
}

const FIGURES: readonly PolicyField['type'][] = ['limit', 'whole', 'percent'];

/** Why a figure cannot be stored; null: it can. */
export function problemOf({ type, optional, least = 0 }: PolicyField, typed: string): string | null {
  const text = typed.trim();
  if (!FIGURES.includes(type) && type !== 'text') return null;
  if (type === 'text') return text === '' ? 'Say what is offered.' : null;
  if (text === '') return optional ? null : 'Give a number.';
  const number = Number(text);
  if (!Number.isFinite(number) || number < least) return `Give a number, ${least} or more.`;
  if (type !== 'limit' && !Number.isInteger(number)) return 'Give a whole number.';
  return type === 'percent' && number > 100 ? 'At most 100.' : null;
}

function stored(document: PolicyDocument, field: PolicyField, typed: string): unknown {
  const text = typed.trim();
  if (field.type === 'switch') return text === 'true';
  if (field.type === 'text' || field.type === 'choice') return text;
  // Tables keep what was typed as it is stored.
  if (!FIGURES.includes(field.type) && field.type !== 'words') return JSON.parse(text) as unknown;
  if (field.type === 'words') return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean);
  if (field.type === 'limit') return limitOf(document, field, text);
  return text === '' ? null : Number(text);
}

/** The next version: the document with what was typed put in. */
export function withEdits(document: PolicyDocument, edits: PolicyEdits): PolicyDocument {
  const next = structuredClone(document);
  for (const field of POLICY_GROUPS.flatMap((group) => group.fields)) {
    const typed = edits[field.path];
    if (typed === undefined || typed === shownValue(document, field)) continue;
    const names = field.path.split('.');
    const above = names.slice(0, -1).join('.');
    const parent = (above === '' ? next : at(next, above)) as Record<string, unknown>;
    parent[names.at(-1) ?? ''] = stored(document, field, typed);
  }
  return next;
}
