import type { Action } from '@satchel/actions';
import { z } from 'zod';
import { cleanLine } from '../text/normalise';

const MAX_WORDS = 300;

/** How one action of the catalogue looks to a model: arguments that the server sets stand in `bound` and are not offered. */
interface AiAction {
  bound: Record<string, unknown>;
}

/** For the customer's own good: one code, for them, of a month at most. */
const GOODWILL = { uses: 1, validDays: 30, code: undefined, endsAt: undefined };

/**
 * The actions that the AI may propose. What is not here no model can ask for: statuses of orders and tasks are the
 * house's own affair, and a system of the merchant's own has tools of its own (`custom-tools.ts`).
 */
export const AI_ACTIONS: Record<string, AiAction> = {
  cancel_order: { bound: { restock: true, notify: true } },
  change_address: { bound: {} },
  change_items: { bound: {} },
  change_payment: { bound: {} },
  start_return: { bound: {} },
  exchange: { bound: {} },
  refund: { bound: { restock: false, notify: true } },
  create_discount: { bound: GOODWILL },
  grant_points: { bound: {} },
  redeem_reward: { bound: {} },
  skip_subscription: { bound: {} },
  reschedule_subscription: { bound: {} },
  swap_subscription: { bound: {} },
  cancel_subscription: { bound: {} },
  resend_confirmation: { bound: {} },
};

/** Look-ups of the catalogue that the AI has no better tool for. */
export const AI_LOOKUPS = ['refund_status', 'explain_discount'];

/** Over systems of the merchant's own: their tools hold each operation to the customer. */
export const CUSTOM_ACTIONS = ['look_up_in_system', 'change_in_system'];

/** The action's own schema without what the server sets. Rules between arguments are judged by the action itself. */
export function offeredSchema(action: Action): z.ZodObject {
  const { shape } = action.arguments as unknown as z.ZodObject;
  const bound = AI_ACTIONS[action.name]?.bound ?? {};
  return z.strictObject(Object.fromEntries(Object.entries(shape).filter(([name]) => !(name in bound))));
}

/** The arguments with which the action runs. */
export function boundArguments(action: Action, given: Record<string, unknown>): Record<string, unknown> {
  const { shape } = action.arguments as unknown as z.ZodObject;
  const bound = Object.entries(AI_ACTIONS[action.name]?.bound ?? {}).filter(
    ([name, value]) => value !== undefined && name in shape,
  );
  return { ...(cleaned(given) as Record<string, unknown>), ...Object.fromEntries(bound) };
}

/** Words that go to a shop's records are plain and short, whoever made them up. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanLine(value, MAX_WORDS);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]));
}
