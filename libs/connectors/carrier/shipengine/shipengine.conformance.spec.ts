import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../../testing/wait-for';
import type { HookRequest } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { connected } from '../../vendor/conformance-deps';
import { contractProblems, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { carrierConformance } from '../carrier.conformance';
import { JOURNEY, parcelsOf } from '../carrier.conformance-twin';
import { shipengine } from './shipengine.connector';

async function twin() {
  const parcels = await parcelsOf('FEDEX', 'shipengine');
  return {
    ...parcels,
    connector: shipengine,
    good: { apiKey: 'TEST_sandbox' },
    wrong: { apiKey: 'not-the-secret' },
    baseUrl: `${parcels.sandbox.url}/shipengine`,
    unknownNumber: '986578788855',
    misprinted: '986578788856',
    foreign: ['#1001', ''],
    aggregates: true,
    strangely: (body: string) => body.replaceAll(/"status_code":"\w+"/g, '"status_code":"Q7"'),
  };
}
type Twin = Awaited<ReturnType<typeof twin>>;

carrierConformance('ShipEngine', twin);

describe("ShipEngine's own ways", () => {
  let vendor: Twin;
  const track = () => connected<'carrier'>(vendor).adapter.track(vendor.known.underway);
  beforeAll(async () => (vendor = await twin()));
  afterAll(() => vendor?.stop());

  it.each(JOURNEY)('reads a parcel that is %s', async (step, ours) => {
    await vendor.advance(step);
    expect(await track()).toMatchObject({ status: ours, carrier: 'FedEx' });
  });

  it('stands an answer whose fields have drifted', async () => {
    await vendor.fault('drift');
    expect((await track())?.status).toBe('unknown');
    await vendor.fault('none');
  });
});

describe("ShipEngine's hook", () => {
  let vendor: Twin;
  const calls: HookRequest[] = [];
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      calls.push({ method: 'POST', url: hookUrl, query: {}, headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  let hookUrl = '';
  const hook = (jwksUrl?: string) => {
    const { deps } = channelDeps({ baseUrl: vendor.baseUrl, hookUrl });
    return shipengine.connect({ apiKey: 'TEST_sandbox', jwksUrl }, deps).hook!;
  };
  const registered = async () => {
    const headers = { 'api-key': 'TEST_sandbox' };
    return (await (await fetch(`${vendor.baseUrl}/v1/environment/webhooks`, { headers })).json()) as object[];
  };

  beforeAll(async () => {
    vendor = await twin();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/1`;
    await hook().register!();
    await hook().register!();
    await vendor.advance('arrived');
    await waitFor(() => calls.length > 0);
  });
  afterAll(async () => {
    door.closeAllConnections();
    door.close();
    await vendor?.stop();
  });

  it('is registered once, and hears of a parcel that moved', async () => {
    expect(await registered()).toHaveLength(1);
    expect(await hook().verify(calls[0]!)).toBeNull();
    expect(hook().hints(calls[0]!)).toEqual([{ resource: 'shipment', externalId: vendor.known.underway }]);
  });

  it('believes no other body, no other key, and nobody while the keys cannot be read', async () => {
    const [call] = calls;
    const changed = (headers: object) => ({
      ...call!,
      headers: { ...call!.headers, ...headers } as Record<string, string>,
    });
    expect(await hook().verify({ ...call!, body: Buffer.from('{}') })).toMatch(/signature is wrong/);
    expect(await hook().verify(changed({ 'x-shipengine-timestamp': '2020-01-01T00:00:00Z' }))).toMatch(/is wrong/);
    expect(await hook().verify(changed({ 'x-shipengine-rsa-sha256-key-id': 'mine' }))).toMatch(/does not name/);
    expect(await hook().verify({ ...call!, headers: {} })).toMatch(/not signed/);
    expect(await hook(`${vendor.baseUrl}/nowhere`).verify(call!)).toMatch(/cannot be read/);
  });

  it('takes its address back', async () => {
    await hook().unregister!();
    expect(await registered()).toEqual([]);
  });
});

const contract = Contract.open('shipengine/shipengine-openapi.yaml', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;

withDocument("ShipEngine's own document (put it in SATCHEL_SPECS to run this)", () => {
  it('allows every request of the adapter and every answer of the twin', async () => {
    const vendor = await twin();
    try {
      const { deps, traffic } = recordedDeps({ baseUrl: vendor.baseUrl });
      const adapter = shipengine.connect(vendor.good, deps);
      await adapter.check();
      await adapter.track(vendor.known.underway);
      await adapter.track(vendor.known.delivered);
      await adapter.hook!.register!();
      await adapter.hook!.unregister!();
      expect(traffic.length).toBeGreaterThan(5);
      const problems = contract ? contractProblems(contract, traffic, vendor.baseUrl) : [];
      // The document puts two closed shapes together there, so that it allows no answer at all.
      const own = (one: string) => one.endsWith('/v1/carriers: answer must NOT have additional properties');
      expect(problems.filter((one) => !own(one))).toEqual([]);
    } finally {
      await vendor.stop();
    }
  }, 60_000);
});
