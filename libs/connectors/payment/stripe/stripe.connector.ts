import type { Connector, ConnectorDeps, PaymentAdapter } from '../../port';
import { PaymentMapper } from './payment.mapper';
import { Payments } from './payments';
import { Refund } from './refund.change';
import { checkStripe } from './stripe.check';
import { StripeClient } from './stripe.client';
import { StripeCredentials, USUAL_ORDER_KEY } from './stripe.credentials';
import { StripeHook } from './stripe.hook';

export const stripe: Connector<'payment', StripeCredentials> = {
  id: 'stripe',
  kind: 'payment',
  label: 'Stripe',
  steps: [
    'Open dashboard.stripe.com > Developers > API keys and choose "Create restricted key".',
    'Give it the permissions below and nothing else, and copy the key at once: Stripe shows it only then.',
    'To try it out, do the same with "Test mode" on: such a key moves no money.',
  ],
  scopes: ['Charges and Refunds: Write', 'PaymentIntents: Read', 'Webhook Endpoints: Write'],
  credentials: StripeCredentials,
  connect(credentials: StripeCredentials, deps: ConnectorDeps): PaymentAdapter {
    const orderKey = credentials.orderKey || USUAL_ORDER_KEY;
    const client = new StripeClient(credentials, deps);
    const mapper = new PaymentMapper(deps.log);
    const payments = new Payments(client, mapper, orderKey);
    return {
      check: () => checkStripe(client, orderKey),
      gateways: ['stripe'],
      byReference: (reference) => payments.byReference(reference),
      byOrder: (orderNumber) => payments.byOrder(orderNumber),
      refund: new Refund(client, payments, mapper),
      hook: new StripeHook(client, credentials, deps),
    };
  },
};
