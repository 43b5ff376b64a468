import { z } from 'zod';
import { HANDOFF_REASONS, type HandoffReason } from '../tools/handoff-reasons';
import type { Phrase } from '../engine/wording/phrases';
import type { Condition } from './condition';
import { conditionSchema } from './condition';
import { LANGUAGES, type Language } from '../text/language';

/** What is said: one of the house's phrases, or the shop's own words, language by language. */
export type Words = Phrase | Partial<Record<Language, string>>;

/** Where a slot's value may come from, tried in this order. What none of them gives is asked for. */
export const ORIGINS = ['entity', 'words', 'only', 'answer'] as const;
export type Origin = (typeof ORIGINS)[number];

export const SLOT_KINDS = [
  /** One of the customer's orders. */
  'order',
  /** Lines of that order, with how many of each. */
  'lines',
  /** Another variant of the product of those lines. */
  'variant',
  /** One of a few answers that the procedure lists. */
  'choice',
  /** The customer's own words. */
  'text',
  'address',
  'day',
  'code',
  /** A reward of the loyalty programme. */
  'reward',
  /** A way to pay that the customer names by themselves; without one it stays as it was paid. */
  'method',
] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

export interface Slot {
  kind: SlotKind;
  from: Origin[];
  ask: Words;
  /** `order`: which of the customer's orders this can apply to. */
  can?: Condition;
  /** `order`: the carriers are asked before it is chosen. */
  live?: boolean;
  /** `lines`: the slot of the order. `variant`: the slot of the lines. */
  of?: string;
  /** `variant`: the very same one may be wanted again. */
  same?: boolean;
  /** `choice`: the answers, and the words that mean them. */
  options?: { value: string; words: string[] }[];
  /** `choice`: what it is when nothing in the message tells; then nobody is asked. */
  otherwise?: string;
}

/** Where an argument's value comes from. */
export type Source =
  | { value: string | number | boolean }
  | { slot: string }
  | { fact: string }
  /** The customer's own words, for the record. */
  | { words: 'wish' }
  /** Lines as actions take them, with the reason of a slot beside each. */
  | { lines: string; reason?: string }
  /** The wanted variant, as many as the lines hold. */
  | { wanted: string; lines: string }
  /** Each line with the variant that takes its place. */
  | { swap: string; lines: string };

export type Step =
  | { do: 'need'; slot: string }
  | { do: 'ask'; slot: string }
  | { do: 'check'; branches: { when: Condition; steps: Step[] }[]; otherwise?: Step[] }
  | { do: 'look_up'; tool: string; with: Record<string, Source> }
  | { do: 'propose'; action: string; with: Record<string, Source> }
  | { do: 'confirm'; words?: Words }
  | { do: 'execute'; words?: Words }
  | { do: 'say'; words?: Words; tell?: Teller; end?: boolean }
  | { do: 'hand_over'; reason: HandoffReason; words?: Words };

/** Facts that the house words by itself, from what a tool returned. */
export const TELLERS = ['order', 'lines', 'refunds', 'points', 'rewards', 'articles', 'products', 'discount'] as const;
export type Teller = (typeof TELLERS)[number];

/** One way of working a wish, in plain steps. Data only: nothing in it is ever run as code. */
export interface ProcedureDocument {
  /** kebab-case: "cancel-order". */
  name: string;
  title: string;
  /** The wishes that start it. */
  intents: string[];
  /** What it cannot do without; where one does not exist, a person takes over with the facts found so far. */
  tools: string[];
  /** Why a person takes over when it can go no further. */
  reason: HandoffReason;
  slots: Record<string, Slot>;
  steps: Step[];
  off?: boolean;
}

const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(60);
const slotName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'must be one word, beginning with a small letter')
  .max(40);
const toolName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be the name of a tool, such as cancel_order')
  .max(60);
const words = z.union(
  [
    z.string().min(1).max(60),
    z
      .partialRecord(z.enum(LANGUAGES), z.string().trim().min(1).max(1000))
      .refine((texts) => Object.keys(texts).length > 0, 'needs the words in one language at least'),
  ],
  { error: 'must be the name of a phrase, or words by language ({"en": "..."})' },
);
const source = z.union(
  [
    z.strictObject({ value: z.union([z.string().max(500), z.number(), z.boolean()]) }),
    z.strictObject({ slot: slotName }),
    z.strictObject({ fact: z.string().max(60) }),
    z.strictObject({ words: z.literal('wish') }),
    z.strictObject({ lines: slotName, reason: slotName.optional() }),
    z.strictObject({ wanted: slotName, lines: slotName }),
    z.strictObject({ swap: slotName, lines: slotName }),
  ],
  { error: 'must be one of {slot}, {value}, {fact}, {words}, {lines}, {wanted, lines}, {swap, lines}' },
);
const args = z.record(z.string().max(60), source);
const reason = z.enum(Object.keys(HANDOFF_REASONS) as [HandoffReason, ...HandoffReason[]]);

const step: z.ZodType<Step> = z.lazy(() =>
  z.discriminatedUnion(
    'do',
    [
      z.strictObject({ do: z.literal('need'), slot: slotName }),
      z.strictObject({ do: z.literal('ask'), slot: slotName }),
      z.strictObject({
        do: z.literal('check'),
        branches: z
          .array(z.strictObject({ when: conditionSchema, steps: z.array(step).min(1).max(30) }))
          .min(1)
          .max(10),
        otherwise: z.array(step).max(30).optional(),
      }),
      z.strictObject({ do: z.literal('look_up'), tool: toolName, with: args }),
      z.strictObject({ do: z.literal('propose'), action: toolName, with: args }),
      z.strictObject({ do: z.literal('confirm'), words: words.optional() }),
      z.strictObject({ do: z.literal('execute'), words: words.optional() }),
      z.strictObject({
        do: z.literal('say'),
        words: words.optional(),
        tell: z.enum(TELLERS).optional(),
        end: z.boolean().optional(),
      }),
      z.strictObject({ do: z.literal('hand_over'), reason, words: words.optional() }),
    ],
    { error: '"do" must be one of need, ask, check, look_up, propose, confirm, execute, say, hand_over' },
  ),
) as z.ZodType<Step>;

export const procedureSchema: z.ZodType<ProcedureDocument> = z.strictObject({
  name,
  title: z.string().trim().min(1).max(100),
  intents: z.array(z.string().min(1).max(60)).min(1).max(20),
  tools: z.array(toolName).max(20),
  reason,
  slots: z.record(
    slotName,
    z.strictObject({
      kind: z.enum(SLOT_KINDS),
      from: z.array(z.enum(ORIGINS)).min(1),
      ask: words,
      can: conditionSchema.optional(),
      live: z.boolean().optional(),
      of: slotName.optional(),
      same: z.boolean().optional(),
      options: z
        .array(z.strictObject({ value: z.string().min(1).max(60), words: z.array(z.string().min(1).max(60)).max(60) }))
        .min(2)
        .max(12)
        .optional(),
      otherwise: z.string().max(60).optional(),
    }),
  ),
  steps: z.array(step).min(1).max(60),
  off: z.boolean().optional(),
}) as z.ZodType<ProcedureDocument>;

export function defineProcedure(document: ProcedureDocument): ProcedureDocument {
  return document;
}
