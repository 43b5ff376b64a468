import { randomUUID } from 'node:crypto';
import type { ChannelAdapter, InboundMessage, InboundSink, Outbound, OutboundFile, RawInbound } from '../port';

/** A message as it arrived at the far end. */
export interface Delivered {
  externalId: string;
  text: string;
  files: { filename: string; content: Buffer }[];
}

/** What the vendor does with the next message it is handed. */
export type Trouble = 'refuse' | 'busy' | 'hang_up_before' | 'lose_the_answer';

/** One adapter against a vendor (real software or a twin on its real wire) that the suite can steer. */
export interface ChannelUnderTest {
  adapter: ChannelAdapter;
  withBadCredentials: ChannelAdapter;
  withVendorAway: ChannelAdapter;
  delivered(): Delivered[];
  next(trouble: Trouble): void;
  /** What the vendor would hand us for a customer's message, through `receive` where there is one. */
  inbound(message: { id: string; text: string; files?: OutboundFile[]; answers?: string }): RawInbound;
  /** Input that no vendor should send and some will. */
  odd: Buffer[];
  /** Makes a customer's message wait at the vendor, for adapters that listen. */
  post?(id: string): Promise<void>;
  close(): Promise<void>;
}

const FILES: OutboundFile[] = [
  { filename: 'größe.txt', contentType: 'text/plain', content: Buffer.from('a\r\nb\n\ttab\n'), url: null },
  {
    filename: 'photo.png',
    contentType: 'image/png',
    content: Buffer.from([0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2e, 0x0d, 0x0a]),
    url: null,
  },
];

