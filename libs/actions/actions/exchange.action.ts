import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg, refundToArg } from '../action/arguments';
import { byHand } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { settling } from '../source/payment-methods';
import { returnLines, returnLinesArg } from '../source/return-lines';
import { whyNot } from '../source/sources.service';

export const exchange = defineAction({
  name: 'exchange',
  title: 'Exchange',
  description: 'Opens a return for lines of an order and notes the goods wanted instead: another size or colour.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'returns' },
  undoable: false,
  arguments: z.strictObject({
    order: orderArg,
    lines: returnLinesArg,
    wanted: z
      .array(z.strictObject({ variantId: z.string().min(1).max(200), quantity: z.int().min(1).max(10_000) }))
      .min(1)
      .max(100)
      .meta({ title: 'Instead', description: "What they get instead, by the shop's variant ids." }),
    refundTo: refundToArg.optional(),
  }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const told = await scene.sources.told(() => returnLines(found, args.lines));
    if (!told.ok) return told;
    const instead = args.wanted
      .map(({ variantId, quantity }) => `${quantity} x ${told.variants.get(variantId) ?? variantId}`)
      .join(', ');
    const missing = whyNot(connection, 'returns', shop.returns !== undefined) ?? whyNot(connection, 'exchange', true);
    if (missing)
      return {
        ...missing,
        fallback: byHand(missing.message, `Exchange from ${body.number}`, `Back: ${told.words}\nInstead: ${instead}`),
      };
    const { takesMethod } = shop.returns ?? {};
    const money = await scene.sources.told(() => settling(found, args.refundTo, { ...scene, takesMethod }));
    if (!money.ok) return money;
    const wish = { orderId: now.externalId, lines: told.lines, exchange: args.wanted, ...money.wish };
    return orderChange(found, {
      summary: {
        ahead: `Exchange ${told.words} of ${body.number} for ${instead}`,
        done: `Opened an exchange of ${told.words} from ${body.number} for ${instead}`,
      },
      shown: [
        { label: 'Goes back', value: told.words },
        { label: 'Instead', value: instead },
        ...(args.refundTo ? [{ label: 'Difference', value: money.words }] : []),
      ],
      steps: [{ name: 'Exchange', connectionId: connection.id, change: 'commerce.return', args: wish }],
      facts: { ...orderFacts(found, scene), lines: told.products },
    });
  },
});
