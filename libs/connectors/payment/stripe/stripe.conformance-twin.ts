import { startSandboxProcess } from '../../../testing/sandbox-process';
import { stripe } from './stripe.connector';

interface Named {
  id: string;
  amount: number;
  latest_charge: string;
  metadata: { order_id: string };
}
interface Given {
  amount: number;
  status: string;
  payment_intent: string;
}

const KEY = 'rk_test_sandbox';

/** The twin, with a payment that nothing was paid back of, and one with a refund that arrived. */
export async function stripeTwin() {
  const sandbox = await startSandboxProcess();
  const baseUrl = `${sandbox.url}/stripe`;
  const raw = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${baseUrl}/v1${path}`, { headers: { authorization: `Bearer ${KEY}` } });
    return (await response.json()) as T;
  };
  const { data: refunds } = await raw<{ data: Given[] }>('/refunds?limit=100');
  const back = new Set(refunds.map((one) => one.payment_intent));
  const { data: intents } = await raw<{ data: (Named & { status: string })[] }>('/payment_intents?limit=100');
  const whole = intents.find((one) => one.status === 'succeeded' && !back.has(one.id) && one.amount > 5_000);
  const once = (one: Given) => refunds.filter((other) => other.payment_intent === one.payment_intent).length === 1;
  const arrived = refunds.find((one) => one.status === 'succeeded' && once(one));
  if (!whole || !arrived) throw new Error('the twin has no such payments');
  const { id, latest_charge: charge, amount, metadata } = whole;
  return {
    sandbox,
    raw,
    connector: stripe,
    good: { apiKey: KEY },
    wrong: { apiKey: 'rk_test_notTheSecret' },
    baseUrl,
    known: { references: [id, charge], orderNumber: metadata.order_id, amount, currency: 'EUR' },
    refunded: { reference: arrived.payment_intent, amount: arrived.amount },
    unknownReference: 'pi_3NobodyHasThisOne0000000',
    settings: (body: object) => sandbox.control<void>('stripe/settings', body),
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'stripe', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"status":"succeeded"', '"status":"reimagined"'),
    stop: () => sandbox.stop(),
  };
}
export type StripeTwin = Awaited<ReturnType<typeof stripeTwin>>;
