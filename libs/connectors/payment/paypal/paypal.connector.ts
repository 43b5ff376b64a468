import type { Connector, ConnectorDeps, PaymentAdapter, Verdict } from '../../port';
import { PaymentMapper } from './payment.mapper';
import { Payments } from './payments';
import { PaypalClient } from './paypal.client';
import { PaypalCredentials } from './paypal.credentials';
import { PaypalHook } from './paypal.hook';
import { Refund } from './refund.change';

/** The end of PayPal's name of the permission that a capability takes. */
const PARTS = [
  { capability: 'payments', permission: '/payments/payment/authcapture', label: 'Accept payments' },
  { capability: 'refund', permission: '/payments/refund', label: 'Accept payments' },
  { capability: 'hook', permission: '/applications/webhooks', label: 'Webhooks' },
] as const;

export const paypal: Connector<'payment', PaypalCredentials> = {
  id: 'paypal',
  kind: 'payment',
  label: 'PayPal',
  steps: [
    'Sign in at developer.paypal.com with your business account, choose "Live" and open Apps & Credentials.',
    'Choose "Create App", leave "Accept payments" on, and copy the client ID and the secret key.',
  ],
  scopes: ['Accept payments', 'Webhooks'],
  credentials: PaypalCredentials,
  connect(credentials: PaypalCredentials, deps: ConnectorDeps): PaymentAdapter {
    const client = new PaypalClient(credentials, deps);
    const mapper = new PaymentMapper(deps.log);
    const payments = new Payments(client, mapper);
    return {
      async check() {
        await client.prove();
        return verdictOf(client.scope, credentials.mode);
      },
      gateways: ['paypal'],
      byReference: (reference) => payments.byReference(reference),
      refund: new Refund(client, payments, mapper),
      hook: new PaypalHook(client, credentials, deps),
    };
  },
};

/** A token names what its app may; one that names nothing is believed to be a whole one. */
function verdictOf(scope: string, mode: 'live' | 'sandbox'): Verdict {
  const given = scope.split(/\s+/).filter(Boolean);
  const has = (permission: string) => given.length === 0 || given.some((one) => one.endsWith(permission));
  const wide = given.some((one) => one.endsWith('/services/payments/payment'));
  const able = PARTS.filter(({ capability, permission }) => has(permission) || (wide && capability !== 'hook'));
  const lacking = PARTS.filter((part) => !able.includes(part));
  return {
    can: able.map(({ capability }) => capability),
    cannot: lacking.map(({ capability, label }) => ({
      capability,
      reason: `PayPal does not let this app do that: tick "${label}" in the settings of the app`,
    })),
    account: `PayPal (${mode === 'live' ? 'live' : 'sandbox, no real money'})`,
  };
}
