import { channelDeps, HOOK_URL, nobodysUrl } from '../../vendor/channel-deps.fixture';
import { ACCESS_TOKEN, APP_SECRET, MetaServer, type TakenBody } from '../../vendor/meta/meta-server.fixture';
import { channelConformance, type ChannelUnderTest, type CustomerMessage, type Trouble } from '../channel.conformance';
import { whatsapp } from './whatsapp.connector';
import type { WhatsAppCredentials } from './whatsapp.credentials';

const PHONE_ID = '106540352242922';
const WABA_ID = '102290129340398';
const CUSTOMER = '+16505551234';

const credentials: WhatsAppCredentials = {
  transport: 'cloud',
  phoneNumberId: PHONE_ID,
  businessAccountId: WABA_ID,
  accessToken: ACCESS_TOKEN,
  appSecret: APP_SECRET,
  verifyToken: 'a-made-up-token',
};

const TROUBLES: Record<Trouble, Parameters<MetaServer['next']>[0]> = {
  refuse: { status: 400, error: { message: '(#131026) undeliverable', code: 131026 } },
  busy: { status: 500, error: { message: 'Service unavailable', code: 131016 } },
  hang_up_before: 'hang_up_before',
  lose_the_answer: 'lose_the_answer',
};

const KINDS: Record<string, string> = { 'image/png': 'image' };

async function start(): Promise<ChannelUnderTest> {
  const server = await MetaServer.start();
  server.pages.set(`/${PHONE_ID}`, () => ({ id: PHONE_ID }));
  server.pages.set(`/${WABA_ID}/message_templates`, () => ({
    data: [
      {
        name: 'order_update',
        language: 'en_US',
        status: 'APPROVED',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Hello {{1}}, order {{2}} is on its way.' }],
      },
    ],
  }));
  const { deps, warnings } = channelDeps({ baseUrl: server.url, address: '+15550783881' });
  const adapter = whatsapp.connect(credentials, deps);
  const ids = new Map<string, string[]>();
  const about = (value: object) =>
    MetaServer.call(HOOK_URL, {
      object: 'whatsapp_business_account',
      entry: [
        { id: WABA_ID, changes: [{ field: 'messages', value: { metadata: { phone_number_id: PHONE_ID }, ...value } }] },
      ],
    });
  const call = ({ id, text, files = [], answers }: CustomerMessage) => {
    const [file] = files;
    const media = ids.get(id) ?? files.map((one) => server.keepMedia(one));
    ids.set(id, media);
    const kind = file ? (KINDS[file.contentType] ?? 'document') : 'text';
    const content = file
      ? { id: media[0], caption: text, mime_type: file.contentType, filename: file.filename }
      : { body: text };
    return about({
      contacts: [{ profile: { name: 'Anna' }, wa_id: CUSTOMER.slice(1) }],
      messages: [
        {
          id: `wamid.${id}`,
          from: CUSTOMER.slice(1),
          timestamp: '1749416383',
          type: kind,
          [kind]: content,
          ...(answers && { context: { id: answers } }),
        },
      ],
    });
  };
  return {
    adapter,
    withBadCredentials: whatsapp.connect({ ...credentials, accessToken: 'another' }, deps),
    withVendorAway: whatsapp.connect(credentials, { ...deps, baseUrl: await nobodysUrl() }),
    customer: CUSTOMER,
    delivered: () => server.taken.map((one) => delivered(server, one)),
    next: (trouble) => server.next(TROUBLES[trouble]),
    alsoMakes: {
      slowDown: () => server.next({ status: 429, error: { message: 'Rate limit hit', code: 130429 } }),
      closeWindow: () => server.next({ status: 400, error: { message: 'Re-engagement message', code: 131047 } }),
    },
    inbound: (message) => {
      const [raw] = adapter.hook?.unpack(call(message)) ?? [];
      if (!raw) throw new Error('the call holds no message');
      return raw;
    },
    odd: ['', '7', '[]', '{"message":[]}', '{"message":{"from":{}}}', '{"status":{"id":1}}', '{"status":true}'].map(
      (it) => Buffer.from(it),
    ),
    pushing: {
      call,
      forge: (genuine) => MetaServer.call(HOOK_URL, JSON.parse(genuine.body.toString()), 'another secret'),
      report: (id, status) => about({ statuses: [{ id, status, timestamp: '1749416383', recipient_id: '1650' }] }),
      words: { sent: 'sent', delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' },
      warnings,
    },
    vendorMakesIds: true,
    commitsInOneRequest: true,
    close: () => server.stop(),
  };
}

function delivered(server: MetaServer, { id, body: sent }: TakenBody) {
  const body: any = sent;
  const media = body[body.type];
  const file = server.media.get(media?.id);
  const blanks: string[] = body.template?.components[0]?.parameters.map((one: any) => one.text) ?? [];
  return {
    externalId: id,
    text: body.text?.body ?? media?.caption ?? `Hello ${blanks[0]}, order ${blanks[1]} is on its way.`,
    files: file ? [{ filename: file.filename, content: file.content }] : [],
  };
}

channelConformance('WhatsApp over the Cloud API', start);
