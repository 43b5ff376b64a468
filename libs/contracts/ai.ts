import type { AiBudgetBody } from './tickets';

/**
 * `off`: silent; `draft`: people send what it writes; `approve`: the whole reply lies ready for one key;
 * `auto`: it sends what passes the grounding gate.
 */
export const AI_MODES = ['off', 'draft', 'approve', 'auto'] as const;
export type AiMode = (typeof AI_MODES)[number];

/** What can go wrong with it: R reads, K knowledge, W1 a change that can be mended, W2 money, W3 and X are people's, S is talk. */
export type AiTier = 'R' | 'K' | 'W1' | 'W2' | 'W3' | 'X' | 'S';

export const AI_TOPICS = [
  'order_status',
  'delivery',
  'shop_questions',
  'product_questions',
  'refund_status',
  'points',
  'invoices',
  'cancellations',
  'order_changes',
  'returns',
  'rewards',
  'subscriptions',
  'refunds',
  'discounts',
  'problems',
  'payments',
  'accounts',
  'other',
] as const;
export type AiTopic = (typeof AI_TOPICS)[number];

/** What the owner wants of one topic; null, and channels that are not named: as the line above says. */
export interface AiTopicRule {
  mode: AiMode | null;
  channels: Record<string, AiMode>;
  /** Automatic without waiting for enough drafts of its own to be judged: the owner's own word. */
  trusted: boolean;
}

/** One topic with how the AI did in it. */
export interface AiTopicBody extends AiTopicRule {
  topic: AiTopic;
  title: string;
  tier: AiTier;
  /** What holds now on a channel without a rule of its own, and why. */
  effective: AiMode;
  reason: string;
  /** Judged replies of the last 30 days: sent as they were, or not; `low` is the lower end of the 95 % interval. */
  quality: { right: number; n: number; low: number; target: number; needed: number };
  /** How often the built-in engine read each wish of the topic rightly here, and the score from which it may go by that alone. */
  readings?: { intent: string; right: number; n: number; threshold: number | null }[];
}

/** What a language model outside reads of a customer's name, addresses, phone and street: names that stand for them, or themselves. */
export const AI_PERSONAL_DATA = ['tokens', 'plain'] as const;
export type AiPersonalData = (typeof AI_PERSONAL_DATA)[number];

/** `GET|PATCH /api/v1/ai/settings`. */
export interface AiSettingsBody {
  /** The most that any topic may. */
  mode: AiMode;
  /** The signature under the AI's own replies. */
  signature: string;
  brain: string;
  /** Of the tickets that could be answered automatically, how many are: 0 to 100. The rest become drafts. */
  share: number;
  /** Customers whom people answer: the AI drafts. */
  people: { tiers: string[]; tags: string[] };
  /** Replies of the AI on one ticket within a day; then a person takes over. */
  maxReplies: number;
  /** What a customer who waits for a person is told, and when their ticket counts as late. */
  answerWithinMinutes: number;
  topics: Partial<Record<AiTopic, AiTopicRule>>;
  budget?: AiBudgetBody;
  personalData?: AiPersonalData;
  /** Procedures and rules that turn a simulation red are not published. */
  blockOnRed?: boolean;
  /** Customers are addressed as friends, where a language knows the difference: "du", "tu", "tú", "je". */
  informal?: boolean;
}

/** `GET /api/v1/ai/handoffs`: tickets that the AI handed to people, the longest wait first. */
export interface HandoffBody {
  id: string;
  ticketId: string;
  ticketNumber: number;
  turnId: string | null;
  /** A reason code; `GET /tickets/:id/turns` has the words. */
  reason: string;
  handedAt: string;
  dueAt: string;
  late: boolean;
  /** Place in the queue, from 1; null: a person took it. */
  position: number | null;
  /** What the customer was told. */
  toldAt: string | null;
  takenAt: string | null;
}
