import { contractProblems, operationsIn, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { parcelsOf } from '../carrier.conformance-twin';
import { fedex } from './fedex.connector';

const contract = Contract.open('carriers/fedex-track-apievangelist.yml', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;

withDocument('a document of the FedEx Track API (put it in SATCHEL_SPECS to run this)', () => {
  it('allows every request of the adapter and every answer of the twin', async () => {
    const vendor = await parcelsOf('FEDEX', 'fedex');
    try {
      const baseUrl = `${vendor.sandbox.url}/fedex`;
      const { deps, traffic } = recordedDeps({ baseUrl });
      const adapter = fedex.connect({ clientId: 'sandbox-id', clientSecret: 'sandbox-secret' }, deps);
      await adapter.check();
      await adapter.track(vendor.known.underway);
      await adapter.track(vendor.known.delivered);
      expect(contract && contractProblems(contract, traffic, baseUrl)).toEqual([]);
      expect(operationsIn(traffic, baseUrl)).toEqual(['POST /oauth/token', 'POST /track/v1/trackingnumbers']);
    } finally {
      await vendor.stop();
    }
  });
});
