import { startSandboxProcess } from '../../../testing/sandbox-process';
import { contractProblems, operationsIn, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { smile } from './smile.connector';

const contract = Contract.open('smile/smile-openapi.yml', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;
const write = { key: '018f0000-0000-7000-8000-000000000000', beforeCommit: async () => undefined };

withDocument("Smile.io's own document (put it in SATCHEL_SPECS to run this)", () => {
  it('allows every request of the adapter and every answer of the twin', async () => {
    const sandbox = await startSandboxProcess();
    try {
      const baseUrl = `${sandbox.url}/smile`;
      const { deps, traffic } = recordedDeps({ baseUrl });
      const adapter = smile.connect({ apiKey: 'sandbox-smile-key' }, deps);
      await adapter.check();
      const member = await adapter.member('anna.bergmann@example.com');
      const memberId = member?.externalId ?? '';
      await adapter.byId(memberId);
      await adapter.member('sam.okonkwo@example.com');
      await adapter.rewards();
      await adapter.history(memberId, 20);
      await adapter.redemptions(memberId, 20);
      const grant = { memberId, points: 100, description: 'Sorry' };
      const entry = await adapter.grant!.perform(grant, write);
      await adapter.grant!.find(grant, write.key);
      await adapter.grant!.undo!(entry, write);
      for (const redeem of [
        { memberId, rewardId: '502', points: null },
        { memberId, rewardId: '599', points: 400 },
      ]) {
        await adapter.redeem!.perform(redeem, write);
        await adapter.redeem!.find(redeem, write.key);
      }
      expect(contract && contractProblems(contract, traffic, `${baseUrl}/v1`)).toEqual([]);
      expect(operationsIn(traffic, `${baseUrl}/v1`)).toEqual([
        'GET /customers',
        'GET /customers/{id}',
        'GET /points_products',
        'GET /points_products/{id}',
        'GET /points_settings',
        'GET /points_transactions',
        'GET /points_transactions/{id}',
        'GET /reward_fulfillments',
        'GET /vip_tiers',
        'POST /points_products/{id}/purchase',
        'POST /points_transactions',
      ]);
    } finally {
      await sandbox.stop();
    }
  });

  it('would find a field that is not as it should be', () => {
    const root = 'https://api.smile.io/v1';
    const request = { url: `${root}/customers?mail=a`, method: 'GET', headers: new Headers(), body: null };
    const answer = { status: 200, body: JSON.stringify({ customers: [{ id: '1', state: 'knight' }] }) };
    expect(contract && contractProblems(contract, [{ request, answer }], root)).toEqual([
      'GET /v1/customers: no query "mail"',
      'GET /v1/customers: answer/customers/0/id must be integer',
      'GET /v1/customers: answer/customers/0/state must be equal to one of the allowed values',
    ]);
  });
});
