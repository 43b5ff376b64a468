import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import type { ChannelAdapter, InboundItem, InboundMessage, Outbound } from '../../port';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { ACCESS_TOKEN, APP_SECRET, MetaServer } from '../../vendor/meta/meta-server.fixture';
import { whatsapp } from './whatsapp.connector';
import { WhatsAppCredentials } from './whatsapp.credentials';

const PHONE_ID = '106540352242922';
const CUSTOMER = '+16505551234';
const credentials: WhatsAppCredentials = {
  transport: 'cloud',
  phoneNumberId: PHONE_ID,
  businessAccountId: '102290129340398',
  accessToken: ACCESS_TOKEN,
  appSecret: APP_SECRET,
  verifyToken: 'a-made-up-token',
};
const noop = async (): Promise<void> => undefined;

describe('WhatsApp over the Cloud API', () => {
  let server: MetaServer;
  beforeAll(async () => (server = await MetaServer.start()));
  afterAll(() => server.stop());

  const channel = (): ChannelAdapter => whatsapp.connect(credentials, channelDeps({ baseUrl: server.url }).deps);
  const outbound = (given: Partial<Outbound> = {}): Outbound => ({
    messageId: '0',
    ticketId: '0',
    ticketNumber: 1,
    to: { address: CUSTOMER, name: null },
    cc: [],
    subject: '',
    text: 'Hello',
    html: null,
    files: [],
    template: null,
    choices: [],
    thread: { inReplyTo: null, references: [] },
    automated: false,
    notice: false,
    ...given,
  });
  const sent = async (given: Partial<Outbound>): Promise<any> => {
    await channel().send(outbound(given), noop);
    return server.taken.at(-1)?.body as any;
  };
  const value = (parts: object, phoneId = PHONE_ID) => ({
    changes: [{ field: 'messages', value: { metadata: { phone_number_id: phoneId }, ...parts } }],
  });
  const said = async (message: object, contact: object = {}): Promise<InboundItem[]> => {
    const part = value({ messages: [{ id: 'wamid.1', from: '16505551234', ...message }], contacts: [contact] });
    const raws = channel().hook?.unpack(MetaServer.call(HOOK_URL, { entry: [part] })) ?? [];
    return (await Promise.all(raws.map((raw) => channel().read(raw)))).flat();
  };
  const heard = async (message: object, contact: object = {}) => (await said(message, contact))[0] as InboundMessage;

  it('quotes the message that it answers', async () => {
    expect((await sent({ thread: { inReplyTo: 'wamid.7', references: [] } })).context).toEqual({
      message_id: 'wamid.7',
    });
    expect((await sent({ thread: { inReplyTo: '<mail@id>', references: [] } })).context).toBeUndefined();
  });

  it('offers answers as buttons, and below the text where they do not fit', async () => {
    const { interactive } = await sent({ choices: ['Yes', 'No'] });
    expect(interactive.action.buttons.map((one: any) => one.reply.title)).toEqual(['Yes', 'No']);
    for (const choices of [['1', '2', '3', '4'], ['An answer of more than 20 characters'], ['same', 'same']]) {
      expect((await sent({ choices })).text.body).toBe(['Hello', ...choices.map((one) => `- ${one}`)].join('\n'));
    }
  });

  it.each([
    ['image/png', 'caption', 'image'],
    ['image/webp', 'caption', 'document'],
    ['audio/ogg', '', 'audio'],
    ['audio/ogg', 'caption', 'document'],
    ['application/pdf', '', 'document'],
  ])('sends %s with the words "%s" as %s', async (contentType, text, kind) => {
    const files = [{ filename: 'a.bin', contentType, content: Buffer.from('a'), url: null }];
    const body = await sent({ files, text });
    expect(body).toMatchObject({ type: kind, [kind]: { id: expect.any(String) } });
    expect(body[kind].caption ?? '').toBe(text);
    expect(body[kind].filename).toBe(kind === 'document' ? 'a.bin' : undefined);
  });

  it('sends a picture that is too large for one as a document', async () => {
    const content = Buffer.alloc(5 * 1024 * 1024 + 1);
    expect(await sent({ files: [{ filename: 'a.png', contentType: 'image/png', content, url: null }] })).toMatchObject({
      type: 'document',
    });
  });

  it('refuses what WhatsApp would, in words, before it uploads anything', async () => {
    const file = { filename: 'a.png', contentType: 'image/png', content: Buffer.from('a'), url: null };
    const before = server.requests.length;
    for (const given of [
      { files: [file, file] },
      { files: [file], text: 'a'.repeat(1025) },
      { text: '' },
      { to: { address: 'anna@example.com', name: null } },
    ]) {
      await expect(channel().send(outbound(given), noop)).rejects.toMatchObject({ code: 'rejected' });
    }
    expect(server.requests).toHaveLength(before);
  });

  it('fills a template by its name, with blanks on one line', async () => {
    const template = { id: 'order_update/de', language: 'de', params: ['Anna\nBergmann'] };
    expect((await sent({ template })).template).toEqual({
      name: 'order_update',
      language: { policy: 'deterministic', code: 'de' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Anna Bergmann' }] }],
    });
  });

  it('offers approved templates that words alone can fill, from all pages', async () => {
    const body = { type: 'BODY', text: 'Hi {{1}}, {{2}} and {{1}}' };
    const one = (name: string, more: object = {}) => ({
      name,
      language: 'en',
      status: 'APPROVED',
      category: 'UTILITY',
      components: [body],
      ...more,
    });
    const pages = [
      [
        one('usable', { components: [body, { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Ok' }] }] }),
        one('rejected', { status: 'REJECTED' }),
        one('named', { parameter_format: 'NAMED' }),
      ],
      [
        one('picture', { components: [{ type: 'HEADER', format: 'IMAGE' }, body] }),
        one('link', { components: [body, { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://x/{{1}}' }] }] }),
        null,
        one('second_page'),
      ],
    ];
    server.pages.set('/102290129340398/message_templates', (query) =>
      query.get('after') === 'first'
        ? { data: pages[1], paging: { cursors: { after: 'second' } } }
        : { data: pages[0], paging: { cursors: { after: 'first' }, next: 'https://graph.facebook.com/next' } },
    );
    expect(await channel().templates?.()).toEqual([
      { id: 'usable/en', name: 'usable', language: 'en', category: 'UTILITY', body: body.text, params: 2 },
      expect.objectContaining({ id: 'second_page/en' }),
    ]);
  });

  it('shakes hands with who knows the verify token', () => {
    const shake = (token: string) =>
      channel().hook?.handshake?.({
        method: 'GET',
        url: HOOK_URL,
        query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
        headers: {},
        body: Buffer.alloc(0),
      });
    expect(shake('a-made-up-token')).toMatchObject({ status: 200, body: '1158201444' });
    expect(shake('another')).toMatchObject({ status: 403 });
  });

  it('takes a batch apart, and leaves the messages of other numbers alone', () => {
    const call = MetaServer.call(HOOK_URL, {
      entry: [
        value({ messages: [{ id: 'a' }, { id: 'b' }], statuses: [{ id: 'c', status: 'read' }] }),
        value({ messages: [{ id: 'd' }] }),
        value({ messages: [{ id: 'stranger' }] }, '999'),
        { changes: [{ field: 'account_update', value: {} }] },
      ],
    });
    expect(
      channel()
        .hook?.unpack(call)
        .map((raw) => raw.externalId),
    ).toEqual(['a', 'b', 'c:read', 'd']);
  });

  it.each([
    [{ type: 'text', text: { body: 'Hello' } }, 'Hello'],
    [{ type: 'button', button: { text: 'Yes', payload: 'p' } }, 'Yes'],
    [{ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'No' } } }, 'No'],
    [
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { title: 'Express', description: '1 day' } },
      },
      'Express\n1 day',
    ],
    [
      { type: 'location', location: { latitude: 37.4, longitude: -122.1, name: 'Coffee' } },
      'Location\nCoffee\nhttps://maps.google.com/?q=37.4,-122.1',
    ],
    [
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Ann' }, phones: [{ phone: '+1' }] }] },
      'Contact: Ann, +1',
    ],
    [
      {
        type: 'order',
        order: { product_items: [{ product_retailer_id: 'x', quantity: 2, item_price: 30, currency: 'USD' }] },
      },
      'Order from the catalogue:\n2 x x (30 USD)',
    ],
  ])('reads %j', async (message, text) => {
    expect(await heard(message)).toMatchObject({
      text,
      automated: null,
      sender: 'proven',
      from: { address: CUSTOMER },
    });
  });

  it('reads a reaction as one, and what it is about', async () => {
    expect(await heard({ type: 'reaction', reaction: { message_id: 'wamid.7', emoji: '👍' } })).toMatchObject({
      text: '👍',
      automated: 'reaction',
      thread: { externalIds: ['wamid.7'] },
    });
  });

  it('tells that a customer has a new number', async () => {
    const system = { body: 'Anna changed her number', wa_id: '12195555358', type: 'user_changed_number' };
    const message = await heard({ type: 'system', system });
    expect(message.notices).toEqual(['The customer now writes from +12195555358.']);
    expect(message.automated).not.toBeNull();
  });

  it.each(['unsupported', 'hologram'])('shows that there was a message of type %s', async (type) => {
    const message = await heard({ type, errors: [{ title: 'Message type unknown' }] });
    expect([message.text, message.notices.length]).toEqual([expect.stringMatching(/\w/), 1]);
  });

  it('keeps a file by its id, with the words beside it', async () => {
    const document = { id: '55', mime_type: 'application/pdf', filename: 'bill.pdf', caption: 'Here' };
    expect(await heard({ type: 'document', document })).toMatchObject({
      text: 'Here',
      files: [{ filename: 'bill.pdf', contentType: 'application/pdf', content: { ref: { mediaId: '55' } } }],
    });
  });

  it('knows an account without a phone number', async () => {
    const message = await heard({ from: undefined, from_user_id: 'US.1349', type: 'text', text: { body: 'Hi' } });
    expect(message.from).toEqual({ address: 'whatsapp:US.1349', name: null, kind: 'account' });
    expect(await sent({ to: message.from })).toMatchObject({ recipient: 'US.1349' });
  });

  it('tells people why a message was not delivered', async () => {
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    const raws = channel().hook?.unpack(
      MetaServer.call(HOOK_URL, { entry: [value({ statuses: [{ id: 'wamid.9', status: 'failed', errors }] })] }),
    );
    const [status] = await channel().read(raws?.[0] ?? { externalId: '', raw: Buffer.alloc(0), meta: {} });
    expect(status).toMatchObject({ status: 'failed', error: expect.stringContaining('131026') });
  });

  it('marks a message as read, and shows that somebody types', async () => {
    await channel().signal?.({ address: CUSTOMER, name: null }, { type: 'typing', externalId: 'wamid.7' });
    expect(server.signals.at(-1)?.body).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.7',
      typing_indicator: { type: 'text' },
    });
    const before = server.requests.length;
    await channel().signal?.({ address: CUSTOMER, name: null }, { type: 'typing', externalId: null });
    expect(server.requests).toHaveLength(before);
  });

  it('hands its token to no other host, wherever a file is said to lie', async () => {
    server.media.set('1/../evil', { filename: '', contentType: 'a/b', content: Buffer.alloc(0) });
    await expect(channel().fetchFile?.({ mediaId: '1/../evil' })).rejects.toMatchObject({ code: 'rejected' });
    server.media.delete('1/../evil');
    const { deps } = channelDeps({
      baseUrl: server.url,
      fetch: async (url) => {
        if (!url.startsWith(server.url)) throw new Error(`asked ${url}`);
        return Response.json({ url: 'https://evil.example/file', mime_type: 'image/png' });
      },
    });
    const led = whatsapp.connect(credentials, deps).fetchFile?.({ mediaId: '1' });
    await expect(led).rejects.toMatchObject({ code: 'rejected' });
  });

  it('asks for the settings of the chosen transport only', () => {
    const problems = (typed: object) =>
      validateSync(plainToInstance(WhatsAppCredentials, typed)).map((error) => error.property);
    expect(problems(credentials)).toEqual([]);
    expect(problems({ transport: 'twilio', accountSid: `AC${'0'.repeat(32)}`, authToken: 'x' })).toEqual([]);
    expect(problems({ transport: 'cloud' })).toContain('appSecret');
    expect(problems({ transport: 'pigeon' })).toEqual(['transport']);
  });

  it('reads any body without an error, and says nothing that cannot be stored', async () => {
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.boolean());
    const fields = fc.dictionary(
      fc.constantFrom('id', 'from', 'body', 'type', 'errors', 'name', 'caption', 'timestamp', 'emoji', 'title'),
      fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })),
    );
    const type = fc.constantFrom('text', 'image', 'contacts', 'interactive', 'order', 'location', 'system', 'strange');
    const message = fc.tuple(type, fields, fc.oneof(fields, leaf)).map(([kind, outer, inner]) => ({
      message: { from: '16505551234', ...outer, type: kind, [kind]: inner, contacts: [inner] },
      contact: inner,
    }));
    const bodies = fc.oneof(
      message.map((part) => Buffer.from(JSON.stringify(part))),
      fc.json().map((json) => Buffer.from(json)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (raw) => {
        const items = await channel().read({ externalId: 'x', raw, meta: {} });
        expect(JSON.stringify(items)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        channel().hook?.unpack({ ...MetaServer.call(HOOK_URL, {}), body: raw });
      }),
      { numRuns: 300 },
    );
  });
});
