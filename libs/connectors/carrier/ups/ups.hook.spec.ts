import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandboxProcess, type SandboxProcess } from '../../../testing/sandbox-process';
import { waitFor } from '../../../testing/wait-for';
import type { HookRequest } from '../../port';
import { contractProblems, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { ups } from './ups.connector';

const NUMBER = '1Z999AA10123456784';
const CREDENTIAL = 'a-credential-of-a-test';

describe('UPS Track Alert', () => {
  let sandbox: SandboxProcess;
  const calls: HookRequest[] = [];
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      calls.push({ method: 'POST', url: '', query: {}, headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  const connect = (webhookCredential?: string) => {
    const { deps, traffic } = recordedDeps({ baseUrl: `${sandbox.url}/ups` });
    const credentials = { clientId: 'sandbox-id', clientSecret: 'sandbox-secret', webhookCredential };
    return { adapter: ups.connect(credentials, deps), traffic };
  };

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/1`;
    await sandbox.control('ups/settings', { alerts: { url, credential: CREDENTIAL } });
  });
  afterAll(async () => {
    door.closeAllConnections();
    door.close();
    await sandbox?.stop();
  });

  it('is there only with the credential by which its calls are known', () => {
    const { adapter } = connect();
    expect([adapter.hook, adapter.watch]).toEqual([undefined, undefined]);
  });

  it('tells of the numbers that were asked for, and of no other', async () => {
    const { adapter } = connect(CREDENTIAL);
    expect(await adapter.watch!([NUMBER.toLowerCase(), NUMBER, '986578788855', '1Z999AA10123456785'])).toEqual([
      NUMBER,
    ]);
    await sandbox.control('ups/advance', { number: '1Z999AA10123456800', status: 'delivered' });
    await sandbox.control('ups/advance', { number: NUMBER, status: 'out_for_delivery' });
    await waitFor(() => calls.length > 0);
    expect(await adapter.hook!.verify(calls[0]!)).toBeNull();
    expect(calls.flatMap((call) => adapter.hook!.hints(call))).toEqual([{ resource: 'shipment', externalId: NUMBER }]);
  });

  it('believes nobody with another credential, with none, or for another app', async () => {
    const { hook } = connect(CREDENTIAL).adapter;
    const call = (headers: Record<string, string>) =>
      hook!.verify({ method: 'POST', url: '', query: {}, headers, body: Buffer.from('{}') });
    expect(await call({})).toMatch(/no credential/);
    expect(await call({ authorization: 'Bearer guess' })).toMatch(/not the one/);
    expect(await call({ authorization: `Bearer ${CREDENTIAL}`, 'x-api-key': 'other' })).toMatch(/another app/);
    expect(await call({ credential: CREDENTIAL })).toBeNull();
  });

  const contract = Contract.open('carriers/ups-UPSTrackAlert.yaml', process.env.SATCHEL_SPECS);
  (contract ? it : it.skip)('asks as the document of UPS allows', async () => {
    const { adapter, traffic } = connect(CREDENTIAL);
    await adapter.watch!([NUMBER]);
    const asked = traffic.filter(({ request }) => request.url.includes('/subscription/'));
    expect(asked).toHaveLength(1);
    expect(contract && contractProblems(contract, asked, `${sandbox.url}/ups/api/track/v2`)).toEqual([]);
  });
});
