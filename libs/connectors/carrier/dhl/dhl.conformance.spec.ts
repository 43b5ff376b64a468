import { connected } from '../../vendor/conformance-deps';
import { carrierConformance } from '../carrier.conformance';
import { JOURNEY, parcelsOf } from '../carrier.conformance-twin';
import { dhl } from './dhl.connector';

async function twin() {
  const parcels = await parcelsOf('DHL', 'dhl');
  return {
    ...parcels,
    connector: dhl,
    good: { apiKey: 'sandbox-dhl-key' },
    wrong: { apiKey: 'not-the-secret' },
    baseUrl: `${parcels.sandbox.url}/dhl`,
    unknownNumber: '3318810025',
    misprinted: '3318810026',
    foreign: ['1Z999AA10123456784', '#1001', '9400111206206406260787', '986578788855', ''],
    strangely: (body: string) => body.replaceAll('"statusCode":"transit"', '"statusCode":"teleported"'),
  };
}

carrierConformance('DHL', twin);

describe("DHL's own ways", () => {
  let vendor: Awaited<ReturnType<typeof twin>>;
  const track = () => connected<'carrier'>(vendor).adapter.track(vendor.known.underway);
  beforeAll(async () => (vendor = await twin()));
  afterAll(() => vendor?.stop());

  it('leaves times as DHL tells them, without a zone', async () => {
    for (const { at } of (await track())?.events ?? []) expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
  });

  it('tells each event once, though the newest comes twice', async () => {
    const told = (await track())?.events.map((event) => event.at + event.description) ?? [];
    expect(told).toHaveLength(3);
    expect(new Set(told).size).toBe(3);
  });

  it.each(JOURNEY)('reads a parcel that is %s', async (step, ours) => {
    await vendor.advance(step);
    expect((await track())?.status).toBe(ours);
  });

  it('says why in words', async () => {
    const told = (await track())?.events.map((event) => event.description);
    expect(told).toContain('The shipment is delayed: Severe weather in the region');
  });

  it('stands an answer whose fields have drifted', async () => {
    await vendor.fault('drift');
    expect((await track())?.status).toBe('unknown');
    await vendor.fault('none');
  });
});
