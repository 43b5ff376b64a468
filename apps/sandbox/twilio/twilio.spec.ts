import { validateRequest } from 'twilio';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, until } from '../testing/start';
import { ACCOUNT, SMS_NUMBER, WHATSAPP_NUMBER } from './account';

const ANNA = '+4915112345678';
const BASE = `/twilio/2010-04-01/Accounts/${ACCOUNT.sid}`;
const basic = (user = ACCOUNT.sid, password = ACCOUNT.token) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

describe('the Twilio twin', () => {
  let door: Awaited<ReturnType<typeof hookDoor>>;
  let twin: Awaited<ReturnType<typeof sandboxForTest>>;
  const clock = { at: new Date('2026-11-20T12:00:00Z') };
  beforeAll(async () => {
    door = await hookDoor();
    twin = await sandboxForTest({ now: () => clock.at });
    await twin.post('/__control/hooks', { vendor: 'twilio-sms', url: `${door.url}/hooks/sms?of=shop` });
    await twin.post('/__control/hooks', { vendor: 'twilio-whatsapp', url: `${door.url}/hooks/wa` });
  });
  afterAll(async () => {
    await twin.stop();
    await door.stop();
  });
  beforeEach(async () => {
    await twin.post('/__control/reset');
    door.calls.length = 0;
    door.answers.length = 0;
    clock.at = new Date('2026-11-20T12:00:00Z');
  });

  const form = async (path: string, fields: [string, string][], headers: Record<string, string> = basic()) => {
    const body = new URLSearchParams(fields);
    const response = await fetch(twin.url + path, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, json: text ? JSON.parse(text) : null };
  };
  const send = (fields: Record<string, string> = {}, more: [string, string][] = []) =>
    form(`${BASE}/Messages.json`, [
      ...Object.entries({ To: ANNA, From: SMS_NUMBER, Body: 'It is on its way.', ...fields }).filter(
        ([, value]) => value,
      ),
      ...more,
    ]);
  const write = (body: object, customer = ANNA) => twin.post(`/phone/${customer}/send`, { network: 'sms', ...body });
  const thread = async (customer = ANNA) => (await twin.get(`/phone/${customer}`)).json;
  const statuses = () => door.calls.filter((call) => call.form.MessageStatus).map((call) => call.form.MessageStatus);

  it('sends a text, shows it on the phone, and calls back signed as Twilio signs', async () => {
    const callback = `${door.url}/status?x=1`;
    const { status, json } = await send({ StatusCallback: callback });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      status: 'queued',
      num_segments: '1',
      num_media: '0',
      error_code: null,
      date_sent: null,
    });
    expect(json.date_created).toBe('Fri, 20 Nov 2026 12:00:00 +0000');
    await until(() => statuses().length === 2);
    expect(statuses()).toEqual(['sent', 'delivered']);
    for (const { headers, form: params } of door.calls) {
      expect(validateRequest(ACCOUNT.token, headers['x-twilio-signature'] ?? '', callback, params)).toBe(true);
      expect(params.MessageSid).toBe(json.sid);
    }
    expect(await thread()).toEqual([
      expect.objectContaining({ direction: 'out', text: 'It is on its way.', status: 'delivered' }),
    ]);
    const fetched = await twin.get(`${BASE}/Messages/${json.sid}.json`, basic(ACCOUNT.keySid, ACCOUNT.keySecret));
    expect(fetched.json).toMatchObject({ sid: json.sid, status: 'delivered' });
  });

  it.each([
    [{ To: '+49' }, 400, 21211],
    [{ To: '+15005550009' }, 400, 21614],
    [{ From: '+14155559999' }, 400, 21606],
    [{ Body: '' }, 400, 21619],
    [{ Body: 'x'.repeat(1601) }, 400, 21617],
    [{ To: `whatsapp:${ANNA}` }, 400, 21910],
    [{ From: '' }, 400, 21603],
  ])('refuses %j in its own words', async (fields, status, code) => {
    const { status: answered, json } = await send(fields);
    expect(answered).toBe(status);
    expect(json).toEqual({
      code,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status,
    });
  });

  it('lets in only who knows the account', async () => {
    expect((await form(`${BASE}/Messages.json`, [], basic(ACCOUNT.sid, 'wrong'))).json).toMatchObject({
      code: 20003,
      status: 401,
    });
    expect((await twin.get(`${BASE}.json`)).status).toBe(401);
    expect((await twin.get(`${BASE}.json`, basic())).json).toMatchObject({ sid: ACCOUNT.sid, status: 'active' });
    expect((await twin.get('/twilio/2010-04-01/Accounts/ACother.json', basic())).json.code).toBe(20404);
  });

  it('brings what a customer writes, with pictures that need the account and a link that does not', async () => {
    const picture = Buffer.from('picture');
    const said = await write({
      text: 'Grüße 👋 & more',
      media: [{ filename: 'a.png', contentType: 'image/png', content: picture.toString('base64') }],
    });
    expect([said.status, said.json.status]).toEqual([201, 'delivered']);
    const [call] = door.calls;
    expect(call?.form).toMatchObject({
      From: ANNA,
      To: SMS_NUMBER,
      Body: 'Grüße 👋 & more',
      NumMedia: '1',
      MediaContentType0: 'image/png',
      SmsStatus: 'received',
      FromCountry: 'DE',
    });
    const url = `${door.url}/hooks/sms?of=shop`;
    expect(validateRequest(ACCOUNT.token, call?.headers['x-twilio-signature'] ?? '', url, call?.form ?? {})).toBe(true);
    expect(call?.headers['i-twilio-idempotency-token']).toMatch(/^[\w-]{36}$/);

    const media = call?.form.MediaUrl0 ?? '';
    expect((await fetch(media)).status).toBe(401);
    const led = await fetch(media, { headers: basic(), redirect: 'manual' });
    expect(led.status).toBe(307);
    const file = led.headers.get('location') ?? '';
    expect((await fetch(file, { headers: basic() })).status).toBe(400);
    expect(Buffer.from(await (await fetch(file)).arrayBuffer())).toEqual(picture);
    const path = new URL(media).pathname;
    expect((await twin.get(`${path.replace(/\/ME\w+$/, '')}.json`, basic())).json.media_list).toHaveLength(1);
    expect((await twin.call('DELETE', `${path}.json`, undefined, basic())).status).toBe(204);
    expect((await fetch(media, { headers: basic() })).status).toBe(404);
  });

  it('tries again with the same token when the answer is not 2xx', async () => {
    door.answers.push(503);
    await write({ text: 'Hello?' });
    expect(door.calls).toHaveLength(2);
    const token = (at: number) => door.calls[at]?.headers['i-twilio-idempotency-token'];
    expect(token(0)).toBe(token(1));
  });

  it('takes STOP at its word until START', async () => {
    await write({ text: ' Stop ' });
    expect(door.calls[0]?.form.Body).toBe(' Stop ');
    await until(async () => (await thread()).some((message: any) => /START/.test(message.text)));
    expect((await send()).json).toMatchObject({ code: 21610, status: 400 });
    await write({ text: 'start' });
    expect((await send()).status).toBe(201);
    await write({ text: 'please stop writing in riddles' });
    expect((await send()).status).toBe(201);
  });

  it('keeps the 24 hours of WhatsApp, and takes an approved template after them', async () => {
    const whatsapp = {
      To: `whatsapp:${ANNA}`,
      From: `whatsapp:${WHATSAPP_NUMBER}`,
      StatusCallback: `${door.url}/status`,
    };
    const last = () => door.calls.at(-1)?.form;
    expect((await send(whatsapp)).status).toBe(201);
    await until(() => last()?.MessageStatus === 'undelivered');
    expect(last()).toMatchObject({ ErrorCode: '63016' });

    await write({ network: 'whatsapp', via: 'twilio', name: 'Anna', text: 'Hi' });
    expect(last()).toMatchObject({
      From: `whatsapp:${ANNA}`,
      WaId: ANNA.slice(1),
      ProfileName: 'Anna',
      MessageType: 'text',
    });
    await send(whatsapp);
    await until(() => last()?.MessageStatus === 'delivered');
    await twin.post(`/phone/${ANNA}/read`);
    await until(() => last()?.MessageStatus === 'read');
    expect(last()?.EventType).toBe('READ');

    clock.at = new Date('2026-11-21T12:00:01Z');
    await send(whatsapp);
    await until(() => last()?.ErrorCode === '63016');
    const { contents } = (await twin.get('/twilio/v1/ContentAndApprovals', basic())).json;
    const template = contents.find((one: any) => one.approval_requests.status === 'approved');
    const filled = { ...whatsapp, Body: '', ContentSid: template.sid, ContentVariables: '{"1":"Anna","2":"#1001"}' };
    expect((await send(filled)).json.body).toBe('Hello Anna, there is news about your order #1001.');
    await until(() => last()?.MessageStatus === 'delivered');
  });

  it('lists newest first, by number, day and page', async () => {
    for (const Body of ['one', 'two', 'three']) await send({ Body });
    await send({ To: '+33612345678' });
    const list = async (query: string) => (await twin.get(`${BASE}/Messages.json?${query}`, basic())).json;
    const first = await list(`To=${encodeURIComponent(ANNA)}&DateSent=2026-11-20&PageSize=2`);
    expect(first.messages.map((message: any) => message.body)).toEqual(['three', 'two']);
    const next = (await twin.get(`/twilio${first.next_page_uri}`, basic())).json;
    expect(next.messages.map((message: any) => message.body)).toEqual(['one']);
    expect(next.next_page_uri).toBeNull();
    expect((await list('DateSent=2026-11-19')).messages).toEqual([]);
    expect((await list('DateSent%3E=2026-11-20')).messages).toHaveLength(4);
  });

  it('fetches pictures to send, and says so when they are not there', async () => {
    door.files.set('/label.png', { type: 'image/png', content: Buffer.from('label') });
    await send({ StatusCallback: `${door.url}/status` }, [['MediaUrl', `${door.url}/label.png`]]);
    await until(() => statuses().includes('delivered'));
    expect((await thread())[0].media).toEqual([expect.objectContaining({ contentType: 'image/png', size: 5 })]);
    await send({ StatusCallback: `${door.url}/status` }, [['MediaUrl', `${door.url}/none.png`]]);
    await until(() => statuses().includes('failed'));
    await send({ StatusCallback: `${door.url}/status` }, [['MediaUrl', 'http://192.0.2.1/x.png']]);
    await until(() => statuses().filter((one) => one === 'failed').length === 2);
  });

  it('breaks on demand: busy, twice, out of order, forged, and gone before the answer', async () => {
    const fault = (mode: string) => twin.post('/__control/faults', { vendor: 'twilio', mode, times: 1 });
    await fault('429');
    expect((await send()).json).toMatchObject({ code: 20429, status: 429 });

    await fault('duplicate');
    await write({ text: 'once' });
    expect(door.calls.map((call) => call.form.MessageSid)).toEqual([
      door.calls[0]?.form.MessageSid,
      door.calls[0]?.form.MessageSid,
    ]);

    await fault('forged');
    await write({ text: 'false' });
    const forged = door.calls.at(-1);
    const url = `${door.url}/hooks/sms?of=shop`;
    expect(validateRequest(ACCOUNT.token, forged?.headers['x-twilio-signature'] ?? '', url, forged?.form ?? {})).toBe(
      false,
    );

    await fault('out_of_order');
    await send({ StatusCallback: `${door.url}/status` });
    await until(() => statuses().length === 2);
    expect(statuses()).toEqual(['delivered', 'sent']);

    await fault('lose_answer');
    await expect(send({ Body: 'was it sent?' })).rejects.toThrow();
    await until(async () => (await thread()).some((message: any) => message.text === 'was it sent?'));
  });

  it('calls nobody but this machine and the hooks it was given', async () => {
    const { json } = await twin.post('/__control/hooks', { vendor: 'twilio-sms', url: 'ftp://x' });
    expect(json.error).toMatch('http');
    await send({ StatusCallback: 'http://192.0.2.7/status' });
    await until(async () =>
      (await twin.get('/__control/hooks')).json.deliveries.some(
        (one: any) => one.url === 'http://192.0.2.7/status' && one.error,
      ),
    );
  });
});
