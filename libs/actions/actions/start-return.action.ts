import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg, refundToArg } from '../action/arguments';
import { byHand } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { settling } from '../source/payment-methods';
import { returnLines, returnLinesArg } from '../source/return-lines';
import { whyNot } from '../source/sources.service';

export const startReturn = defineAction({
  name: 'start_return',
  title: 'Start a return',
  description:
    'Opens a return for lines of an order. Money goes back later, when the goods are there: that is a refund.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'returns' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg, lines: returnLinesArg, refundTo: refundToArg.optional() }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const told = await scene.sources.told(() => returnLines(found, args.lines));
    if (!told.ok) return told;
    const missing = whyNot(connection, 'returns', shop.returns !== undefined);
    if (missing)
      return { ...missing, fallback: byHand(missing.message, `Open a return for ${body.number}`, told.words) };
    const { takesMethod } = shop.returns ?? {};
    const money = await scene.sources.told(() => settling(found, args.refundTo, { ...scene, takesMethod }));
    if (!money.ok) return money;
    const wish = { orderId: now.externalId, lines: told.lines, exchange: [], ...money.wish };
    return orderChange(found, {
      summary: {
        ahead: `Open a return of ${told.words} from ${body.number}`,
        done: `Opened a return of ${told.words} from ${body.number}`,
      },
      shown: [
        { label: 'Goes back', value: told.words },
        ...(args.refundTo ? [{ label: 'Money goes to', value: money.words }] : []),
      ],
      steps: [{ name: 'Return', connectionId: connection.id, change: 'commerce.return', args: wish }],
      facts: { ...orderFacts(found, scene), lines: told.products },
    });
  },
});
