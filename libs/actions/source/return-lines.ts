import type { ReturnReason } from '@satchel/connectors';
import { RETURN_REASONS } from '@satchel/connectors';
import { z } from 'zod';
import { cannot, type CannotBody } from '../action/preparation';
import type { FoundOrder } from './sources.service';

const text = z.string().trim().max(500);

export const returnLinesArg = z
  .array(
    z.strictObject({
      orderLineId: z.string().min(1).max(200),
      quantity: z.int().min(1).max(10_000),
      reason: z.enum(RETURN_REASONS).meta({ title: 'Why' }),
      note: text.optional().meta({ title: 'In their words' }),
    }),
  )
  .min(1)
  .max(100)
  .meta({ title: 'Lines', description: "What goes back: lines of the order by the shop's own id, how many, and why." });

export interface ReturnLine {
  orderLineId: string;
  quantity: number;
  reason: ReturnReason;
  note: string | null;
}

interface Told {
  ok: true;
  lines: ReturnLine[];
  /** For the policy: what of it is final sale. */
  products: { title: string; sku: string | null; tags: string[] }[];
  words: string;
  /** Names of the variants that the lines' products have, by the shop's ids of them. */
  variants: Map<string, string>;
}

/** Lines that can go back, as the order knows them. */
export async function returnLines(
  found: FoundOrder,
  given: z.infer<typeof returnLinesArg>,
): Promise<Told | CannotBody> {
  const { now, shop } = found;
  const products: Told['products'] = [];
  const words: string[] = [];
  const variants: Told['variants'] = new Map();
  for (const { orderLineId, quantity } of given) {
    const line = now.lines.find(({ id }) => id === orderLineId);
    if (!line) return cannot('not_valid', `${now.number} has no line ${orderLineId}.`);
    if (quantity > (line.returnable ?? line.quantity))
      return cannot(
        'not_valid',
        `Of "${line.title}" ${line.returnable ?? line.quantity} can go back, not ${quantity}.`,
      );
    const known = line.sku ? ((await shop.products?.bySku(line.sku)) ?? []) : [];
    products.push({ title: line.title, sku: line.sku, tags: known.flatMap(({ tags }) => tags ?? []) });
    for (const { title, variants: all } of known)
      for (const variant of all)
        variants.set(variant.externalId, variant.title ? `${title} (${variant.title})` : title);
    // Which of two that are called the same is told by what it looks like.
    const twins = now.lines.filter(({ title }) => title === line.title).length > 1;
    words.push(`${quantity} x ${line.title}${twins && line.variant ? ` (${line.variant})` : ''}`);
  }
  const lines = given.map(({ note, ...line }) => ({ ...line, note: note ?? null }));
  return { ok: true, lines, products, words: words.join(', '), variants };
}

/** The products of lines, as far as the shop tells them; undefined: it does not, so nobody knows what is final sale. */
export async function refundedProducts(
  { now, shop }: FoundOrder,
  given: readonly { orderLineId: string }[],
): Promise<Told['products'] | undefined> {
  const products: Told['products'] = [];
  for (const { orderLineId } of given) {
    const line = now.lines.find(({ id }) => id === orderLineId);
    const known = line?.sku && shop.products ? await shop.products.bySku(line.sku).catch(() => null) : [];
    if (!line || !known) return undefined;
    products.push({ title: line.title, sku: line.sku, tags: known.flatMap(({ tags }) => tags ?? []) });
  }
  return products;
}
