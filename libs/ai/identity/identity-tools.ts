import { z } from 'zod';
import { orderNumberArg } from '../tools/own-order';
import type { AiTool } from '../tools/tool';
import { defineTool } from '../tools/tool';
import type { Identities } from './identities.service';

/** How a customer proves who they are, on any channel. */
export const identityTools = (identities: Identities): AiTool[] => [
  defineTool({
    name: 'verify_identity',
    description:
      'Matches an order number with the mail address or the postcode on that order, as the customer wrote them. When they match, orders of that customer may be told here.',
    schema: z
      .strictObject({
        orderNumber: orderNumberArg,
        email: z.email().max(320).optional(),
        postcode: z.string().trim().min(2).max(12).optional(),
      })
      .refine(({ email, postcode }) => email !== undefined || postcode !== undefined, {
        message: 'Name a mail address or a postcode.',
      }),
    run: (ctx, binding, args) => identities.verify(ctx, binding, args),
  }),
  defineTool({
    name: 'send_code',
    description:
      'Mails a one-time code to the address that the shop has on file, when something needs a surer proof. Ask the customer to write the code here; the address is told masked only.',
    schema: z.strictObject({}),
    run: (ctx, binding) => identities.sendCode(ctx, binding),
  }),
  defineTool({
    name: 'check_code',
    description: 'Checks the six digits that the customer wrote.',
    schema: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    run: (ctx, binding, args) => identities.checkCode(ctx, binding, args),
  }),
];
