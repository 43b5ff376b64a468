import type { CarrierAdapter, Connector, ConnectorDeps } from '../../port';
import { ReportMapper } from './report.mapper';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { recogniseUps } from '../../vendor/tracking/ups-number';
import { UpsClient } from './ups.client';
import { UpsCredentials } from './ups.credentials';

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
    };
  },
};
