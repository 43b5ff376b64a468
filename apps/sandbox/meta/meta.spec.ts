import { createHmac } from 'node:crypto';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, until } from '../testing/start';
import { GRAPH_TOKEN, PHONE_NUMBER_ID, WABA_ID } from './account';

const ANNA = '+4915112345678';
const LINE = `/meta/v23.0/${PHONE_NUMBER_ID}`;
const bearer = { authorization: `Bearer ${GRAPH_TOKEN}` };

describe('the WhatsApp Cloud twin', () => {
  let door: Awaited<ReturnType<typeof hookDoor>>;
  let twin: Awaited<ReturnType<typeof sandboxForTest>>;
  const clock = { at: new Date('2026-11-20T12:00:00Z') };
  beforeAll(async () => {
    door = await hookDoor();
    twin = await sandboxForTest({ now: () => clock.at });
    const set = await twin.post('/__control/hooks', {
      vendor: 'meta',
      url: `${door.url}/hooks/wa`,
      verifyToken: 'right',
    });
    expect(set.status).toBe(200);
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

  const send = (body: object, token = GRAPH_TOKEN) =>
    twin.post(
      `${LINE}/messages`,
      { messaging_product: 'whatsapp', to: ANNA.slice(1), ...body },
      { authorization: `Bearer ${token}` },
    );
  const text = (body = 'It is on its way.') => send({ type: 'text', text: { body } });
  const write = (body: object) =>
    twin.post(`/phone/${ANNA}/send`, { network: 'whatsapp', via: 'meta', name: 'Anna Bergmann', ...body });
  const thread = async () => (await twin.get(`/phone/${ANNA}`)).json;
  const values = () =>
    door.calls.flatMap(({ body }) =>
      JSON.parse(body.toString()).entry.flatMap((entry: any) => entry.changes.map((change: any) => change.value)),
    );
  const statuses = () => values().flatMap((value: any) => value.statuses ?? []);
  const messages = () => values().flatMap((value: any) => value.messages ?? []);

  it('refuses an address that does not answer the challenge, and keeps the one before', async () => {
    const { status } = await twin.post('/__control/hooks', {
      vendor: 'meta',
      url: `${door.url}/other`,
      verifyToken: 'wrong',
    });
    expect(status).toBe(409);
    expect((await twin.get('/__control/hooks')).json.hooks).toContainEqual(
      expect.objectContaining({ url: `${door.url}/hooks/wa` }),
    );
    const subscribe = (verify_token: string) =>
      twin.post(
        `/meta/v23.0/${WABA_ID}/subscribed_apps`,
        { override_callback_uri: `${door.url}/hooks/wa`, verify_token },
        bearer,
      );
    expect((await subscribe('wrong')).status).toBe(400);
    expect((await subscribe('right')).json).toEqual({ success: true });
  });

  it('brings messages in batches, signed over the bytes as they are', async () => {
    await Promise.all([write({ text: 'Grüße aus Köln 🚚' }), write({ text: 'und noch etwas' })]);
    expect(door.calls).toHaveLength(1);
    const [call] = door.calls;
    const signature = createHmac('sha256', 'sandbox-app-secret')
      .update(call?.body ?? '')
      .digest('hex');
    expect(call?.headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
    expect(values()).toEqual([
      expect.objectContaining({
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '14155550102', phone_number_id: PHONE_NUMBER_ID },
        contacts: [{ profile: { name: 'Anna Bergmann' }, wa_id: ANNA.slice(1) }],
      }),
    ]);
    expect(messages().map((message: any) => message.text.body)).toEqual(['Grüße aus Köln 🚚', 'und noch etwas']);
  });

  it('sends, and tells sent, delivered and read', async () => {
    await write({ text: 'Hi' });
    const { json } = await text();
    expect(json).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: ANNA.slice(1), wa_id: ANNA.slice(1) }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    await until(() => statuses().length === 2);
    await twin.post(`/phone/${ANNA}/read`, { network: 'whatsapp' });
    await until(() => statuses().length === 3);
    expect(statuses().map((one: any) => [one.id, one.status])).toEqual(
      ['sent', 'delivered', 'read'].map((status) => [json.messages[0].id, status]),
    );
    const read = await send({ status: 'read', message_id: messages()[0].id, typing_indicator: { type: 'text' } });
    expect(read.json).toEqual({ success: true });
    expect((await thread())[0].status).toBe('read');
    expect((await twin.get(`/phone/${ANNA}/typing`)).json).toEqual([
      { network: 'whatsapp', answers: messages()[0].id, at: clock.at.toISOString() },
    ]);
  });

  it('refuses free words after 24 hours, by a status or at once, and takes a filled template', async () => {
    expect((await text()).status).toBe(200);
    await until(() => statuses().length === 1);
    expect(statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
    expect(await thread()).toEqual([]);
    await twin.post('/__control/meta/settings', { outsideWindow: 'answer' });
    expect((await text()).json.error).toMatchObject({ code: 131047, type: 'OAuthException' });

    const { data } = (await twin.get(`/meta/v23.0/${WABA_ID}/message_templates?status=APPROVED`, bearer)).json;
    expect(data.map((one: any) => [one.name, one.language])).toEqual([
      ['order_update', 'en_US'],
      ['delivery_delay', 'de'],
    ]);
    const template = (name: string, code: string, values: string[]) =>
      send({
        type: 'template',
        template: {
          name,
          language: { code },
          components: [{ type: 'body', parameters: values.map((one) => ({ type: 'text', text: one })) }],
        },
      });
    expect((await template('order_update', 'en_US', ['Anna'])).json.error.code).toBe(132000);
    expect((await template('feedback_request', 'en_US', ['Anna'])).json.error.code).toBe(132001);
    expect((await template('order_update', 'en_US', ['Anna', '#1001'])).status).toBe(200);
    await until(async () => (await thread()).length === 1);
    expect((await thread())[0].text).toContain('Hello Anna, there is news about your order #1001.');
  });

  it('takes files up and down with the token only', async () => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob(['%PDF label'], { type: 'application/pdf' }), 'label.pdf');
    const uploaded = await (
      await fetch(`${twin.url}${LINE}/media`, { method: 'POST', headers: bearer, body: form })
    ).json();
    await write({ text: 'The label please' });
    await send({ type: 'document', document: { id: (uploaded as any).id, caption: 'Here it is' } });
    await until(async () => (await thread()).length === 2);
    expect((await thread())[1]).toMatchObject({ text: 'Here it is', media: [{ filename: 'label.pdf' }] });

    await write({
      media: [{ filename: 'a.png', contentType: 'image/png', content: Buffer.from('png').toString('base64') }],
    });
    const { image } = messages().at(-1);
    const info = (await twin.get(`/meta/v23.0/${image.id}`, bearer)).json;
    expect(info).toMatchObject({ mime_type: 'image/png', file_size: 3, messaging_product: 'whatsapp' });
    expect((await fetch(info.url)).status).toBe(401);
    expect(await (await fetch(info.url, { headers: bearer })).text()).toBe('png');
    expect((await twin.call('DELETE', `/meta/v23.0/${image.id}`, undefined, bearer)).json).toEqual({ success: true });
    expect((await twin.get(`/meta/v23.0/${image.id}`, bearer)).json.error.code).toBe(100);
  });

  it('offers buttons, takes the press, a quoted answer and a reaction', async () => {
    await write({ text: 'Hi' });
    const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Yes please' } }];
    await send({
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'Shall we?' }, action: { buttons } },
    });
    const offered = await until(async () => (await thread()).find((message: any) => message.choices.length > 0));
    await write({ choice: { id: 'yes', title: 'Yes please' }, replyTo: offered.id });
    await write({ text: 'This one', replyTo: offered.id });
    await write({ reaction: '👍', replyTo: offered.id });
    expect(messages().slice(1)).toMatchObject([
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'yes' } },
        context: { id: offered.id },
      },
      { type: 'text', context: { from: '14155550102', id: offered.id } },
      { type: 'reaction', reaction: { message_id: offered.id, emoji: '👍' } },
    ]);
  });

  it('breaks on demand, in its own words', async () => {
    const fault = (mode: string) => twin.post('/__control/faults', { vendor: 'meta', mode, times: 1 });
    expect((await send({ type: 'text', text: { body: 'x' } }, 'old')).json.error).toMatchObject({
      code: 190,
      type: 'OAuthException',
    });
    await write({ text: 'Hi' });
    await fault('429');
    expect((await text()).json.error.code).toBe(130429);
    await fault('500');
    expect((await text()).json.error).toMatchObject({ is_transient: true });
    await fault('out_of_order');
    await text();
    await until(() => statuses().length === 2);
    expect(statuses().map((one: any) => one.status)).toEqual(['delivered', 'sent']);
    await fault('forged');
    await write({ text: 'forged' });
    const call = door.calls.at(-1);
    const right = createHmac('sha256', 'sandbox-app-secret')
      .update(call?.body ?? '')
      .digest('hex');
    expect(call?.headers['x-hub-signature-256']).not.toBe(`sha256=${right}`);
    await fault('lose_answer');
    await expect(text('lost?')).rejects.toThrow();
    await until(async () => (await thread()).some((message: any) => message.text === 'lost?'));
  });
});
