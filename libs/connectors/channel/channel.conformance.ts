import { randomUUID } from 'node:crypto';
import type { InboundItem, InboundMessage, InboundSink, Outbound, OutboundFile, RawInbound } from '../port';
import type { ChannelUnderTest, Delivered } from './channel-under-test';
import { hookConformance } from './hook.conformance';

export type * from './channel-under-test';

const FILES: OutboundFile[] = [
  { filename: 'größe.txt', contentType: 'text/plain', content: Buffer.from('a\r\nb\n\ttab\n'), url: null },
  {
    filename: 'photo.png',
    contentType: 'image/png',
    content: Buffer.from([0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2e, 0x0d, 0x0a]),
    url: null,
  },
];

const noop = async (): Promise<void> => undefined;

/** What every channel must do, whatever its vendor; run it from the channel's own spec. */
export function channelConformance(name: string, start: () => Promise<ChannelUnderTest>): void {
  describe(`${name} keeps the rules of a channel`, () => {
    let it_: ChannelUnderTest;
    beforeAll(async () => {
      it_ = await start();
    });
    afterAll(() => it_?.close());

    const outbound = (given: Partial<Outbound> = {}): Outbound => ({
      messageId: randomUUID(),
      ticketId: randomUUID(),
      ticketNumber: 17,
      to: { address: it_.customer ?? 'anna@example.com', name: 'Anna Bergmann' },
      subject: 'Where is my order?',
      text: `It is on its way. ${randomUUID()}`,
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
    const published = (): OutboundFile[] => FILES.map((file) => ({ ...file, url: it_.publish?.(file) ?? file.url }));
    const arrived = (externalId: string): Delivered[] => it_.delivered().filter((one) => one.externalId === externalId);
    const read = async (raw: RawInbound): Promise<InboundMessage> => {
      const [message] = (await it_.adapter.read(raw)).filter((one) => one.type === 'message');
      if (!message) throw new Error('no message was read');
      return message;
    };
    const filesOf = (files: { filename: string; content: Buffer }[]) =>
      files.map(({ filename, content }) => (it_.namesFilesItself ? { content } : { filename, content }));
    const failure = (sending: Promise<unknown>): Promise<{ code?: string; retryAfterMs?: number | null }> =>
      sending.then(
        () => ({}),
        (error: object) => error,
      );

    it('proves good credentials and says "auth" for bad ones', async () => {
      await it_.adapter.check();
      if (!it_.withBadCredentials) return;
      await expect(it_.withBadCredentials.check()).rejects.toMatchObject({
        name: 'ConnectorError',
        code: 'auth',
        retryable: false,
      });
      await expect(it_.withBadCredentials.send(outbound(), noop)).rejects.toMatchObject({ code: 'auth' });
    });

    it('says "unavailable" when the vendor is away: surely not sent', async () => {
      if (!it_.withVendorAway) return;
      const beforeCommit = jest.fn(noop);
      await expect(it_.withVendorAway.send(outbound(), beforeCommit)).rejects.toMatchObject({
        code: 'unavailable',
        retryable: true,
      });
      if (!it_.commitsInOneRequest) expect(beforeCommit).not.toHaveBeenCalled();
    });

    it('delivers text and files unharmed, once, after exactly one commit', async () => {
      const text = 'Grüße\n.\n..\nFrom here 👋';
      const files = it_.adapter.traits.files ? published() : [];
      const perMessage = it_.adapter.traits.maxFiles ?? files.length;
      for (const batch of perMessage === 1 ? files.map((file) => [file]) : [files]) {
        const beforeCommit = jest.fn(noop);
        const { externalId } = await it_.adapter.send(outbound({ text, files: batch }), beforeCommit);
        expect(beforeCommit).toHaveBeenCalledTimes(1);
        const [message, ...more] = arrived(externalId);
        expect(more).toEqual([]);
        expect(message?.text.trim()).toBe(text);
        expect(filesOf(message?.files ?? [])).toEqual(filesOf(batch));
      }
    });

    it('gives a message one external id, or can tell whether it went out', async () => {
      const message = outbound();
      const first = await it_.adapter.send(message, noop);
      expect((await it_.adapter.send(outbound(), noop)).externalId).not.toBe(first.externalId);
      if (it_.vendorMakesIds) {
        if (!it_.adapter.find) return;
        expect(await it_.adapter.find(message)).toMatchObject({ externalId: first.externalId });
        expect(await it_.adapter.find(outbound())).toBe('not_sent');
      } else {
        expect((await it_.adapter.send(message, noop)).externalId).toBe(first.externalId);
        if (it_.vendorKnowsOurKey) expect(arrived(first.externalId)).toHaveLength(1);
      }
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
    ] as const)('when the vendor does "%s" answers %j, and works again after it', async (trouble, answer) => {
      if (!it_.next) return;
      it_.next(trouble);
      await expect(it_.adapter.send(outbound(), noop)).rejects.toMatchObject(answer);
      const { externalId } = await it_.adapter.send(outbound(), noop);
      expect(arrived(externalId)).toHaveLength(1);
    });

    it('waits as long as the vendor asks for', async () => {
      if (!it_.alsoMakes?.slowDown) return;
      it_.alsoMakes.slowDown();
      const error = await failure(it_.adapter.send(outbound(), noop));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect(error.retryAfterMs).toBeGreaterThan(0);
    });

    it('when the answer is lost, says so, and looks the message up where that can be done', async () => {
      if (!it_.next) return;
      const message = outbound();
      it_.next('lose_the_answer');
      const before = it_.delivered().length;
      const error = await failure(it_.adapter.send(message, noop));
      expect(error.code).toBe(it_.vendorKnowsOurKey ? 'unavailable' : 'uncertain');
      expect(it_.delivered()).toHaveLength(before + 1);
      if (it_.vendorMakesIds && it_.adapter.find)
        expect(await it_.adapter.find(message)).toMatchObject({ externalId: expect.any(String) as string });
      if (!it_.vendorKnowsOurKey) expect((await it_.adapter.find?.(message)) ?? 'unknown').not.toBe('not_sent');
      if (it_.vendorKnowsOurKey) {
        await it_.adapter.send(message, noop);
        expect(it_.delivered()).toHaveLength(before + 1);
      }
      const { externalId } = await it_.adapter.send(outbound(), noop);
      expect(arrived(externalId)).toHaveLength(1);
    });

    it('loses nothing when the vendor hangs up before it took anything', async () => {
      if (!it_.next) return;
      it_.next('hang_up_before');
      const before = it_.delivered().length;
      const message = outbound();
      const outcome = await it_.adapter.send(message, noop).then(
        () => 'sent',
        (error: { code?: string }) => error.code,
      );
      expect(['sent', 'unavailable', ...(it_.commitsInOneRequest ? ['uncertain'] : [])]).toContain(outcome);
      expect(it_.delivered()).toHaveLength(before + (outcome === 'sent' ? 1 : 0));
      if (outcome !== 'sent') expect((await it_.adapter.find?.(message)) ?? 'unknown').not.toBe('sent');
    });

    it('refuses a text that is longer than the channel holds, before any commit', async () => {
      const { maxChars } = it_.adapter.traits;
      if (maxChars === null) return;
      const beforeCommit = jest.fn(noop);
      const before = it_.delivered().length;
      const sending = it_.adapter.send(outbound({ text: 'a'.repeat(maxChars + 1) }), beforeCommit);
      await expect(sending).rejects.toMatchObject({ code: 'rejected', retryable: false });
      expect(beforeCommit).not.toHaveBeenCalled();
      await it_.adapter.send(outbound({ text: 'a'.repeat(maxChars) }), noop);
      expect(it_.delivered()).toHaveLength(before + 1);
    });

    it('sends an approved template, and says when only that may go', async () => {
      const { adapter } = it_;
      expect('templates' in adapter).toBe(adapter.traits.templates);
      if (!adapter.templates) return;
      const [template] = (await adapter.templates()).filter((one) => one.params > 0);
      if (!template) throw new Error('the vendor should have an approved template with a blank');
      const params = Array.from({ length: template.params }, (_, index) => `blank ${index + 1}`);
      const filled = template.body.replace(/\{\{(\d+)\}\}/g, (_, n: string) => params[Number(n) - 1] ?? '');
      const { id, language } = template;
      const sent = await it_.adapter.send(outbound({ text: filled, template: { id, language, params } }), noop);
      expect(arrived(sent.externalId).map((one) => one.text)).toEqual([filled]);
    });

    it('says "window_closed" when the vendor refuses free words for that reason', async () => {
      if (!it_.alsoMakes?.closeWindow) return;
      it_.alsoMakes.closeWindow();
      await expect(it_.adapter.send(outbound(), noop)).rejects.toMatchObject({
        code: 'window_closed',
        retryable: false,
      });
    });

    it('reads a message with its files unharmed, and a redelivery under the same id', async () => {
      const { files: takesFiles, maxFiles } = it_.adapter.traits;
      // A widget of our own uploads its files through our own door beforehand.
      const files = takesFiles && !it_.adapter.widget ? FILES.slice(0, maxFiles ?? FILES.length) : [];
      const given = { id: randomUUID(), text: 'Where is #1001? Grüße 👋', files };
      const message = await read(it_.inbound(given));
      expect(message.text).toBe(given.text);
      const contents = await Promise.all(
        message.files.map(async ({ filename, content }) => {
          if (Buffer.isBuffer(content)) return { filename, content };
          const fetched = await it_.adapter.fetchFile?.(content.ref);
          return { filename, content: fetched?.content ?? Buffer.alloc(0) };
        }),
      );
      expect(filesOf(contents)).toEqual(filesOf(given.files));
      expect(message.automated).toBeNull();
      expect(it_.inbound(given).externalId).toBe(message.externalId);
      expect(it_.inbound({ ...given, id: randomUUID() }).externalId).not.toBe(message.externalId);
    });

    it('finds what an answer to our message answers, and believes no forged id', async () => {
      if (it_.quotes === false) return;
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
        const items: InboundItem[] = await it_.adapter.read(inbound);
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

    hookConformance(() => it_);
  });
}
