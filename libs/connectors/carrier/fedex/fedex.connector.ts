import type { CarrierAdapter, Connector, ConnectorDeps } from '../../port';
import { recogniseFedex } from '../../vendor/tracking/fedex-number';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { FedexClient } from './fedex.client';
import { FedexCredentials } from './fedex.credentials';
import { ReportMapper } from './report.mapper';

const ASKABLE = /^[0-9A-Z]{8,40}$/;
/** Nobody's: the question shows whether the keys are for tracking. */
const NO_NUMBER = '000000000000';

export const fedex: Connector<'carrier', FedexCredentials> = {
  id: 'fedex',
  kind: 'carrier',
  label: 'FedEx',
  steps: [
    'Sign in at developer.fedex.com, open My Projects and choose "Create a project".',
    'Select the Track API, and move the project to production once FedEx has approved it.',
    'Copy its API key and secret key; keys of other FedEx APIs do not track.',
  ],
  credentials: FedexCredentials,
  connect(credentials: FedexCredentials, deps: ConnectorDeps): CarrierAdapter {
    const client = new FedexClient(credentials, deps);
    const mapper = new ReportMapper(deps.log);
    return {
      check: async () => void (await client.track(NO_NUMBER)),
      recognise: recogniseFedex,
      async track(trackingNumber) {
        const number = plainTrackingNumber(trackingNumber);
        return ASKABLE.test(number) ? mapper.report(await client.track(number), number) : null;
      },
    };
  },
};
