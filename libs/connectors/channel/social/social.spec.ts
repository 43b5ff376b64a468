import fc from 'fast-check';
import type { ChannelAdapter, InboundItem, Outbound } from '../../port';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { APP_SECRET, CUSTOMER_ID, SendApi, TOKEN } from './graph.fixture';
import { social } from './social.connector';
import type { SocialCredentials } from './social.credentials';

const PAGE = '10400';
const noop = async (): Promise<void> => undefined;

describe('direct messages on Messenger and Instagram', () => {
  let server: SendApi;
  beforeAll(async () => (server = await SendApi.start()));
  afterEach(() => (server.windowClosed = false));
  afterAll(() => server.stop());

  const lastSent = (): any => server.taken.at(-1)?.body;
  const channel = (given: Partial<SocialCredentials> = {}): ChannelAdapter =>
    social.connect(
      {
        network: 'messenger',
        accountId: PAGE,
        accessToken: TOKEN,
        appSecret: APP_SECRET,
        verifyToken: 'a-made-up-token',
        ...given,
      },
      channelDeps({ baseUrl: server.url }).deps,
    );
  const outbound = (given: Partial<Outbound> = {}): Outbound => ({
    messageId: '0',
    ticketId: '0',
    ticketNumber: 1,
    to: { address: `messenger:${CUSTOMER_ID}`, name: null },
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
  const unpacked = (events: object[], id = PAGE) =>
    channel().hook?.unpack(SendApi.call(HOOK_URL, { object: 'page', entry: [{ id, messaging: events }] })) ?? [];
  const read = async (event: object): Promise<InboundItem[]> => {
    const raws = unpacked([{ sender: { id: CUSTOMER_ID }, timestamp: 1_749_416_383_000, ...event }]);
    return (await Promise.all(raws.map((raw) => channel().read(raw)))).flat();
  };
  const file = (given: object = {}) => ({
    filename: 'a.png',
    contentType: 'image/png',
    content: Buffer.from('a'),
    url: null,
    ...given,
  });

  it('lets people answer after the window where Meta granted it, and the AI never', async () => {
    server.windowClosed = true;
    const granted = channel({ humanAgent: true });
    const beforeCommit = jest.fn(noop);
    await granted.send(outbound(), beforeCommit);
    expect(beforeCommit).toHaveBeenCalledTimes(1);
    expect(lastSent()).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });

    const before = server.taken.length;
    await expect(granted.send(outbound({ automated: true }), noop)).rejects.toMatchObject({ code: 'window_closed' });
    await expect(channel().send(outbound(), noop)).rejects.toMatchObject({
      code: 'window_closed',
      message: expect.stringMatching(/too old/),
    });
    expect(server.taken).toHaveLength(before);
    expect(channel().traits.announcesAi).toBe(true);
  });

  it('uses no tag while the window is open', async () => {
    await channel({ humanAgent: true }).send(outbound(), noop);
    expect(lastSent()).toMatchObject({ messaging_type: 'RESPONSE', message: { text: 'Hello' } });
    expect(lastSent().tag).toBeUndefined();
  });

  it('admits that half of it went out when the words are refused after their file', async () => {
    server.next({ status: 400, error: { message: 'not these words', code: 100 } }, 1);
    const sending = channel().send(outbound({ files: [file()] }), noop);
    await expect(sending).rejects.toMatchObject({ code: 'uncertain', message: expect.stringMatching(/file went out/) });
  });

  it('offers answers as buttons where they fit', async () => {
    await channel().send(outbound({ choices: ['Yes', 'No'] }), noop);
    expect(lastSent().message.quick_replies).toHaveLength(2);
    await channel().send(outbound({ choices: ['An answer of more than 20 characters'] }), noop);
    expect(lastSent().message).toEqual({ text: 'Hello\n- An answer of more than 20 characters' });
  });

  it.each([
    ['two files', { files: [file(), file()] }],
    ['nothing', { text: '' }],
    ['the other network', { to: { address: `instagram:${CUSTOMER_ID}`, name: null } }],
    ['a path for an id', { to: { address: 'messenger:1/../2', name: null } }],
  ])('refuses %s before any commit', async (_, given) => {
    const beforeCommit = jest.fn(noop);
    await expect(channel().send(outbound(given), beforeCommit)).rejects.toMatchObject({ code: 'rejected' });
    expect(beforeCommit).not.toHaveBeenCalled();
  });

  it('counts bytes on Instagram, and needs an address for its files', async () => {
    const to = { address: `instagram:${CUSTOMER_ID}`, name: null };
    const instagram = channel({ network: 'instagram' });
    await expect(instagram.send(outbound({ to, text: 'ü'.repeat(501) }), noop)).rejects.toMatchObject({
      code: 'rejected',
    });
    await expect(instagram.send(outbound({ to, files: [file()] }), noop)).rejects.toMatchObject({
      message: expect.stringMatching(/public address/),
    });
  });

  it('drops the echoes of our own words and the events of other pages', () => {
    const message = { mid: 'm_1', text: 'Hi' };
    const events = [{ message }, { message: { ...message, mid: 'm_2', is_echo: true } }];
    expect(unpacked(events).map((raw) => raw.externalId)).toEqual(['m_1']);
    expect(unpacked(events, '999')).toEqual([]);
  });

  it('knows who wrote, by name where Meta tells it', async () => {
    expect(await read({ message: { mid: 'm_1', text: 'Hi' } })).toMatchObject([
      { text: 'Hi', from: { address: `messenger:${CUSTOMER_ID}`, name: 'Anna Bergmann' }, sender: 'proven' },
    ]);
    expect(await read({ sender: { id: '7' }, message: { mid: 'm_1', text: 'Hi' } })).toMatchObject([
      { from: { address: 'messenger:7', name: null } },
    ]);
  });

  it.each([
    [{ postback: { mid: 'm_1', title: 'Get started', payload: 'p' } }, { text: 'Get started', automated: null }],
    [{ reaction: { mid: 'm_1', emoji: '❤' } }, { text: '❤', automated: 'reaction', thread: { externalIds: ['m_1'] } }],
    [{ message: { mid: 'm_1', is_deleted: true } }, { automated: 'taken back', externalId: 'm_1:deleted' }],
    [{ message: { mid: 'm_1', is_unsupported: true } }, { notices: [expect.stringMatching(/kind of message/)] }],
    [{ message: { mid: 'm_1', text: 'Nice', reply_to: { story: { id: 's' } } } }, { notices: [expect.any(String)] }],
    [
      {
        message: {
          mid: 'm_1',
          attachments: [{ type: 'fallback', title: 'Shop', payload: { url: 'https://x.example' } }],
        },
      },
      { text: 'Shop https://x.example', files: [] },
    ],
    [{ read: { mid: 'm_9' } }, { type: 'status', externalId: 'm_9', status: 'read' }],
    [
      { read: { watermark: 1_749_416_383_000 } },
      { type: 'watermark', status: 'read', at: new Date(1_749_416_383_000) },
    ],
    [{ delivery: { watermark: 1_749_416_383_000 } }, { type: 'watermark', status: 'delivered' }],
  ])('reads %j', async (event, item) => {
    expect(await read(event)).toMatchObject([item]);
  });

  it('counts an event of a kind that nobody knows, and goes on', async () => {
    const { deps, warnings } = channelDeps({ baseUrl: server.url });
    const adapter = social.connect(
      { network: 'messenger', accountId: PAGE, accessToken: TOKEN, appSecret: APP_SECRET, verifyToken: 'made-up' },
      deps,
    );
    for (const externalId of ['1', '2']) {
      const raw = Buffer.from(JSON.stringify({ sender: { id: '7' }, telepathy: {} }));
      expect(await adapter.read({ externalId, raw, meta: {} })).toEqual([]);
    }
    expect(warnings).toEqual([expect.objectContaining({ word: 'telepathy' })]);
  });

  it.each([{}, { sender: { id: 'anna/../me' } }, { sender: { id: '9'.repeat(40) } }])(
    'puts words aside whose sender nobody could answer (%j), with the reason',
    async (from) => {
      const [raw] = unpacked([{ ...from, timestamp: 1, message: { mid: 'm_odd', text: 'Hi' } }]);
      expect(raw?.raw.toString()).toContain('"Hi"');
      await expect(raw && channel().read(raw)).rejects.toMatchObject({
        code: 'rejected',
        retryable: false,
        message: expect.stringContaining('sender id'),
      });
      // What says nothing is no loss.
      const [receipt] = unpacked([{ ...from, read: { watermark: 1 } }]);
      expect(receipt && (await channel().read(receipt))).toEqual([]);
    },
  );

  it('shows that somebody types, and that a message was seen', async () => {
    const to = { address: `messenger:${CUSTOMER_ID}`, name: null };
    await channel().signal?.(to, { type: 'typing', externalId: null });
    await channel().signal?.(to, { type: 'read', externalId: null });
    expect(server.actions.map((one) => one.sender_action)).toEqual(['typing_on', 'mark_seen']);
  });

  it('reads any body without an error, and says nothing that cannot be stored', async () => {
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.boolean());
    const name = fc.constantFrom('mid', 'text', 'attachments', 'reply_to', 'watermark', 'emoji', 'title', 'is_deleted');
    const fields = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })));
    const kind = fc.constantFrom('message', 'postback', 'reaction', 'read', 'delivery', 'strange');
    const event = fc.tuple(kind, fc.oneof(fields, leaf), leaf).map(([word, value, timestamp]) => ({
      sender: { id: '7' },
      timestamp,
      [word]: value,
    }));
    const bodies = fc.oneof(
      event.map((one) => JSON.stringify(one)),
      fc.json(),
      fc.string(),
    );
    const adapter = channel();
    await fc.assert(
      fc.asyncProperty(bodies, async (raw) => {
        const items = await adapter.read({ externalId: 'x', raw: Buffer.from(raw), meta: {} });
        expect(JSON.stringify(items)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        adapter.hook?.unpack({ ...SendApi.call(HOOK_URL, {}), body: Buffer.from(raw) });
      }),
      { numRuns: 200 },
    );
  });
});
