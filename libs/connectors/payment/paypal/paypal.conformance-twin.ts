import { startSandboxProcess } from '../../../testing/sandbox-process';
import { paypal } from './paypal.connector';

/** Orders of the sandbox whose payments were made with PayPal, found as a shop would tell them. */
export async function paypalTwin() {
  const sandbox = await startSandboxProcess();
  const baseUrl = `${sandbox.url}/paypal`;
  const settings = (body: object) => sandbox.control<void>('paypal/settings', body);
  const { payments } = await sandbox.control<{ payments: Given[] }>('paypal/payments');
  const whole = payments.find((one) => one.captureId && one.refunds.length === 0 && one.amount > 5_000);
  const back = payments.find((one) => one.refunds.length === 1 && one.refunds[0]?.status === 'succeeded');
  if (!whole?.captureId || !back?.captureId) throw new Error('the twin has no such payments');
  return {
    sandbox,
    settings,
    connector: paypal,
    good: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret', mode: 'sandbox' as const },
    wrong: { clientId: 'sandbox-id', clientSecret: 'notTheSecret', mode: 'sandbox' as const },
    baseUrl,
    known: { references: [whole.captureId, whole.reference], orderNumber: '', amount: whole.amount, currency: 'EUR' },
    refunded: { reference: back.captureId, amount: back.refunds[0]?.amount ?? 0 },
    unknownReference: '0NOBODYHASTHIS000',
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'paypal', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"status":"COMPLETED"', '"status":"REIMAGINED"'),
    stop: () => sandbox.stop(),
  };
}
export type PaypalTwin = Awaited<ReturnType<typeof paypalTwin>>;

interface Given {
  captureId: string | null;
  reference: string;
  amount: number;
  refunds: { amount: number; status: string }[];
}
