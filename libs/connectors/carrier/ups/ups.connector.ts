import type { CarrierAdapter, Connector, ConnectorDeps } from '../../port';
import { ReportMapper } from './report.mapper';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { recogniseUps } from '../../vendor/tracking/ups-number';
import { UpsClient } from './ups.client';
import { UpsCredentials } from './ups.credentials';
import { upsHook } from './ups.hook';

/** UPS asks about numbers of 7 to 34 letters and digits; any other is not one. */
const ASKABLE = /^[0-9A-Z]{7,34}$/;

export const ups: Connector<'carrier', UpsCredentials> = {
  id: 'ups',
  kind: 'carrier',
  label: 'UPS',
  credentials: UpsCredentials,
  connect(credentials: UpsCredentials, deps: ConnectorDeps): CarrierAdapter {
    const client = new UpsClient(credentials, deps);
    const mapper = new ReportMapper(deps.log);
    return {
      check: () => client.prove(),
      recognise: recogniseUps,
      async track(trackingNumber) {
        const number = plainTrackingNumber(trackingNumber);
        if (!ASKABLE.test(number)) return null;
        const answer = await client.track(number);
        return answer && mapper.report(answer, number);
      },
      // Without its credential no call could be told from anybody's.
      ...(credentials.webhookCredential && {
        hook: upsHook(credentials),
        watch: (numbers: readonly string[]) => watched(client, numbers),
      }),
    };
  },
};

/** Most numbers that UPS takes at once. */
const AT_ONCE = 100;
const WATCHABLE = /^1Z[0-9A-Z]{16}$/;

async function watched(client: UpsClient, numbers: readonly string[]): Promise<string[]> {
  const ours = [...new Set(numbers.map(plainTrackingNumber))].filter((number) => WATCHABLE.test(number));
  const taken: string[] = [];
  for (let start = 0; start < ours.length; start += AT_ONCE) {
    taken.push(...(await client.subscribe(ours.slice(start, start + AT_ONCE))));
  }
  return taken;
}
