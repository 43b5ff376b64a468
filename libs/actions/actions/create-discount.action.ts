import { moneyWords } from '@satchel/policies';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { cannot } from '../action/preparation';
import { emailsOf } from '../source/sources.service';
import { whom } from './whom';

const DAY_MS = 24 * 3600_000;
/** No letters or digits that are read as one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const createDiscount = defineAction({
  name: 'create_discount',
  title: 'Give a discount code',
  description:
    'Makes a discount code of a percentage or an amount, for one use within some days unless told otherwise.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'discounts' },
  undoable: true,
  arguments: z
    .strictObject({
      percent: z.int().min(1).max(100).optional().meta({ title: 'Percent' }),
      amount: z
        .strictObject({ amount: z.int().positive(), currency: z.string().regex(/^[A-Z]{3}$/) })
        .optional()
        .meta({ title: 'Amount', description: 'In minor units (cents) of its currency.' }),
      code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9_-]{4,40}$/)
        .optional()
        .meta({ title: 'Code', description: 'Left out: one is made.' }),
      validDays: z.int().min(1).max(3650).default(30).meta({ title: 'Days' }),
      endsAt: z.iso.datetime().optional().meta({ title: 'Until', description: 'Left out: it follows from the days.' }),
      uses: z.int().min(1).max(10_000).default(1).meta({ title: 'Uses' }),
    })
    .refine(({ percent, amount }) => (percent === undefined) !== (amount === undefined), {
      message: 'Name a percent or an amount.',
    }),
  async prepare(scene, { percent, amount, code: given, validDays: days, endsAt: until, uses }) {
    const { ctx, customer, sources } = scene;
    const found = await sources.able(ctx, 'commerce', (shop) => shop.discounts?.create !== undefined, 'discounts');
    if (!found.ok) return found;
    const { connection, adapter } = found;
    const [email] = emailsOf(customer);
    const known = await sources.told(async () => (email && adapter.customers ? adapter.customers.byEmail(email) : []));
    if ('ok' in known) return known;
    // A code for one person only where it is clear which of the shop's customers that is.
    const customerId = known.length === 1 ? (known[0]?.externalId ?? null) : null;
    const code = given ?? madeUp();
    const endsAt = until ?? new Date(scene.now.getTime() + days * DAY_MS).toISOString();
    const validDays = Math.ceil((Date.parse(endsAt) - scene.now.getTime()) / DAY_MS);
    if (validDays < 1) return cannot('not_valid', 'The code would end before it begins.');
    const worth = percent === undefined ? moneyWords(amount ?? { amount: 0, currency: 'EUR' }) : `${percent} %`;
    const args = {
      code,
      ...(percent !== undefined && { percent }),
      ...(amount && { amount }),
      usageLimit: uses,
      endsAt,
      customerId,
    };
    return {
      ok: true,
      connectionId: connection.id,
      order: null,
      lockKey: customer ? `discount:${customer.id}` : null,
      amount: amount ?? null,
      summary: { ahead: `Make the code ${code} for ${worth}`, done: `Made the code ${code} for ${worth}` },
      shown: [
        { label: 'Code', value: code },
        { label: 'Worth', value: worth },
        { label: 'Until', value: endsAt.slice(0, 10) },
        { label: 'For', value: customerId ? whom(customer) : 'whoever has it' },
      ],
      fixed: { code, endsAt },
      steps: [{ name: 'Discount', connectionId: connection.id, change: 'commerce.discount', args }],
      facts: {
        percent: percent ?? null,
        amount: amount ?? null,
        validDays,
        discountsIn90Days: (await sources.history(ctx, customer, 'create_discount')).length,
      },
    };
  },
});

const madeUp = (): string => `THANKS-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