/** What every channel must do, whatever its vendor; run it from the channel's own spec. */
export function channelConformance(name: string, start: () => Promise<ChannelUnderTest>): void {
  describe(`${name} keeps the rules of a channel`, () => {
    let it_: ChannelUnderTest;
    beforeAll(async () => {
      it_ = await start();
    });
    afterAll(() => it_.close());

    const outbound = (given: Partial<Outbound> = {}): Outbound => ({
      messageId: randomUUID(),
      ticketId: randomUUID(),
      ticketNumber: 17,
      to: { address: 'anna@example.com', name: 'Anna Bergmann' },
      subject: 'Where is my order?',
      text: 'It is on its way.',
      cc: [],
      html: null,
      files: [],
      template: null,
      choices: [],
      thread: { inReplyTo: null, references: [] },
      automated: false,
      notice: false,
      ...given,
    });
    const arrived = (externalId: string): Delivered[] => it_.delivered().filter((one) => one.externalId === externalId);
    const noop = async (): Promise<void> => undefined;
    const read = async (raw: RawInbound): Promise<InboundMessage> => {
      const [message] = (await it_.adapter.read(raw)).filter((one) => one.type === 'message');
      if (!message) throw new Error('no message was read');
      return message;
    };

    it('proves good credentials and says "auth" for bad ones', async () => {
      await it_.adapter.check();
      await expect(it_.withBadCredentials.check()).rejects.toMatchObject({
        name: 'ConnectorError',
        code: 'auth',
        retryable: false,
      });
      await expect(it_.withBadCredentials.send(outbound(), noop)).rejects.toMatchObject({ code: 'auth' });
    });

    it('says "unavailable" when the vendor is away, before any commit', async () => {
      const beforeCommit = jest.fn(noop);
      await expect(it_.withVendorAway.send(outbound(), beforeCommit)).rejects.toMatchObject({
        code: 'unavailable',
        retryable: true,
      });
      expect(beforeCommit).not.toHaveBeenCalled();
    });

    it('delivers text and files unharmed, once, after exactly one commit', async () => {
      const beforeCommit = jest.fn(noop);
      const { externalId } = await it_.adapter.send(
        outbound({ text: 'Grüße\n.\n..\nFrom here 👋', files: FILES }),
        beforeCommit,
      );
      expect(beforeCommit).toHaveBeenCalledTimes(1);
      const [message, ...more] = arrived(externalId);
      expect(more).toEqual([]);
      expect(message?.text.trim()).toBe('Grüße\n.\n..\nFrom here 👋');
      expect(message?.files).toEqual(FILES.map(({ filename, content }) => ({ filename, content })));
    });

    it('gives a message the same external id on each try', async () => {
      const message = outbound();
      const first = await it_.adapter.send(message, noop);
      expect((await it_.adapter.send(message, noop)).externalId).toBe(first.externalId);
      expect((await it_.adapter.send(outbound(), noop)).externalId).not.toBe(first.externalId);
    });

    it('sends nothing when the commit is refused, and hands the reason back as it is', async () => {
      const before = it_.delivered().length;
      const reason = new Error('somebody else sends it');
      await expect(it_.adapter.send(outbound(), () => Promise.reject(reason))).rejects.toBe(reason);
      await it_.adapter.send(outbound(), noop);
      expect(it_.delivered()).toHaveLength(before + 1);
    });

    it.each([
      ['refuse', { code: 'rejected', retryable: false }],
      ['busy', { retryable: true }],
      ['lose_the_answer', { code: 'uncertain', retryable: false }],
    ] as const)('when the vendor does "%s" answers %j, and works again after it', async (trouble, answer) => {
      it_.next(trouble);
      await expect(it_.adapter.send(outbound(), noop)).rejects.toMatchObject(answer);
      const { externalId } = await it_.adapter.send(outbound(), noop);
      expect(arrived(externalId)).toHaveLength(1);
    });

    it('loses nothing when the vendor hangs up before the commit: a clean "unavailable", or a second try of its own', async () => {
      it_.next('hang_up_before');
      const before = it_.delivered().length;
      const outcome = await it_.adapter.send(outbound(), noop).then(
        () => 'sent',
        (error: { code?: string }) => error.code,
      );
      expect(['sent', 'unavailable']).toContain(outcome);
      expect(it_.delivered()).toHaveLength(before + (outcome === 'sent' ? 1 : 0));
    });

    it('knows or admits not to know whether an uncertain message went out', async () => {
      expect(['sent', 'not_sent', 'unknown']).toContain((await it_.adapter.find?.(outbound())) ?? 'unknown');
    });

    it('reads a message with its files unharmed, and a redelivery under the same id', async () => {
      const given = { id: randomUUID(), text: 'Where is #1001? Grüße 👋', files: FILES };
      const message = await read(it_.inbound(given));
      expect(message.text).toBe(given.text);
      expect(message.files.map(({ filename, content }) => ({ filename, content }))).toEqual(
        FILES.map(({ filename, content }) => ({ filename, content })),
      );
      expect(message.automated).toBeNull();
      expect(it_.inbound(given).externalId).toBe(message.externalId);
      expect(it_.inbound({ ...given, id: randomUUID() }).externalId).not.toBe(message.externalId);
    });

    it('finds the ticket of an answer to our message, and believes no forged id', async () => {
      const message = outbound();
      const { externalId } = await it_.adapter.send(message, noop);
      const answer = await read(it_.inbound({ id: randomUUID(), text: 'Thanks!', answers: externalId }));
      expect(answer.thread.externalIds).toContain(externalId);
      expect([message.ticketId, null]).toContain(answer.thread.ticketId);

      const forged = externalId.replace(/[0-9a-f](?=[^0-9a-f]|$)/, (digit) => (digit === '0' ? '1' : '0'));
      const stranger = await read(it_.inbound({ id: randomUUID(), text: 'Thanks!', answers: forged }));
      expect(stranger.thread.ticketId).toBeNull();
    });

    it('never throws for odd input', async () => {
      for (const [index, raw] of it_.odd.entries()) {
        const inbound = it_.adapter.receive?.(raw, {}) ?? { externalId: `odd-${index}`, raw, meta: {} };
        const items = await it_.adapter.read(inbound);
        for (const item of items) expect(item.externalId).not.toBe('');
      }
    });

    it('listens until it is stopped, and then ends within a second', async () => {
      const { adapter } = it_;
      if (!adapter.listen) return;
      const stop = new AbortController();
      const taken: string[] = [];
      let connected = (): void => undefined;
      const isConnected = new Promise<void>((resolve) => (connected = resolve));
      let arrivedOne = (): void => undefined;
      const hasArrived = new Promise<void>((resolve) => (arrivedOne = resolve));
      const sink: InboundSink = {
        push: async ({ externalId }) => {
          taken.push(externalId);
          arrivedOne();
          return 'stored';
        },
        loadCursor: async () => null,
        saveCursor: async () => connected(),
        alive: async () => undefined,
      };
      const ended = adapter.listen(sink, stop.signal);
      await isConnected;
      const id = randomUUID();
      await it_.post?.(id);
      await hasArrived;
      expect(taken).toHaveLength(1);
      const told = Date.now();
      stop.abort();
      await ended;
      expect(Date.now() - told).toBeLessThan(1_000);
    });
  });
}
