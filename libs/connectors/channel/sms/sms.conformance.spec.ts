import { channelDeps, HOOK_URL, nobodysUrl } from '../../vendor/channel-deps.fixture';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { channelConformance, type ChannelUnderTest, type CustomerMessage, type Trouble } from '../channel.conformance';
import { sms } from './sms.connector';

const OURS = '+15552229999';
const CUSTOMER = '+16505551234';

const TROUBLES: Record<Trouble, Parameters<TwilioServer['next']>[0]> = {
  refuse: { status: 400, code: 21614 },
  busy: { status: 503 },
  hang_up_before: 'hang_up_before',
  lose_the_answer: 'lose_the_answer',
};

async function start(): Promise<ChannelUnderTest> {
  const server = await TwilioServer.start();
  const { deps, warnings } = channelDeps({ baseUrl: server.url, address: OURS });
  const adapter = sms.connect({ accountSid: ACCOUNT, authToken: TOKEN }, deps);
  const media = new Map<string, string[]>();
  const call = ({ id, text, files = [] }: CustomerMessage) => {
    const urls = media.get(id) ?? files.map((file) => server.keepMedia(file));
    media.set(id, urls);
    return TwilioServer.call(HOOK_URL, {
      MessageSid: `SM${id.replaceAll('-', '')}`,
      SmsStatus: 'received',
      AccountSid: ACCOUNT,
      From: CUSTOMER,
      To: OURS,
      Body: text,
      NumMedia: String(urls.length),
      ...Object.fromEntries(urls.map((url, index) => [`MediaUrl${index}`, url])),
      ...Object.fromEntries(files.map((file, index) => [`MediaContentType${index}`, file.contentType])),
    });
  };
  return {
    adapter,
    withBadCredentials: sms.connect({ accountSid: ACCOUNT, authToken: 'another' }, deps),
    withVendorAway: sms.connect({ accountSid: ACCOUNT, authToken: TOKEN }, { ...deps, baseUrl: await nobodysUrl() }),
    customer: CUSTOMER,
    delivered: () =>
      server.taken.map(({ sid, form, files }) => ({ externalId: sid, text: form.get('Body') ?? '', files })),
    next: (trouble) => server.next(TROUBLES[trouble]),
    alsoMakes: { slowDown: () => server.next({ status: 429, code: 20429 }) },
    inbound: (message) => adapter.hook?.unpack(call(message))[0] ?? fail(),
    odd: ['', '&&==', 'From=%00&Body=%ED%A0%80', 'MessageSid=&MessageStatus=sent', 'From=+1&MediaUrl0=x:y'].map((it) =>
      Buffer.from(it),
    ),
    pushing: {
      call,
      forge: (genuine) => ({
        ...genuine,
        headers: TwilioServer.call(HOOK_URL, Object.fromEntries(new URLSearchParams(genuine.body.toString())), 'x')
          .headers,
      }),
      report: (externalId, word) =>
        TwilioServer.call(HOOK_URL, { MessageSid: externalId, MessageStatus: word, SmsStatus: word, To: CUSTOMER }),
      words: {
        accepted: null,
        scheduled: null,
        queued: null,
        sending: null,
        sent: 'sent',
        delivered: 'delivered',
        partially_delivered: 'delivered',
        read: 'read',
        undelivered: 'failed',
        failed: 'failed',
        canceled: 'failed',
      },
      warnings,
    },
    vendorMakesIds: true,
    commitsInOneRequest: true,
    quotes: false,
    publish: (file) => server.publish(file),
    namesFilesItself: true,
    close: () => server.stop(),
  };
}

function fail(): never {
  throw new Error('the call holds no message');
}

channelConformance('SMS over Twilio', start);
