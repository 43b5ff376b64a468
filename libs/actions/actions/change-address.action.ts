import type { PostalAddressBody } from '@satchel/contracts';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { byHand } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { whyNot } from '../source/sources.service';

const text = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title });

export const changeAddress = defineAction({
  name: 'change_address',
  title: 'Change the address',
  description: 'Sends an order to another address, before it has left. The whole new address is needed.',
  risk: 'write',
  // Goods sent elsewhere are goods taken: an order number that matches is not enough.
  assurance: 3,
  needs: { kind: 'commerce', capability: 'address' },
  undoable: false,
  arguments: z.strictObject({
    order: orderArg,
    address: z
      .strictObject({
        name: text('Name', 200),
        lines: z
          .array(z.string().trim().min(1).max(200))
          .min(1)
          .max(4)
          .meta({ title: 'Street', description: 'Street and number, then what else there is.' }),
        city: text('City', 100),
        postcode: z
          .string()
          .trim()
          .max(20)
          .meta({ title: 'Postcode', description: 'Empty where the country has none.' }),
        country: z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-Z]{2}$/)
          .meta({ title: 'Country', description: 'ISO 3166-1 alpha-2.' }),
      })
      .meta({ title: 'Address' }),
  }),
  async prepare(scene, { order, address }) {
    const found = await scene.sources.order(scene.ctx, order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const missing = whyNot(connection, 'address', shop.address !== undefined);
    if (missing)
      return { ...missing, fallback: byHand(missing.message, `Change the address of ${body.number}`, words(address)) };
    return orderChange(found, {
      summary: {
        ahead: `Send ${body.number} to ${words(address)}`,
        done: `Changed the address of ${body.number} to ${words(address)}`,
      },
      shown: [
        { label: 'Now', value: now.shippingAddress ? words(now.shippingAddress) : 'none' },
        { label: 'New', value: words(address) },
      ],
      steps: [
        {
          name: 'Address',
          connectionId: connection.id,
          change: 'commerce.address',
          args: { orderId: now.externalId, address },
        },
      ],
      facts: orderFacts(found, scene),
    });
  },
});

const words = ({ name, lines, postcode, city, country }: PostalAddressBody): string =>
  [name, ...lines, `${postcode} ${city}`.trim(), country].join(', ');
