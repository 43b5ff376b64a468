import type { ChannelAdapter, Outbound } from '../../port';
import { type AskedRequest, channelDeps } from '../../vendor/channel-deps.fixture';
import { ACCESS_TOKEN, APP_SECRET, MetaServer } from '../../vendor/meta/meta-server.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { whatsapp } from './whatsapp.connector';

const folder = process.env.SATCHEL_SPECS;
const meta = Contract.open('meta/business-messaging-api_v23.0.yaml', folder);
const messaging = Contract.open('twilio/twilio_api_v2010.json', folder);
const content = Contract.open('twilio/twilio_content_v1.json', folder);
const withDocuments = meta && messaging && content ? describe : describe.skip;

const noop = async (): Promise<void> => undefined;
const outbound = (given: Partial<Outbound>): Outbound => ({
  messageId: '018f0000-0000-7000-8000-000000000000',
  ticketId: '0',
  ticketNumber: 1,
  to: { address: '+16505551234', name: null },
  cc: [],
  subject: '',
  text: 'Hello',
  html: null,
  files: [],
  template: null,
  choices: [],
  thread: { inReplyTo: 'wamid.7', references: [] },
  automated: false,
  notice: false,
  ...given,
});
const file = (contentType: string, url: string | null = null) => ({
  filename: 'a.bin',
  contentType,
  content: Buffer.from('a'),
  url,
});
const everyKind = (url: string | null): Partial<Outbound>[] => [
  {},
  { choices: ['Yes', 'No'] },
  { files: [file('image/png', url)] },
  { files: [file('video/mp4', url)] },
  { files: [file('audio/ogg', url)], text: '' },
  { files: [file('application/pdf', url)] },
  { template: { id: 'order_update', language: 'en_US', params: ['Anna'] } },
  { template: { id: 'hello', language: 'en_US', params: [] } },
];
const sendAll = async (adapter: ChannelAdapter, url: string | null): Promise<void> => {
  for (const given of everyKind(url)) await adapter.send(outbound(given), noop);
};

withDocuments("WhatsApp keeps to its transports' own documents (put them in SATCHEL_SPECS to run this)", () => {
  it('in every request to the Cloud API', async () => {
    const server = await MetaServer.start();
    const { deps, asked } = channelDeps({ baseUrl: server.url });
    server.pages.set('/106540352242922', () => ({}));
    const adapter = whatsapp.connect(
      {
        transport: 'cloud',
        phoneNumberId: '106540352242922',
        businessAccountId: '102290129340398',
        accessToken: ACCESS_TOKEN,
        appSecret: APP_SECRET,
        verifyToken: 'a-made-up-token',
      },
      deps,
    );
    await adapter.check();
    await sendAll(adapter, null);
    const mediaId = server.keepMedia({ ...file('image/png'), filename: '' });
    await adapter.fetchFile?.({ mediaId });
    await adapter.forgetFile?.({ mediaId });
    const known = problemsIn(meta, asked, `${server.url}`);
    await server.stop();
    // It wants a content type for a DELETE, which has no content.
    expect(known.problems).toEqual([expect.stringMatching(/^DELETE .*: Content-Type is missing/)]);
    expect(known.unknown).toEqual([]);
  });

  it('in every request to Twilio', async () => {
    const server = await TwilioServer.start();
    const { deps, asked } = channelDeps({ baseUrl: server.url, address: '+15550783881' });
    const adapter = whatsapp.connect({ transport: 'twilio', accountSid: ACCOUNT, authToken: TOKEN }, deps);
    await adapter.check();
    await sendAll(adapter, server.publish({ filename: 'a', content: Buffer.from('a') }));
    await adapter.find?.(outbound({}));
    // A made-up id of a template would not do.
    const sent = asked.filter((one) => !one.body?.includes('ContentSid'));
    expect(problemsIn(messaging, sent, server.url)).toEqual({ problems: [], unknown: [] });
    asked.length = 0;
    const template = { id: `HX${'5f'.repeat(16)}`, language: 'en', params: ['Anna'] };
    await adapter.send(outbound({ template }), noop);
    expect(problemsIn(messaging, asked, server.url)).toEqual({ problems: [], unknown: [] });
    asked.length = 0;
    await adapter.templates?.();
    expect(problemsIn(content, asked, server.url)).toEqual({ problems: [], unknown: [] });
    await server.stop();
  });

  it('which would find a field that is not there', () => {
    const request = {
      url: 'https://graph.facebook.com/v23.0/1/messages',
      method: 'POST',
      headers: new Headers({ 'content-type': 'application/json', 'user-agent': 'satchel' }),
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '1', type: 'text', text: { words: 'Hi' } }),
    };
    const problems = meta?.problems(request, 'https://graph.facebook.com') ?? [];
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringContaining('User-Agent must match pattern'),
        "body must have required property 'recipient_type'",
      ]),
    );
  });
});

function problemsIn(contract: Contract | null, asked: AskedRequest[], root: string) {
  const problems: string[] = [];
  const unknown: string[] = [];
  for (const request of asked) {
    const found = contract?.problems(request, root) ?? null;
    if (found === null) unknown.push(new URL(request.url).pathname);
    else problems.push(...found.map((problem) => `${request.method} ${request.url}: ${problem} ${request.body ?? ''}`));
  }
  return { problems, unknown };
}
