import { channelDeps, HOOK_URL, nobodysUrl } from '../../vendor/channel-deps.fixture';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { channelConformance, type ChannelUnderTest, type CustomerMessage, type Trouble } from '../channel.conformance';
import { whatsapp } from './whatsapp.connector';
import type { WhatsAppCredentials } from './whatsapp.credentials';

const OURS = '+15550783881';
const CUSTOMER = '+16505551234';
const TEMPLATE = `HX${'5f'.repeat(16)}`;
const credentials: WhatsAppCredentials = { transport: 'twilio', accountSid: ACCOUNT, authToken: TOKEN };

const TROUBLES: Record<Trouble, Parameters<TwilioServer['next']>[0]> = {
  refuse: { status: 400, code: 63024 },
  busy: { status: 503 },
  hang_up_before: 'hang_up_before',
  lose_the_answer: 'lose_the_answer',
};

async function start(): Promise<ChannelUnderTest> {
  const server = await TwilioServer.start();
  server.contents = [
    {
      sid: TEMPLATE,
      friendly_name: 'order update',
      language: 'en',
      variables: { 1: 'name' },
      types: { 'twilio/text': { body: 'Hello {{1}}, your order is on its way.' } },
      approval_requests: { name: 'order_update', category: 'UTILITY', status: 'approved' },
    },
  ];
  const { deps, warnings } = channelDeps({ baseUrl: server.url, address: OURS });
  const adapter = whatsapp.connect(credentials, deps);
  const media = new Map<string, string[]>();
  const call = ({ id, text, files = [], answers }: CustomerMessage) => {
    const urls = media.get(id) ?? files.map((file) => server.keepMedia(file));
    media.set(id, urls);
    return TwilioServer.call(HOOK_URL, {
      MessageSid: `SM${id.replaceAll('-', '')}`,
      SmsStatus: 'received',
      From: `whatsapp:${CUSTOMER}`,
      To: `whatsapp:${OURS}`,
      WaId: CUSTOMER.slice(1),
      ProfileName: 'Anna',
      Body: text,
      NumMedia: String(urls.length),
      ...(answers && { OriginalRepliedMessageSid: answers }),
      ...Object.fromEntries(urls.map((url, index) => [`MediaUrl${index}`, url])),
      ...Object.fromEntries(files.map((file, index) => [`MediaContentType${index}`, file.contentType])),
    });
  };
  return {
    adapter,
    withBadCredentials: whatsapp.connect({ ...credentials, authToken: 'another' }, deps),
    withVendorAway: whatsapp.connect(credentials, { ...deps, baseUrl: await nobodysUrl() }),
    customer: CUSTOMER,
    delivered: () =>
      server.taken.map(({ sid, form, files }) => ({ externalId: sid, text: form.get('Body') ?? filled(form), files })),
    next: (trouble) => server.next(TROUBLES[trouble]),
    alsoMakes: {
      slowDown: () => server.next({ status: 429, code: 20429 }),
      closeWindow: () => server.next({ status: 400, code: 63016 }),
    },
    inbound: (message) => {
      const [raw] = adapter.hook?.unpack(call(message)) ?? [];
      if (!raw) throw new Error('the call holds no message');
      return raw;
    },
    odd: ['', 'From=whatsapp:', 'From=whatsapp:US.1349&Body=%00', 'Latitude=1', 'From=whatsapp:%2B1&Latitude=x'].map(
      (it) => Buffer.from(it),
    ),
    pushing: {
      call,
      forge: (genuine) => ({ ...genuine, url: `${genuine.url}?elsewhere` }),
      report: (externalId, word) => TwilioServer.call(HOOK_URL, { MessageSid: externalId, MessageStatus: word }),
      words: {
        queued: null,
        sent: 'sent',
        delivered: 'delivered',
        read: 'read',
        undelivered: 'failed',
        failed: 'failed',
      },
      warnings,
    },
    vendorMakesIds: true,
    commitsInOneRequest: true,
    publish: (file) => server.publish(file),
    namesFilesItself: true,
    close: () => server.stop(),
  };
}

function filled(form: URLSearchParams): string {
  const blanks: Record<string, string> = JSON.parse(form.get('ContentVariables') ?? '{}');
  return form.get('ContentSid') === TEMPLATE ? `Hello ${blanks['1']}, your order is on its way.` : '';
}

channelConformance('WhatsApp over Twilio', start);
