import type { Language } from '../text/language';

/** What a sentence does. Only `request` and `question` can start anything; a report, a negation or thanks never do. */
export const SPEECH_ACTS = [
  'request',
  'question',
  'statement',
  'negation',
  'thanks',
  'complaint',
  'confirm',
  'deny',
  'greeting',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** What a customer of a shop can want. Shops add their own by teaching ("custom:gift-wrap"). */
export const INTENTS = [
  'where_is_my_order',
  'delivery_info',
  'cancel_order',
  'change_items',
  'change_address',
  'change_payment',
  'return',
  'exchange',
  'refund',
  'refund_status',
  'return_policy',
  'missing_parcel',
  'missing_item',
  'damaged_or_wrong',
  'discount_code',
  'price_match',
  'points_balance',
  'points_missing',
  'redeem_reward',
  'skip_delivery',
  'change_subscription',
  'cancel_subscription',
  'invoice',
  'payment_problem',
  'payment_methods',
  'product_question',
  'stock_question',
  'warranty',
  'place_order',
  'account',
  'delete_account',
  'newsletter',
  'complaint',
  'human',
  'smalltalk',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number] | `custom:${string}`;

/** Named topics that are a person's at once, whatever else is said. */
export const DANGERS = ['safety', 'legal', 'human_requested', 'injection'] as const;
export type Danger = (typeof DANGERS)[number];

export interface IntentGuess {
  intent: Intent;
  /** Calibrated share of correct guesses at this score, 0 to 1. */
  score: number;
  /** Distance to the next intent. */
  margin: number;
}

/** One thing the customer wants. */
export interface Wish {
  intent: Intent;
  score: number;
  margin: number;
  /** Rules and classifier say the same, and the speech act is a request or a question. */
  sure: boolean;
  /** "If it is not available, then ...": a condition or a preference hangs on it. */
  conditional: boolean;
  /** The words it stands in. */
  text: string;
  entities: Entities;
}

export interface Entities {
  /** As written, upper case, without "#", in the order of appearance. */
  orderNumbers: string[];
  trackingNumbers: string[];
  emails: string[];
  postcodes: string[];
  /** Minor units; the currency is null when none stands beside the number. */
  amounts: { amount: number; currency: string | null }[];
  /** Calendar days, "2026-11-21". */
  days: string[];
  phones: string[];
  /** A code that was sent to prove who somebody is: six digits. */
  oneTimeCodes: string[];
  /** "discount code WINTER10". */
  codes: string[];
}

export interface Understanding {
  language: Language | null;
  danger: Danger | null;
  sentences: { text: string; act: SpeechAct; guesses: IntentGuess[] }[];
  /** In the order of the message; several requests in one message are several wishes. Empty: nothing is asked for. */
  wishes: Wish[];
  /** The message is an unambiguous answer to a question of ours and nothing else. */
  answer: 'yes' | 'no' | null;
  /** They take back or correct something said before ("no, the blue one", "sorry, order 1004"). */
  correction: boolean;
  /** Anger, of 0 to 1. */
  heat: number;
  /** Thanks, a farewell, an emoji: nothing to answer. */
  nothingToAnswer: boolean;
  entities: Entities;
}
