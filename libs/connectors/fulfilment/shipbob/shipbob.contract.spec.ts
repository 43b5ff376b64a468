import { v7 } from 'uuid';
import { startSandboxProcess } from '../../../testing/sandbox-process';
import { contractProblems, operationsIn, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { shipbob } from './shipbob.connector';

const contract = Contract.open('shipbob/shipbob-openapi.json', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;
const address = { name: 'Marco Rossi', lines: ['Via Torino 5'], city: 'Milano', postcode: '20123', country: 'IT' };

withDocument("ShipBob's own document (put it in SATCHEL_SPECS to run this)", () => {
  it('allows every request of the adapter and every answer of the twin', async () => {
    const sandbox = await startSandboxProcess();
    try {
      const baseUrl = `${sandbox.url}/shipbob`;
      const { deps, traffic } = recordedDeps({ baseUrl });
      const adapter = shipbob.connect({ accessToken: 'sandbox-shipbob-token' }, deps);
      const write = () => ({ key: v7(), beforeCommit: async () => undefined });
      await adapter.check();
      await adapter.byNumber('#1003');
      const [open] = await adapter.byNumber('#1002');
      const orderId = open?.externalId ?? '';
      await adapter.stock('FH-TNT-TARN2');
      await adapter.address!.perform({ orderId, address }, write());
      await adapter.cancel!.perform({ orderId }, write());
      await adapter.hook!.register!();
      await adapter.hook!.unregister!();
      expect(contract && contractProblems(contract, traffic, baseUrl)).toEqual([]);
      expect(operationsIn(traffic, baseUrl).map((one) => one.replace(/wh_\w+/, '{id}'))).toEqual([
        'DELETE /2026-01/webhook/{id}',
        'GET /2026-01/channel',
        'GET /2026-01/inventory-level',
        'GET /2026-01/order',
        'GET /2026-01/order/{id}',
        'GET /2026-01/shipment/{id}/timeline',
        'GET /2026-01/webhook',
        'POST /2026-01/order/{id}:cancel',
        'POST /2026-01/webhook',
        'PUT /2026-01/shipment/{id}:updateAddress',
      ]);
      const writes = traffic.filter(({ request }) => /:(cancel|updateAddress)$/.test(request.url));
      expect(writes.map(({ request }) => request.headers.get('shipbob_channel_id'))).toEqual(['105001', '105001']);
    } finally {
      await sandbox.stop();
    }
  });
});
