import { startSandboxProcess } from '../../../testing/sandbox-process';
import { woocommerce } from './woocommerce.connector';

export const good = {
  shopUrl: 'https://fernhill.example',
  consumerKey: 'ck_sandbox',
  consumerSecret: 'cs_sandbox',
};

/** WooCommerce's twin in a process of its own. */
export async function woocommerceTwin(more: object = {}) {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: woocommerce,
    good: { ...good, ...more },
    wrong: { ...good, consumerSecret: 'cs_not-the-secret' },
    baseUrl: `${sandbox.url}/woocommerce`,
    known: { number: '1001', email: 'anna.bergmann@example.com', otherNumber: '1002' },
    unknownId: '424242424242',
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'woocommerce', mode }),
    settings: (settings: object) => sandbox.control('woocommerce/settings', settings),
    effects: async (kind: string, target: string): Promise<{ key: string | null; amount: number | null }[]> => {
      const path = `effects?kind=${kind}&target=${encodeURIComponent(target)}`;
      return (await sandbox.control<{ effects: { key: string | null; amount: number | null }[] }>(path)).effects;
    },
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"status":"completed"', '"status":"bartered"'),
    stop: () => sandbox.stop(),
  };
}
export type WoocommerceTwin = Awaited<ReturnType<typeof woocommerceTwin>>;
