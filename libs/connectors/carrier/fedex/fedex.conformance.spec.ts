import { connected, failureOf } from '../../vendor/conformance-deps';
import { carrierConformance } from '../carrier.conformance';
import { JOURNEY, parcelsOf } from '../carrier.conformance-twin';
import { fedex } from './fedex.connector';

async function twin() {
  const parcels = await parcelsOf('FEDEX', 'fedex');
  return {
    ...parcels,
    connector: fedex,
    good: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    wrong: { clientId: 'sandbox-id', clientSecret: 'not-the-secret' },
    baseUrl: `${parcels.sandbox.url}/fedex`,
    unknownNumber: '986578788855',
    misprinted: '986578788856',
    foreign: ['1Z999AA10123456784', '#1001', '9400111206206406260787', '3318810025', ''],
    strangely: (body: string) => body.replaceAll(/"derivedCode":"\w+"/g, '"derivedCode":"Q7"'),
  };
}

carrierConformance('FedEx', twin);

describe("FedEx's own ways", () => {
  let vendor: Awaited<ReturnType<typeof twin>>;
  const track = () => connected<'carrier'>(vendor).adapter.track(vendor.known.underway);
  beforeAll(async () => (vendor = await twin()));
  afterAll(() => vendor?.stop());

  it('goes on when its token was withdrawn', async () => {
    const { adapter } = connected<'carrier'>(vendor);
    await adapter.track(vendor.known.underway);
    await vendor.sandbox.control('tokens/revoke', {});
    expect(await adapter.track(vendor.known.underway)).not.toBeNull();
  });

  it('tells instants, as FedEx tells where its clocks are', async () => {
    const report = await track();
    for (const { at } of report?.events ?? []) expect(at).toMatch(/T.*\.000Z$/);
  });

  it.each(JOURNEY)('reads a parcel that is %s', async (step, ours) => {
    await vendor.advance(step);
    expect((await track())?.status).toBe(ours);
  });

  it('says why in words', async () => {
    const told = ((await track())?.events ?? []).map((event) => event.description);
    expect(told).toEqual(
      expect.arrayContaining([
        'Delivery exception: Customer not available or business closed',
        'Shipment exception: Local weather delay',
      ]),
    );
  });

  it('tells keys of another FedEx API apart from wrong ones', async () => {
    const { adapter } = connected<'carrier'>(vendor);
    await adapter.check();
    await vendor.fault('missing_scope');
    const { error } = await failureOf(() => adapter.check());
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('project of its own') });
  });

  it('stands an answer whose fields have drifted', async () => {
    await vendor.fault('drift');
    expect((await track())?.status).toBe('unknown');
    await vendor.fault('none');
  });
});
