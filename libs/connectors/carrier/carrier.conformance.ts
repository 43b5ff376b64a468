import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface CarrierTwin extends VendorTwin<'carrier'> {
  /** Parcels that the twin has, and a well-formed number that it has not. */
  known: { underway: string; delivered: string };
  unknownNumber: string;
  /** Numbers with the right shape and a wrong check digit, and numbers of somebody else's. */
  misprinted: string;
  foreign: string[];
  /** It asks carriers in its turn, and leaves the number to the carrier itself first. */
  aggregates?: boolean;
}

/** What every carrier must do, over the wire to its twin. */
export function carrierConformance(name: string, start: () => Promise<CarrierTwin>): void {
  describe(`${name} as a carrier`, () => {
    let twin: CarrierTwin;
    const carrier = () => connected(twin).adapter;

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials', () => expect(carrier().check()).resolves.toBeUndefined());

    it('tells wrong credentials as `auth`, in a check and in a look-up, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.track(twin.known.underway)]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
        expect(text).not.toContain(Buffer.from('not-the-secret').toString('base64').slice(2, 12));
      }
    });

    it('knows its own numbers, by shape and by check digit', () => {
      const sure = twin.aggregates ? 1 : 2;
      expect(carrier().recognise(twin.known.underway)).toBe(sure);
      expect(carrier().recognise(` ${twin.known.underway.toLowerCase()} `)).toBe(sure);
      expect(carrier().recognise(twin.misprinted)).toBe(1);
      expect(twin.foreign.map((number) => carrier().recognise(number))).toEqual(twin.foreign.map(() => 0));
    });

    it('tells where a parcel is, newest scan first, with the estimate of the carrier', async () => {
      const report = await carrier().track(twin.known.underway);
      expect(report).toMatchObject({ trackingNumber: twin.known.underway, status: 'in_transit', deliveredAt: null });
      expect(report?.estimatedDelivery).toMatch(/^\d{4}-\d{2}-\d{2}/);
      const times = (report?.events ?? []).map((event) => event.at);
      expect(times.length).toBeGreaterThan(1);
      expect(times).toEqual([...times].sort().reverse());
    });

    it('tells when a parcel was delivered, and estimates nothing any more', async () => {
      const report = await carrier().track(twin.known.delivered);
      expect(report).toMatchObject({ status: 'delivered', estimatedDelivery: null });
      expect(report?.deliveredAt).toMatch(/^\d{4}-\d{2}-\d{2}/);
    });

    it('takes a number with spaces and small letters', async () => {
      const typed = (twin.known.underway.toLowerCase().match(/.{1,4}/g) ?? []).join(' ');
      expect((await carrier().track(typed))?.trackingNumber).toBe(twin.known.underway);
    });

    it('answers "not found" with null', async () => {
      expect(await carrier().track(twin.unknownNumber)).toBeNull();
      expect(await carrier().track('../../admin')).toBeNull();
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => carrier().track(twin.known.underway));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a vendor that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => carrier().track(twin.known.underway));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes a status word that nobody knows "unknown", and counts it once', async () => {
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect(await adapter.track(twin.known.underway)).toMatchObject({ status: 'unknown' });
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
