import type { CarrierAdapter, Connector, ConnectorDeps, TrackingReport } from '../../port';
import { recogniseDhl } from '../../vendor/tracking/dhl-number';
import { recogniseFedex } from '../../vendor/tracking/fedex-number';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { recogniseUps } from '../../vendor/tracking/ups-number';
import { recogniseUsps } from '../../vendor/tracking/usps-number';
import { ReportMapper } from './report.mapper';
import { ShipengineClient } from './shipengine.client';
import { ShipengineCredentials } from './shipengine.credentials';
import { ShipengineHook } from './shipengine.hook';

const CARRIERS = [
  { code: 'ups', name: 'UPS', recognise: recogniseUps },
  { code: 'fedex', name: 'FedEx', recognise: recogniseFedex },
  { code: 'stamps_com', name: 'USPS', recognise: recogniseUsps },
  { code: 'dhl_express', name: 'DHL', recognise: recogniseDhl },
];

/** Whose number it may be, the surest first. */
const candidates = (number: string) =>
  CARRIERS.map((carrier) => ({ ...carrier, sure: carrier.recognise(number) }))
    .filter(({ sure }) => sure > 0)
    .sort((one, other) => other.sure - one.sure);

/** The aggregator among several: it alone publishes an OpenAPI document of its own, so its twin can be held against that. */
export const shipengine: Connector<'carrier', ShipengineCredentials> = {
  id: 'shipengine',
  kind: 'carrier',
  label: 'ShipEngine',
  steps: [
    'Sign in at app.shipengine.com and open API Management.',
    'Choose "Create New API Key" and copy it.',
    'Connect your carrier accounts there, too: ShipEngine tracks by them.',
  ],
  credentials: ShipengineCredentials,
  connect(credentials: ShipengineCredentials, deps: ConnectorDeps): CarrierAdapter {
    const client = new ShipengineClient(credentials, deps);
    const mapper = new ReportMapper(deps.log);
    return {
      check: async () => void (await client.call('GET', '/v1/carriers')),
      // The carrier itself knows better and is asked first.
      recognise: (trackingNumber) => (candidates(trackingNumber).length > 0 ? 1 : 0),
      async track(trackingNumber): Promise<TrackingReport | null> {
        const number = plainTrackingNumber(trackingNumber);
        for (const { code, name } of candidates(number)) {
          const answer = await client.track(code, number);
          const report = answer && mapper.report(answer, name, number);
          if (report) return report;
        }
        return null;
      },
      hook: new ShipengineHook(client, credentials.jwksUrl, deps),
    };
  },
};
