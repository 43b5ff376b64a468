import fc from 'fast-check';
import type { ChannelAdapter, InboundMessage } from '../../port';
import { fieldsOf } from '../../port';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { outboundTo, rawCall } from '../../vendor/twilio/twilio-message.fixture';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { sms } from './sms.connector';
import { SmsCredentials } from './sms.credentials';

const CUSTOMER = '+16505551234';
const noop = async (): Promise<void> => undefined;

describe('SMS over Twilio', () => {
  let server: TwilioServer;
  beforeAll(async () => (server = await TwilioServer.start()));
  afterAll(() => server.stop());

  const adapter = (credentials: Partial<SmsCredentials> = {}, hookUrl = HOOK_URL): ChannelAdapter =>
    sms.connect(
      { accountSid: ACCOUNT, authToken: TOKEN, ...credentials },
      channelDeps({ baseUrl: server.url, address: '+15552229999', hookUrl }).deps,
    );
  const outbound = outboundTo(CUSTOMER);
  const read = (fields: Record<string, string>) => adapter().read(rawCall(fields));
  const readMessage = async (fields: Record<string, string>) => (await read(fields))[0] as InboundMessage;

  it('tells Twilio where to report, and reports how many parts it became', async () => {
    expect(await adapter().send(outbound(), noop)).toMatchObject({ status: 'queued', parts: 1 });
    expect(server.taken.at(-1)?.form.get('StatusCallback')).toBe(HOOK_URL);
  });

  it('writes as a messaging service when it has one', async () => {
    const service = `MG${'a'.repeat(32)}`;
    await adapter({ sender: service }).send(outbound(), noop);
    const form = server.taken.at(-1)?.form;
    expect([form?.get('MessagingServiceSid'), form?.get('From')]).toEqual([service, null]);
  });

  it('needs something to write as', () => {
    const { deps } = channelDeps({ baseUrl: server.url });
    expect(() => sms.connect({ accountSid: ACCOUNT, authToken: TOKEN }, deps)).toThrow('the number');
  });

  it.each([
    ['a file without a public address', { files: [file({ url: null })] }, /public address/],
    ['files of more than 5 MB', { files: [file({ content: Buffer.alloc(5 * 1024 * 1024 + 1) })] }, /5 MB/],
    ['eleven files', { files: Array.from({ length: 11 }, () => file({})) }, /at most 10/],
    ['nothing at all', { text: '' }, /nothing to send/],
    ['an address that is no phone', { to: { address: 'anna@example.com', name: null } }, /phone numbers only/],
  ])('refuses %s in words, before any commit', async (_, given, words) => {
    const beforeCommit = jest.fn(noop);
    const sending = adapter().send(outbound(given), beforeCommit);
    await expect(sending).rejects.toMatchObject({ code: 'rejected', message: expect.stringMatching(words) });
    expect(beforeCommit).not.toHaveBeenCalled();
  });

  it('says in words that the customer opted out, with the code beside it', async () => {
    server.next({ status: 400, code: 21610 });
    await expect(adapter().send(outbound(), noop)).rejects.toMatchObject({
      code: 'opted_out',
      retryable: false,
      vendorCode: '21610',
      message: expect.stringContaining('opted out'),
    });
  });

  it('takes a message of the same words from before it was written for another one', async () => {
    const { externalId } = await adapter().send(outbound({ text: 'Thank you!' }), noop);
    const inTenMinutes = Math.floor(Date.now() + 600_000)
      .toString(16)
      .padStart(12, '0');
    const messageId = `${inTenMinutes.slice(0, 8)}-${inTenMinutes.slice(8)}-7000-8000-000000000000`;
    expect(await adapter().find?.(outbound({ text: 'Thank you!' }))).toMatchObject({ externalId });
    expect(await adapter().find?.(outbound({ text: 'Thank you!', messageId }))).toBe('not_sent');
  });

  it('takes a message that is known already for another one, whatever its words', async () => {
    const { externalId } = await adapter().send(outbound({ text: 'You are welcome!' }), noop);
    const again = outbound({ text: 'You are welcome!', thread: { inReplyTo: null, references: [externalId] } });
    expect(await adapter().find?.(again)).toBe('not_sent');
    const { externalId: second } = await adapter().send(again, noop);
    expect(await adapter().find?.(again)).toMatchObject({ externalId: second });
  });

  it('admits not to know when the look-up fails as well', async () => {
    expect(await adapter({ authToken: 'another' }).find?.(outbound())).toBe('unknown');
  });

  it.each([
    ['as it was called', HOOK_URL, HOOK_URL],
    ['with the port that it left out', HOOK_URL, 'https://desk.fernhill.example:443/hooks/1'],
    ['without the port', 'https://desk.fernhill.example:8443/hooks/1', HOOK_URL],
  ])('believes a signature over the address %s', (_, called, signed) => {
    const call = { ...TwilioServer.call(signed, { From: CUSTOMER, Unheard: 'of' }), url: called };
    expect(adapter().hook?.verify(call)).toBeNull();
  });

  it('believes both auth tokens while they are rotated, and no longer', () => {
    const call = TwilioServer.call(HOOK_URL, { From: CUSTOMER }, 'old-token');
    expect(adapter({ secondaryAuthToken: 'old-token' }).hook?.verify(call)).toBeNull();
    expect(adapter().hook?.verify(call)).toMatch(/signature/);
  });

  it.each([
    [{ Body: 'stop' }, 'stop', 'opt-out keyword'],
    [{ Body: ' Unsubscribe\n' }, 'stop', 'opt-out keyword'],
    [{ Body: 'Please stop calling' }, null, null],
    [{ Body: 'START' }, 'start', 'opt-out keyword'],
    [{ Body: 'Yes' }, 'start', null],
    [{ Body: 'help' }, 'help', 'opt-out keyword'],
    [{ Body: 'ARRET', OptOutType: 'STOP' }, 'stop', 'opt-out keyword'],
    [{ Body: 'constructor' }, null, null],
  ])('hears %j as consent %s', async (fields, consent, automated) => {
    expect(await readMessage({ From: CUSTOMER, ...fields })).toMatchObject({ consent, automated });
  });

  it.each([
    ['+1 (650) 555-1234', { address: '+16505551234' }, 'proven'],
    ['24680', { address: '24680' }, 'unproven'],
    ['FEDEX', { address: 'sms:FEDEX', kind: 'account' }, 'unproven'],
  ])('knows the sender %s', async (From, from, sender) => {
    expect(await readMessage({ From, Body: 'Hi' })).toMatchObject({ from, sender });
  });

  it('tells people why a message was not delivered, and stops writing to who opted out', async () => {
    const failed = (ErrorCode: string) => read({ MessageSid: 'SM2', MessageStatus: 'undelivered', ErrorCode });
    expect(await failed('30003')).toMatchObject([{ error: expect.stringContaining('30003'), block: null }]);
    expect(await failed('21610')).toMatchObject([{ status: 'failed', block: 'opted_out', recipient: null }]);
    expect(await read({ MessageSid: 'SM2', MessageStatus: 'delivered', ErrorCode: '' })).toMatchObject([
      { status: 'delivered', error: null },
    ]);
  });

  it('hands its credentials to no other host, wherever a picture is said to lie', async () => {
    const given = { contentType: 'image/png', content: Buffer.from('png') };
    const url = server.keepMedia(given);
    expect(await adapter().fetchFile?.({ url })).toEqual(given);
    for (const elsewhere of [
      'https://evil.example/x',
      'http://api.twilio.com/x',
      'https://a:b@api.twilio.com/',
      'x:y',
    ]) {
      await expect(adapter().fetchFile?.({ url: elsewhere })).rejects.toMatchObject({ code: 'rejected' });
    }
  });

  it('deletes a picture at Twilio once it is told that we have it', async () => {
    const url = server.keepMedia({ contentType: 'image/png', content: Buffer.from('png') });
    await adapter().forgetFile?.({ url });
    await expect(adapter().fetchFile?.({ url })).rejects.toMatchObject({ code: 'not_found' });
    await adapter().forgetFile?.({ url });
    await adapter().forgetFile?.({ url: `${server.url}/2010-04-01/Accounts/${ACCOUNT}` });
    expect(server.requests.filter((one) => one.startsWith('DELETE') && !one.includes('/Media/'))).toEqual([]);
  });

  it('draws its form with the secrets as secrets', () => {
    const secrets = fieldsOf(SmsCredentials).filter((field) => field.type === 'secret');
    expect(secrets.map((field) => field.name)).toEqual(['authToken', 'secondaryAuthToken', 'apiKeySecret']);
  });

  it('takes a picture from an address only', async () => {
    const form = (url: string) => Buffer.from(`From=%2B31612345678&MessageSid=MM1&MediaUrl0=${url}`);
    const read = async (url: string) => adapter().read({ externalId: 'x', raw: form(url), meta: {} });
    expect(await read('https%3A%2F%2Fapi.twilio.com%2Fa')).toMatchObject([
      { files: [{ content: { ref: { url: 'https://api.twilio.com/a' } } }] },
    ]);
    for (const odd of ['%00', 'picture', 'https%3A%2F%2F%00']) expect(await read(odd)).toMatchObject([{ files: [] }]);
  });

  it('reads any body without an error, and says nothing that cannot be stored', async () => {
    const name = fc.constantFrom('From', 'Body', 'MessageSid', 'MessageStatus', 'SmsStatus', 'MediaUrl0', 'ErrorCode');
    const form = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 12 });
    const bodies = fc.oneof(
      form.map((pairs) => Buffer.from(pairs.map((pair) => pair.map(encode).join('=')).join('&'))),
      fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (raw) => {
        const items = await adapter().read({ externalId: 'x', raw, meta: {} });
        expect(JSON.stringify(items)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
      { numRuns: 300 },
    );
  });
});

function encode(text: string): string {
  return Buffer.from(text).toString('hex').replace(/../g, '%$&');
}

function file(given: object) {
  return {
    filename: 'a.png',
    contentType: 'image/png',
    content: Buffer.from('a'),
    url: 'https://x.example/a',
    ...given,
  };
}
