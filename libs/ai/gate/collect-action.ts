import { clean, fold } from '../text/normalise';
import type { Act, ActFact, Facts, Scope } from './facts';
import { normaliseCode } from './facts';
import { mine } from './mine';
import { add, type Place, sourceOf } from './place';

const STATES: ReadonlySet<string> = new Set<ActFact['state']>([
  'awaiting_confirmation',
  'awaiting_approval',
  'done',
  'denied',
  'cannot',
  'uncertain',
]);

/** The acts that a done action lets a reply claim. Looking something up claims nothing. */
const ACTS: Record<string, Act[]> = {
  refund: ['refund'],
  cancel_order: ['cancel'],
  cancel_subscription: ['cancel'],
  start_return: ['return'],
  exchange: ['exchange', 'return'],
  change_address: ['address'],
  change_items: ['items', 'exchange'],
  change_payment: ['payment'],
  create_discount: ['discount'],
  grant_points: ['points'],
  redeem_reward: ['redeem', 'discount', 'points'],
  skip_subscription: ['skip'],
  reschedule_subscription: ['reschedule'],
  swap_subscription: ['exchange', 'items'],
  resend_confirmation: ['resend'],
  create_task: ['task'],
  update_order_status: ['status'],
  change_in_system: ['status'],
  resend_item: ['exchange', 'resend'],
};
const READS: ReadonlySet<string> = new Set([
  'look_up_order',
  'look_up_in_system',
  'track_shipment',
  'refund_status',
  'explain_discount',
]);

export function isActionData(object: Record<string, unknown>): boolean {
  return typeof object.action === 'string' && typeof object.state === 'string' && STATES.has(object.state);
}

/** A shop's own action may be named anything; then only its own words are known of it. */
function actsOf(action: string): Act[] {
  if (READS.has(action)) return [];
  return [...(ACTS[action] ?? []), 'generic'];
}

export function collectAction(
  data: Record<string, unknown>,
  at: Place,
  facts: Facts,
  visit: (value: unknown, place: Place, facts: Facts) => void,
): void {
  const state = data.state as ActFact['state'];
  const action = String(data.action);
  const texts = textsOf(data);
  const scope = scopeOf(data, texts);
  const place: Place = { ...at, tool: action, scope, of: action.replace(/_/g, ' ') };
  facts.acts.push({ acts: actsOf(action), state, scope, source: sourceOf({ ...place, key: 'state' }, state) });
  const offer = data.offer as { action?: unknown; arguments?: unknown } | null | undefined;
  if (offer && typeof offer.action === 'string') {
    // The policy itself offers it, so it may be offered.
    const source = sourceOf({ ...place, path: `${at.path}.offer`, key: 'offer' }, offer.action);
    facts.acts.push({ acts: actsOf(offer.action), state: 'awaiting_confirmation', scope, source });
    visit(offer.arguments, { ...place, path: `${at.path}.offer.arguments`, key: 'offer' }, facts);
  }
  for (const number of scope.order ?? []) facts.name('order', number, number);

  for (const [field, text] of texts) {
    const own: Place = { ...place, path: `${at.path}.${field}`, key: field };
    for (const { kind, key, unit } of mine(text)) add(facts, kind, key, own, text, unit);
    facts.passages.push({ cite: null, text, source: sourceOf(own, text) });
    if (/\p{L}{3}/u.test(text)) {
      if (/customerText|offer/.test(field) || (field === 'summary' && state === 'done'))
        facts.sentences.set(text, sourceOf(own, text));
      // "Order", "Goes back": what a fact is called may stand in any sentence, of whatever order.
      if (/facts.*label$/.test(field)) add(facts, 'text', text, { ...own, scope: {} }, text);
      else if (/facts/.test(field) && !isPlain(text)) add(facts, 'text', text, own, text);
      if (field === 'summary') for (const piece of piecesOf(text)) add(facts, 'text', piece, own, text);
      nameItems(text, own, facts);
    }
  }
  if (data.amount)
    visit(data.amount, { ...place, path: `${at.path}.amount`, key: actsOf(action)[0] ?? 'amount' }, facts);
  if (data.result) visit(data.result, { ...place, path: `${at.path}.result`, key: 'result' }, facts);
}

/** "paid", "blue": a word that other sentences hold as well; as a state or a term it is judged by what it says. */
function isPlain(text: string): boolean {
  return /^\p{Ll}+$/u.test(text);
}

/** "1 x Lamp (shade: 2-piece, colour: red) to shade: 3-piece": what it was and what it becomes, each by itself. */
function piecesOf(text: string): string[] {
  return text.split(/[(),;]|\s(?:to|for|from)\s/).flatMap((piece) => {
    const tidy = piece.trim();
    return /^[^:]{1,40}:\s\S/.test(tidy) && !tidy.includes('#') ? [tidy] : [];
  });
}

/** Every text of an action's answer but its result's own, with its field. */
function textsOf(data: Record<string, unknown>): [string, string][] {
  const found: [string, string][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.push([path, clean(value)]);
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${index}]`));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) if (!/Id$|^at$/.test(key)) walk(item, `${path}.${key}`);
  };
  for (const key of ['summary', 'reason', 'customerText', 'facts', 'evidence', 'offer']) walk(data[key], key);
  return found;
}

function scopeOf(data: Record<string, unknown>, texts: readonly [string, string][]): Scope {
  const orders = new Set<string>();
  for (const [, text] of texts)
    for (const [number] of text.matchAll(/#[\p{L}\p{N}][\p{L}\p{N}-]*/gu)) orders.add(normaliseCode(number));
  const result = data.result as Record<string, unknown> | undefined;
  if (typeof result?.orderNumber === 'string') orders.add(normaliseCode(result.orderNumber));
  return orders.size > 0 ? { order: [...orders] } : {};
}

/** "Opened a return of 1 x Ridge Pack from #1001": how many of what. */
function nameItems(text: string, place: Place, facts: Facts): void {
  for (const [, count = '', title = ''] of text.matchAll(
    /(\d+)\s*[x×]\s*([^,;(]+?)(?=\s+(?:from|of|for)\s+#|\s*\(|,|;|$)/giu,
  )) {
    const key = fold(title.trim());
    facts.name('item', key, title.trim());
    add(facts, 'number', count, { ...place, key: 'quantity', scope: { ...place.scope, item: [key] } }, text);
    add(facts, 'text', title.trim(), place, text);
  }
}
