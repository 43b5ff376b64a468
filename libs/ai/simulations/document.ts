import type { OrderBody, SimulationDraft } from '@satchel/contracts';
import { AppError } from '@satchel/kernel';
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const said = z.string().trim().min(1).max(4_000);
const money = z.looseObject({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
const order = z.looseObject({
  id: line,
  externalId: line,
  number: line,
  email: z.string().nullable(),
  placedAt: z.iso.datetime(),
  payment: line,
  fulfilment: line,
  total: money,
  refunded: money,
  lines: z.array(z.looseObject({ title: line, quantity: z.int().min(1), unitPrice: money })).max(50),
  ...Object.fromEntries(
    ['shipments', 'payments', 'refunds', 'returns', 'discountCodes'].map((name) => [
      name,
      z.array(z.unknown()).max(50),
    ]),
  ),
});

const draft = z.strictObject({
  name: line,
  customer: z.strictObject({
    name: z.string().trim().max(200),
    email: z.email().nullable(),
    assurance: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  }),
  world: z.strictObject({
    at: z.iso.datetime(),
    orders: z.array(order as unknown as z.ZodType<OrderBody>).max(20),
    points: z.strictObject({ points: z.int(), tier: z.string().max(100).nullable() }).nullable(),
    articles: z
      .array(z.strictObject({ title: line, text: said }))
      .max(20)
      .optional(),
  }),
  steps: z
    .array(z.strictObject({ say: said }))
    .min(1)
    .max(10),
  answers: z.array(z.strictObject({ whenAsked: z.array(line).min(1).max(10), say: said })).max(20),
  confirms: z.enum(['yes', 'no']).nullable(),
  expected: z.strictObject({
    actions: z
      .array(
        z.strictObject({
          name: line,
          arguments: z.record(z.string(), z.unknown()).optional(),
          state: z.enum(['done', 'awaiting_approval']).optional(),
        }),
      )
      .max(20),
    never: z.array(line).max(30),
    outcome: z.enum(['sent', 'handed_over', 'drafted', 'skipped']).nullable(),
    mentions: z.array(line).max(20),
    notMentions: z.array(line).max(20),
  }),
});

/** What somebody wrote, as a simulation; throws 422 with what does not fit. Read back from us it may bring our own fields. */
export function draftOf(given: object): SimulationDraft {
  const { id, kind, origin, off, ticketId, last, ...rest } = given as Record<string, unknown>;
  void [id, kind, origin, off, ticketId, last];
  const result = draft.safeParse(rest);
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ field: ['document', ...path].join('.'), message }));
  const words = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new AppError('simulation_not_valid', 422, words.slice(0, 2000), { errors });
}
