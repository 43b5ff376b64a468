import { connected, failureOf } from '../../vendor/conformance-deps';
import { carrierConformance } from '../carrier.conformance';
import { JOURNEY, parcelsOf } from '../carrier.conformance-twin';
import { usps } from './usps.connector';

const twinOf = (versions: string[]) => async () => {
  const parcels = await parcelsOf('USPS', 'usps', '9400190234567810001372');
  await parcels.sandbox.control('usps/settings', { versions });
  return {
    ...parcels,
    connector: usps,
    good: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    wrong: { clientId: 'sandbox-id', clientSecret: 'not-the-secret' },
    baseUrl: `${parcels.sandbox.url}/usps`,
    unknownNumber: '9400111206206406260787',
    misprinted: '9400111206206406260788',
    foreign: ['1Z999AA10123456784', '#1001', '986578788855', '3318810025', '00340434161093000001', ''],
    strangely: (body: string) => body.replaceAll('"statusCategory":"In Transit"', '"statusCategory":"Teleported"'),
  };
};

carrierConformance('USPS by the newer API', twinOf(['v3r2']));
carrierConformance('USPS by the older API', twinOf(['v3']));

describe("USPS's own ways", () => {
  let vendor: Awaited<ReturnType<ReturnType<typeof twinOf>>>;
  const carrier = () => connected<'carrier'>(vendor).adapter;
  const track = () => carrier().track(vendor.known.underway);
  const settings = (body: object) => vendor.sandbox.control('usps/settings', body);
  beforeAll(async () => (vendor = await twinOf(['v3', 'v3r2'])()));
  afterEach(() => settings({}));
  afterAll(() => vendor?.stop());

  it('tells the same by both of its APIs', async () => {
    const newer = await track();
    await settings({ versions: ['v3'] });
    expect(await track()).toEqual(newer);
  });

  it('tells an instant where USPS tells Greenwich time, and the time on the wall where it does not', async () => {
    for (const { at } of (await track())?.events ?? []) expect(at).toMatch(/T.*\.000Z$/);
    await settings({ zones: false });
    for (const { at } of (await track())?.events ?? []) expect(at).toMatch(/T\d{2}:\d{2}:\d{2}$/);
  });

  it('tells an app without the Tracking API apart from a wrong one', async () => {
    await settings({ scope: 'addresses prices' });
    const { error } = await failureOf(() => carrier().check());
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('add the Tracking API') });
  });

  it.each(JOURNEY)('reads a parcel that is %s', async (step, ours) => {
    await vendor.advance(step);
    expect((await track())?.status).toBe(ours);
  });
});
