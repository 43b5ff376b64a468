import { startSandboxProcess } from '../../../testing/sandbox-process';
import { connected } from '../../vendor/conformance-deps';
import { carrierConformance } from '../carrier.conformance';
import { ups } from './ups.connector';

const UNDERWAY = '1Z999AA10123456784';
const UNKNOWN = '1Z879E930346834440';

async function twin() {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: ups,
    good: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    wrong: { clientId: 'sandbox-id', clientSecret: 'not-the-secret' },
    baseUrl: `${sandbox.url}/ups`,
    known: { underway: UNDERWAY, delivered: '1Z999AA10123456793' },
    unknownNumber: UNKNOWN,
    misprinted: '1Z999AA10123456785',
    foreign: ['003404341610093000000', '#1001', '9400111899223197428490', ''],
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'ups', mode }),
    strangely: (body: string) => body.replaceAll(/"type":"[IMPX]"/g, '"type":"Q7"'),
    stop: () => sandbox.stop(),
  };
}

carrierConformance('UPS', twin);

describe("UPS's own ways", () => {
  let vendor: Awaited<ReturnType<typeof twin>>;
  const carrier = () => connected<'carrier'>(vendor).adapter;
  beforeAll(async () => (vendor = await twin()));
  afterAll(() => vendor?.stop());

  it('says "not found" in two ways', async () => {
    for (const notFound of ['404', 'warning']) {
      await vendor.sandbox.control('ups/settings', { notFound });
      expect(await carrier().track(UNKNOWN)).toBeNull();
    }
  });

  it('goes on when its token was withdrawn', async () => {
    const adapter = carrier();
    await adapter.track(UNDERWAY);
    await vendor.sandbox.control('tokens/revoke', {});
    expect(await adapter.track(UNDERWAY)).not.toBeNull();
  });

  it.each([
    ['out_for_delivery', 'out_for_delivery'],
    ['attempted', 'attempted'],
    ['exception', 'exception'],
    ['returned', 'returned'],
    ['delivered', 'delivered'],
  ])('reads a parcel that is %s', async (status, ours) => {
    await vendor.sandbox.control('ups/advance', { number: UNDERWAY, status });
    expect((await carrier().track(UNDERWAY))?.status).toBe(ours);
  });
});
