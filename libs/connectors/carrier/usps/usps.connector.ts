import type { CarrierAdapter, Connector, ConnectorDeps } from '../../port';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { recogniseUsps } from '../../vendor/tracking/usps-number';
import { ReportMapper } from './report.mapper';
import { UspsClient } from './usps.client';
import { UspsCredentials } from './usps.credentials';

const ASKABLE = /^[0-9A-Z]{10,40}$/;

export const usps: Connector<'carrier', UspsCredentials> = {
  id: 'usps',
  kind: 'carrier',
  label: 'USPS',
  steps: [
    'Sign in at developers.usps.com with your business account, open Apps and choose "Add App".',
    'Make sure that the Tracking API is among its products, and copy the consumer key and the secret.',
  ],
  scopes: ['tracking'],
  credentials: UspsCredentials,
  connect(credentials: UspsCredentials, deps: ConnectorDeps): CarrierAdapter {
    const client = new UspsClient(credentials, deps);
    const mapper = new ReportMapper(deps.log);
    return {
      check: () => client.prove(),
      recognise: recogniseUsps,
      async track(trackingNumber) {
        const number = plainTrackingNumber(trackingNumber);
        const parcel = ASKABLE.test(number) ? await client.track(number) : null;
        return parcel && mapper.report(parcel, number);
      },
    };
  },
};
