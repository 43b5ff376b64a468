import { INSTAGRAM_ID, PAGE_ID, PAGE_TOKEN } from '../meta/account';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, until } from '../testing/start';

const PSID = '1234567890123456';
const bearer = { authorization: `Bearer ${PAGE_TOKEN}` };

describe('the Messenger and Instagram twin', () => {
  let door: Awaited<ReturnType<typeof hookDoor>>;
  let twin: Awaited<ReturnType<typeof sandboxForTest>>;
  const clock = { at: new Date('2026-11-20T12:00:00Z') };
  beforeAll(async () => {
    door = await hookDoor();
    twin = await sandboxForTest({ now: () => clock.at });
    await twin.post('/__control/hooks', { vendor: 'social', url: `${door.url}/hooks/social`, verifyToken: 'right' });
  });
  afterAll(async () => {
    await twin.stop();
    await door.stop();
  });
  beforeEach(async () => {
    await twin.post('/__control/reset');
    door.calls.length = 0;
    clock.at = new Date('2026-11-20T12:00:00Z');
  });

  const write = (network: string, body: object) =>
    twin.post(`/phone/${PSID}/send`, { network, name: 'Julie Martin', ...body });
  const send = (body: object, path = '/social/v23.0/me/messages') =>
    twin.post(path, { recipient: { id: PSID }, ...body }, bearer);
  const bodies = () => door.calls.map((call) => JSON.parse(call.body.toString()));
  const events = () => bodies().flatMap((body: any) => body.entry.flatMap((entry: any) => entry.messaging));

  it('brings a message of each network as the object it is', async () => {
    await write('messenger', { text: 'Bonjour' });
    await write('instagram', {
      media: [{ filename: 'a.png', contentType: 'image/png', content: Buffer.from('png').toString('base64') }],
    });
    expect(bodies().map((body: any) => [body.object, body.entry[0].id])).toEqual([
      ['page', PAGE_ID],
      ['instagram', INSTAGRAM_ID],
    ]);
    expect(events()[0]).toMatchObject({
      sender: { id: PSID },
      recipient: { id: PAGE_ID },
      message: { text: 'Bonjour' },
    });
    const [attachment] = events()[1].message.attachments;
    expect(attachment.type).toBe('image');
    expect(await (await fetch(attachment.payload.url)).text()).toBe('png');
    for (const base of ['/social', '/meta'])
      expect((await twin.get(`${base}/v23.0/${PSID}?fields=name`, bearer)).json).toMatchObject({
        name: 'Julie Martin',
        id: PSID,
      });
  });

  it('answers who wrote, on either address, and tells of delivery and reading', async () => {
    expect((await send({ message: { text: 'Hello' } })).json.error).toMatchObject({
      code: 100,
      error_subcode: 2018001,
    });
    await write('messenger', { text: 'Bonjour' });
    const { json } = await send(
      { messaging_type: 'RESPONSE', message: { text: 'Salut' } },
      `/meta/v23.0/${PAGE_ID}/messages`,
    );
    expect(json).toEqual({ recipient_id: PSID, message_id: expect.stringMatching(/^m_/) });
    await until(() => events().some((event: any) => event.delivery?.mids.includes(json.message_id)));
    expect(events().some((event: any) => event.message?.is_echo && event.message.mid === json.message_id)).toBe(true);
    expect((await send({ sender_action: 'typing_on' })).json).toEqual({ recipient_id: PSID });
    expect((await twin.get(`/phone/${PSID}/typing`)).json).toMatchObject([{ network: 'messenger', answers: null }]);
    await twin.post(`/phone/${PSID}/read`);
    await until(() => events().some((event: any) => event.read?.watermark));
  });

  it('takes a file along with the message', async () => {
    await write('messenger', { text: 'The label please' });
    const form = new FormData();
    form.set('recipient', JSON.stringify({ id: PSID }));
    form.set('message', JSON.stringify({ attachment: { type: 'file', payload: {} } }));
    form.set('filedata', new Blob(['%PDF label'], { type: 'application/pdf' }), 'label.pdf');
    const sent = await fetch(`${twin.url}/social/v23.0/me/messages`, { method: 'POST', headers: bearer, body: form });
    expect(sent.status).toBe(200);
    await until(async () =>
      (await twin.get(`/phone/${PSID}`)).json.some((message: any) => message.media[0]?.filename === 'label.pdf'),
    );
  });

  it('shuts after 24 hours, but for a person with the tag', async () => {
    await write('messenger', { text: 'Bonjour' });
    clock.at = new Date('2026-11-21T13:00:00Z');
    expect((await send({ message: { text: 'late' } })).json.error).toMatchObject({ code: 10, error_subcode: 2018278 });
    const tagged = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', message: { text: 'late' } };
    expect((await send(tagged)).status).toBe(200);
    expect((await twin.post('/social/v23.0/me/messages', {}, { authorization: 'Bearer no' })).json.error.code).toBe(
      190,
    );
  });
});
