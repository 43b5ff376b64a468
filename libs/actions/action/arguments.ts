import { z } from 'zod';

/** Arguments that many actions have in common, with the words a form and a model show. */
export const orderArg = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ title: 'Order', description: "The order's number as the shop shows it, such as #1003, or its id here." });

export const linesArg = z
  .array(z.strictObject({ orderLineId: z.string().min(1).max(200), quantity: z.int().min(1).max(10_000) }))
  .min(1)
  .max(100)
  .meta({ title: 'Lines', description: "Lines of the order by the shop's own id, with how many of each." });

export const reasonArg = z
  .string()
  .trim()
  .max(500)
  .meta({ title: 'Reason', description: 'For the record, in a few words.' });

export const notifyArg = z
  .boolean()
  .default(true)
  .meta({ title: 'Tell the customer', description: "By the shop's own mail, where it has one." });

export const paymentMethodArg = z.string().trim().min(1).max(200).meta({
  title: 'Payment method',
  description:
    'One that the customer has on file at the shop: its id there, or the words it is known by ("PayPal", "Visa 4242", "gift card").',
});

export const refundToArg = paymentMethodArg.meta({
  title: 'Money goes to',
  description:
    '"original": as it was paid, as when left out. Else a payment method that the customer has on file, by its id or its words.',
});

export const restockArg = z
  .boolean()
  .meta({ title: 'Back on the shelf', description: 'Whether the goods are counted as stock again.' });

export const subscriptionArg = z.string().min(1).max(200).optional().meta({
  title: 'Subscription',
  description: 'Its id; may be left out when the customer has one running subscription.',
});

/** Which operation of which custom system, and with what; the system's own schema says what that may be. */
export const operationArgs = {
  connectionId: z.uuid().meta({ title: 'Connection' }),
  operation: z.string().min(1).max(100).meta({ title: 'Operation' }),
  arguments: z.record(z.string(), z.unknown()).meta({ title: 'Arguments' }),
};
