import { startSandboxProcess } from '../../../testing/sandbox-process';
import { lightspeed } from './lightspeed.connector';

export const good = { apiKey: 'sandbox-key', apiSecret: 'sandbox-secret', cluster: 'eu1', language: 'nl' };

/** Faults of changes pass by the notes that go before them. */
const OF_CHANGES: Record<string, string> = { lose_answer: 'lose_change', '500_after': '500_after_change' };

/** Lightspeed's twin in a process of its own. */
export async function lightspeedTwin(more: object = {}) {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: lightspeed,
    good: { ...good, ...more },
    wrong: { ...good, apiSecret: 'not-the-secret' },
    baseUrl: `${sandbox.url}/lightspeed`,
    known: { number: 'ORD01001', email: 'anna.bergmann@example.com', otherNumber: 'ORD01002' },
    unknownId: '424242424242',
    walksById: true,
    fault: (mode: string) =>
      sandbox.control<void>('faults', {
        vendor: 'lightspeed',
        mode: OF_CHANGES[mode] ?? mode,
        ...(mode in OF_CHANGES || mode === 'no_effect' ? { times: 1 } : {}),
      }),
    settings: (settings: object) => sandbox.control('lightspeed/settings', settings),
    effects: async (kind: string, target: string): Promise<number> => {
      const { effects } = await sandbox.control<{ effects: object[] }>(
        `effects?kind=${kind}&target=${encodeURIComponent(target)}`,
      );
      return effects.length;
    },
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"paymentStatus":"paid"', '"paymentStatus":"bartered"'),
    stop: () => sandbox.stop(),
  };
}
export type LightspeedTwin = Awaited<ReturnType<typeof lightspeedTwin>>;
