import { ConnectorError, type Verdict } from '../../port';
import { fieldsIn, textIn } from '../../vendor/loose';
import type { StripeClient } from './stripe.client';

/** Nobody has this id: the call shows whether refunds are allowed, and nothing else. */
const NO_CHARGE = 'ch_satchelconnectioncheck';

/** What each part takes, with Stripe's name of the permission. */
const parts = (client: StripeClient, orderKey: string) =>
  [
    ['payments', 'Charges and Refunds: Read', () => client.get('/charges', { limit: 1 })],
    ['payments', 'PaymentIntents: Read', () => client.get('/payment_intents', { limit: 1 })],
    ['refunds', 'Charges and Refunds: Read', () => client.get('/refunds', { limit: 1 })],
    [
      'search',
      'PaymentIntents: Read',
      () => client.get('/payment_intents/search', { query: `metadata['${orderKey}']:'0'`, limit: 1 }),
    ],
    ['refund', 'Charges and Refunds: Write', () => client.set('/refunds', { charge: NO_CHARGE })],
    ['hook', 'Webhook Endpoints: Write', () => client.get('/webhook_endpoints', { limit: 1 })],
  ] as const;

/** Tries each part once; throws `auth` when the key opens nothing. */
export async function checkStripe(client: StripeClient, orderKey: string): Promise<Verdict> {
  const lacking = new Map<string, string>();
  const tried = new Set<string>();
  for (const [capability, permission, call] of parts(client, orderKey)) {
    tried.add(capability);
    if (!(await allowed(call))) lacking.set(capability, permission);
  }
  if (lacking.has('payments')) {
    const words = `This key may not read payments: give it "${lacking.get('payments')}" at Stripe.`;
    throw new ConnectorError('auth', words, { vendorCode: '403' });
  }
  return {
    can: [...tried].filter((one) => !lacking.has(one)),
    cannot: [...lacking].map(([capability, permission]) => ({
      capability,
      reason: `The key may not do that: give it "${permission}" under Developers > API keys at Stripe`,
    })),
    account: await accountOf(client),
  };
}

/** A wrong key stops the check; a permission that it lacks is a verdict. */
async function allowed(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    // Stripe looked for it, so the key may.
    if (error.code === 'not_found' || error.code === 'rejected') return true;
    if (error.code === 'auth' && error.vendorCode?.startsWith('403')) return false;
    throw error;
  }
}

/** Few restricted keys may read the account; that money is not real stands there in any case. */
async function accountOf(client: StripeClient): Promise<string> {
  const mode = client.testMode ? 'test mode' : 'live mode';
  try {
    const { business_profile, settings } = await client.get('/account');
    const name = textIn(fieldsIn(business_profile).name) || textIn(fieldsIn(fieldsIn(settings).dashboard).display_name);
    return name ? `${name} (${mode})` : `Stripe (${mode})`;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'auth') return `Stripe (${mode})`;
    throw error;
  }
}
