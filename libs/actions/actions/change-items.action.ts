import type { ItemsPreview, ItemsWish } from '@satchel/connectors';
import { moneyWords } from '@satchel/policies';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg, paymentMethodArg } from '../action/arguments';
import { byHand, cannot, type CannotBody } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { methodChoices, settling } from '../source/payment-methods';
import { whyNot } from '../source/sources.service';

export const changeItems = defineAction({
  name: 'change_items',
  title: 'Change the items',
  description:
    'Swaps lines of an order that was not sent yet for other variants of the same products: another size or colour. All lines at once.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'changeItems' },
  undoable: false,
  arguments: z.strictObject({
    order: orderArg,
    lines: z
      .array(
        z.strictObject({
          orderLineId: z.string().min(1).max(200).meta({ title: 'Line' }),
          variantId: z.string().min(1).max(200).meta({ title: 'New variant', description: "By the shop's own id." }),
          quantity: z.int().min(1).max(10_000),
        }),
      )
      .min(1)
      .max(100)
      .meta({ title: 'Lines', description: "Lines of the order by the shop's own id, and what they become." }),
    paymentMethodId: paymentMethodArg.optional().meta({
      title: 'Difference',
      description:
        'What pays the difference or gets it back: a payment method on file. Left out: as the order was paid.',
    }),
  }),
  choices: async (scene) => ({ paymentMethodId: await methodChoices(scene) }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const door = shop.changeItems;
    const wanted = args.lines.map((line) => `${line.quantity} x ${line.orderLineId}: ${line.variantId}`).join('\n');
    const fallback = byHand(`${connection.label} cannot change items.`, `Change the items of ${body.number}`, wanted);
    const missing = whyNot(connection, 'changeItems', door !== undefined);
    if (missing || !door) return { ...(missing ?? cannot('not_possible', fallback.reason)), fallback };
    const twice = new Set(args.lines.map(({ orderLineId }) => orderLineId)).size < args.lines.length;
    if (twice) return cannot('not_valid', 'Each line is named once.');
    for (const { orderLineId, quantity } of args.lines) {
      const line = now.lines.find(({ id }) => id === orderLineId);
      if (!line) return cannot('not_valid', `${body.number} has no line ${orderLineId}.`);
      if (quantity > line.quantity)
        return cannot('not_valid', `${body.number} has ${line.quantity} of "${line.title}", not ${quantity}.`);
    }
    const settled = await scene.sources.told(() =>
      settling(found, args.paymentMethodId, { ...scene, takesMethod: door.takesMethod }),
    );
    if (!settled.ok) return settled;
    const wish: ItemsWish = { orderId: now.externalId, lines: args.lines, ...settled.wish };
    const preview = await scene.sources.told((): Promise<ItemsPreview | CannotBody> => door.preview(wish));
    if ('ok' in preview) return preview;
    const words = preview.lines.map(swapWords).join(', ');
    const { difference } = preview;
    return orderChange(found, {
      amount: difference.amount === 0 ? null : { ...difference, amount: Math.abs(difference.amount) },
      summary: { ahead: `Change ${body.number}: ${words}`, done: `Changed ${body.number}: ${words}` },
      shown: [
        ...preview.lines.map((line) => ({ label: 'Change', value: swapWords(line) })),
        {
          label: differenceLabel(difference.amount),
          value: moneyWords({ ...difference, amount: Math.abs(difference.amount) }),
        },
        { label: 'Difference', value: settled.words },
      ],
      steps: [{ name: 'Items', connectionId: connection.id, change: 'commerce.items', args: { ...wish } }],
      facts: orderFacts(found, scene),
    });
  },
});

const swapWords = ({ quantity, title, from, to }: ItemsPreview['lines'][number]): string =>
  `${quantity} x ${title}${from ? ` (${from})` : ''} to ${to ?? title}`;

function differenceLabel(amount: number): string {
  if (amount === 0) return 'Costs the same';
  return amount > 0 ? 'To pay' : 'Goes back';
}
