import type { HandoffReason } from '../../tools/handoff-reasons';

/** Reasons that a word in a message can give. Their order in `BLOCKER_ORDER` decides which one names the handoff. */
export type Blocker = Extract<
  HandoffReason,
  | 'safety'
  | 'legal'
  | 'human_requested'
  | 'injection'
  | 'refund'
  | 'return'
  | 'cancel'
  | 'change_order'
  | 'missing_parcel'
  | 'damaged_or_wrong'
  | 'payment'
  | 'product_question'
  | 'account'
  | 'complaint'
  | 'condition'
>;

export const BLOCKER_ORDER: readonly Blocker[] = [
  'safety',
  'legal',
  'human_requested',
  'injection',
  'missing_parcel',
  'damaged_or_wrong',
  'refund',
  'return',
  'cancel',
  'change_order',
  'payment',
  'account',
  'product_question',
  'complaint',
  'condition',
];

/** One language's rules. Every pattern reads folded text: lower case, no accents, straight apostrophes. */
export interface Lexicon {
  /** Asks where an order or parcel is, or when it comes. */
  whereabouts: RegExp[];
  blockers: Partial<Record<Blocker, RegExp[]>>;
  /** Whole sentences that say nothing but thanks or a farewell. */
  thanks: RegExp;
  /** Whole sentences that only greet, sign or are polite. */
  courtesy: RegExp;
  /** Starts of a sentence that asks, when nobody typed a question mark. */
  question: RegExp;
  orderWord: RegExp;
}
