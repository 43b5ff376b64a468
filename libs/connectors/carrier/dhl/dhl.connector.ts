import type { CarrierAdapter, Connector, ConnectorDeps } from '../../port';
import { fieldsIn, listIn } from '../../vendor/loose';
import { recogniseDhl } from '../../vendor/tracking/dhl-number';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { DhlCredentials } from './dhl.credentials';
import { ReportMapper } from './report.mapper';

const HOST = 'https://api-eu.dhl.com';
const ASKABLE = /^[0-9A-Z]{7,40}$/;
/** Nobody's: the question shows whether the key is good. */
const NO_NUMBER = '0000000000';

/** https://developer.dhl.com/api-reference/shipment-tracking */
export const dhl: Connector<'carrier', DhlCredentials> = {
  id: 'dhl',
  kind: 'carrier',
  label: 'DHL',
  steps: [
    'Sign in at developer.dhl.com, open "My Apps" and choose "Create App".',
    'Select "Shipment Tracking - Unified", and copy the API key once DHL has approved it.',
    'A new key may ask about few parcels a day: have DHL raise that under the app before you go live.',
  ],
  credentials: DhlCredentials,
  connect({ apiKey }: DhlCredentials, deps: ConnectorDeps): CarrierAdapter {
    const root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
    const mapper = new ReportMapper(deps.log);
    const shipments = async (number: string) => {
      const query = new URLSearchParams({ trackingNumber: number, language: 'en' }).toString();
      const headers = { 'dhl-api-key': apiKey, accept: 'application/json' };
      const response = await ask(deps, 'DHL', `${root}/track/shipments?${query}`, { headers });
      if (!response.ok) await response.body?.cancel();
      if (response.status === 404) return [];
      const refusal = refusalOf('DHL', response, deps.now());
      if (refusal) throw refusal;
      return listIn(fieldsIn(await readJson('DHL', response)).shipments).map(fieldsIn);
    };
    return {
      check: async () => void (await shipments(NO_NUMBER)),
      recognise: recogniseDhl,
      async track(trackingNumber) {
        const number = plainTrackingNumber(trackingNumber);
        return ASKABLE.test(number) ? mapper.report(await shipments(number), number) : null;
      },
    };
  },
};
