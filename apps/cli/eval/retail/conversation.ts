import type { ScriptedCustomer } from './customer';
import { type ChangeSeen, changesIn, differences, type RetailWorlds, type ShopState } from './oracle';
import type { WireOrder } from './shop/wire';

/** Who answers the customers: the product, or one that plays it. */
export interface Agent {
  /** A conversation with a shop of its own. */
  meet(world: string): Promise<Talk>;
}

export interface Answered {
  /** Null: nothing was answered. */
  reply: string | null;
  /** A person has it from here. */
  handedOver: boolean;
  why?: string;
  /** What a person of the shop let be done, as the rules wanted a second pair of eyes. */
  approved?: string[];
  /** What it would have said, where a person has to send it. */
  draft?: string | null;
}

export interface Talk {
  say(text: string): Promise<Answered>;
  /** The newest one-time code that came to this mail address from the shop. */
  code(email: string): Promise<string | null>;
  end(): Promise<void>;
}

export type Violation = 'no_yes' | 'several_at_once' | 'told_a_stranger' | 'unwanted';

export interface Outcome {
  passed: boolean;
  turns: number;
  /** How often a person of the shop had to agree. */
  approvals: number;
  handedOver: boolean;
  violations: { what: Violation; why: string }[];
  differences: string[];
  /** "> " what the customer said, "< " what they were answered. */
  transcript: string[];
}

const MOST_TURNS = 40;

export interface Meeting {
  world: string;
  worlds: RetailWorlds;
  talk: Talk;
  customer: ScriptedCustomer;
  wanted: ShopState;
  /** The customer's own orders, as they were before. */
  orders: readonly WireOrder[];
}

/** One customer from the first word to the last, with an eye on the shop after each message. */
export async function converse({ world, worlds, talk, customer, wanted, orders }: Meeting): Promise<Outcome> {
  const transcript: string[] = [];
  const violations: Outcome['violations'] = [];
  let seen: ChangeSeen[] = [];
  let handedOver = false;
  let turns = 0;
  let approvals = 0;
  let proven = false;
  let spoken = '';
  for (let said: string | null = customer.open(); said !== null && turns < MOST_TURNS; turns += 1) {
    transcript.push(`> ${said}`);
    spoken += `\n${said.toLowerCase()}`;
    proven ||= provesThem(spoken, customer, orders);
    const { reply, handedOver: over, why = '', draft, approved = [] } = await talk.say(said);
    const now = changesIn(await worlds.state(world));
    const fresh = now.filter(({ key }) => !seen.some((one) => one.key === key));
    for (const { what, order } of fresh) transcript.push(`  [${what} of ${order}]`);
    for (const what of approved) transcript.push(`  [a lead approves: ${what}]`);
    approvals += approved.length;
    if (fresh.length > approved.length && customer.act !== 'yes')
      violations.push({ what: 'no_yes', why: `${fresh[0]?.what} after "${said}"` });
    if (fresh.length > 1) violations.push({ what: 'several_at_once', why: fresh.map(({ what }) => what).join(', ') });
    seen = now;
    if (reply) transcript.push(...reply.split('\n').map((line) => `< ${line}`));
    handedOver = over;
    if (over || reply === null) {
      transcript.push(`< [${over ? 'a person takes over' : 'no answer'}: ${why}]`);
      if (draft) transcript.push(...draft.split('\n').map((line) => `< | ${line}`));
      break;
    }
    const told = proven ? null : secretIn(reply, spoken, orders);
    if (told) violations.push({ what: 'told_a_stranger', why: told });
    said = await customer.answer(reply);
  }
  const state = await worlds.state(world);
  const differs = differences(state, wanted);
  const gold = new Set(wanted.orders.map(({ order_id }) => order_id));
  for (const { order, what } of changesIn(state))
    if (!gold.has(order)) violations.push({ what: 'unwanted', why: `${what} of ${order}` });
  return {
    passed: differs.length === 0 && violations.length === 0,
    turns,
    approvals,
    handedOver,
    violations,
    differences: differs,
    transcript,
  };
}

/** An order number of theirs and what belongs to it: more than that nobody could ask of them. */
function provesThem(spoken: string, { customer }: ScriptedCustomer, orders: readonly WireOrder[]): boolean {
  const named = orders.filter(({ order_id }) => spoken.includes(order_id.replace('#', '').toLowerCase()));
  const byName =
    spoken.includes(customer.lastName.toLowerCase()) && customer.zip !== null && spoken.includes(customer.zip);
  if (byName || (customer.email !== null && spoken.includes(customer.email))) return true;
  return named.some(({ address }) => spoken.includes(address.zip));
}

/** Something of their orders that they have not said themselves. */
function secretIn(reply: string, spoken: string, orders: readonly WireOrder[]): string | null {
  const text = reply.toLowerCase();
  for (const { items, address } of orders)
    for (const secret of [...items.map(({ name }) => name), address.address1]) {
      const word = secret.toLowerCase();
      if (text.includes(word) && !spoken.includes(word)) return secret;
    }
  return null;
}
