import { isUpsNumber, upsCheckDigit } from '../seed/tracking-number';
import { sandboxForTest } from '../testing/start';

describe('the UPS twin', () => {
  let ups: Awaited<ReturnType<typeof sandboxForTest>>;
  let bearer = '';
  let clock = new Date('2026-11-20T12:00:00Z');
  beforeAll(async () => (ups = await sandboxForTest({ now: () => clock })));
  afterAll(() => ups.stop());
  beforeEach(async () => {
    clock = new Date('2026-11-20T12:00:00Z');
    await ups.post('/__control/reset');
    bearer = ((await token('sandbox-secret')).json as { access_token: string }).access_token;
  });

  const token = async (secret: string) => {
    const response = await fetch(`${ups.url}/ups/security/v1/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`sandbox-id:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return { status: response.status, json: (await response.json()) as any };
  };
  const track = (number: string, headers: Record<string, string> = {}, query = '') =>
    ups.get(`/ups/api/track/v1/details/${number}${query}`, {
      authorization: `Bearer ${bearer}`,
      transId: 'a-request',
      transactionSrc: 'satchel',
      ...headers,
    });

  it('gives a token for the right client only, with times as strings', async () => {
    expect((await token('wrong')).json.response.errors[0].code).toBe('10401');
    const { json } = await token('sandbox-secret');
    expect(json).toMatchObject({
      token_type: 'Bearer',
      client_id: 'sandbox-id',
      status: 'approved',
      expires_in: '14399',
    });
    expect(json.issued_at).toBe(String(clock.getTime()));
  });

  it('tells where a parcel is, newest activity first', async () => {
    const { json } = await track('1Z999AA10123456784');
    const parcel = json.trackResponse.shipment[0].package[0];
    expect(parcel).toMatchObject({
      trackingNumber: '1Z999AA10123456784',
      currentStatus: { type: 'I', code: 'DP' },
      deliveryDate: [{ type: 'SDD', date: '20261122' }],
    });
    const dates = parcel.activity.map((one: any) => `${one.gmtDate} ${one.gmtTime}`);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(parcel.activity.at(-1).status.type).toBe('M');
    expect(parcel.milestones).toBeUndefined();
    const more = await track('1Z999AA10123456784', {}, '?returnMilestones=true');
    expect(more.json.trackResponse.shipment[0].package[0].milestones.map((one: any) => one.state)).toEqual([
      'COMPLETE',
      'COMPLETE',
      'COMPLETE',
      'NOT_STARTED',
      'NOT_STARTED',
    ]);
  });

  it('needs the token and both headers', async () => {
    const codes = async (headers: Record<string, string>) => {
      const { status, json } = await track('1Z999AA10123456784', headers);
      return [status, json.response.errors[0].code];
    };
    expect(await codes({ authorization: 'Bearer no' })).toEqual([401, '250003']);
    expect((await codes({ transId: '' }))[0]).toBe(400);
    expect((await codes({ transactionSrc: '' }))[0]).toBe(400);
    clock = new Date(clock.getTime() + 5 * 3_600_000);
    expect((await codes({}))[0]).toBe(401);
  });

  it('answers an unknown number with a warning as the live service does, or 404 as the specification says', async () => {
    const { status, json } = await track('1Z999AA10199999998');
    expect(status).toBe(200);
    expect(json.trackResponse.shipment[0]).toEqual({
      inquiryNumber: '1Z999AA10199999998',
      warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }],
    });
    await ups.post('/__control/ups/settings', { notFound: '404' });
    expect((await track('1Z999AA10199999998')).status).toBe(404);
    expect((await track('bad')).json.response.errors[0].code).toBe('TV1002');
  });

  it('moves a parcel on as told, to the door', async () => {
    const number = '1Z999AA10123456784';
    const now = async () => (await track(number)).json.trackResponse.shipment[0].package[0];
    const seen: string[] = [];
    for (let step = 0; step < 3; step++) {
      await ups.post('/__control/ups/advance', { number });
      seen.push((await now()).currentStatus.code);
    }
    expect(seen).toEqual(['AR', 'OT', 'FS']);
    expect(await now()).toMatchObject({
      currentStatus: { type: 'D' },
      deliveryDate: [{ type: 'DEL', date: '20261120' }],
    });
    expect((await now()).deliveryInformation.receivedBy).toBe('BERGMANN');
  });

  it('reschedules after an exception', async () => {
    await ups.post('/__control/ups/advance', { number: '1Z999AA10123456784', status: 'exception' });
    const parcel = (await track('1Z999AA10123456784')).json.trackResponse.shipment[0].package[0];
    expect(parcel).toMatchObject({ currentStatus: { type: 'X' }, deliveryDate: [{ type: 'RDD', date: '20261123' }] });
  });

  it('has only numbers with a valid check digit', async () => {
    expect(upsCheckDigit('999AA1012345678')).toBe('4');
    const { json } = await ups.get('/__control/state');
    const numbers = json.parcels.filter((parcel: any) => parcel.carrier === 'UPS').map((parcel: any) => parcel.number);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number: string) => !isUpsNumber(number))).toEqual([]);
  });
});
