import { channelDeps, HOOK_URL, nobodysUrl } from '../../vendor/channel-deps.fixture';
import {
  channelConformance,
  type ChannelUnderTest,
  type CustomerMessage,
  type Delivered,
  type Trouble,
} from '../channel.conformance';
import { APP_SECRET, CUSTOMER_ID, SendApi, TOKEN } from './graph.fixture';
import { social } from './social.connector';
import type { SocialCredentials } from './social.credentials';

const PAGE = '104';
const TROUBLES: Record<Trouble, Parameters<SendApi['next']>[0]> = {
  refuse: { status: 400, error: { message: 'This person is not available right now', code: 551 } },
  busy: { status: 500, error: { message: 'try again', code: 2, is_transient: true } },
  hang_up_before: 'hang_up_before',
  lose_the_answer: 'lose_the_answer',
};

const start = (network: SocialCredentials['network']) => async (): Promise<ChannelUnderTest> => {
  const server = await SendApi.start();
  const { deps, warnings } = channelDeps({ baseUrl: server.url });
  const credentials: SocialCredentials = {
    network,
    accountId: `${PAGE}00`,
    accessToken: TOKEN,
    appSecret: APP_SECRET,
    verifyToken: 'a-made-up-token',
  };
  const adapter = social.connect(credentials, deps);
  const urls = new Map<string, string[]>();
  const call = ({ id, text, files = [], answers }: CustomerMessage) => {
    const hosted = urls.get(id) ?? files.map((file) => server.host(file));
    urls.set(id, hosted);
    const message = {
      mid: `m_${id}`,
      text,
      attachments: hosted.map((url) => ({ type: 'file', payload: { url } })),
      ...(answers && { reply_to: { mid: answers } }),
    };
    const event = {
      sender: { id: CUSTOMER_ID },
      recipient: { id: `${PAGE}00` },
      timestamp: 1_749_416_383_000,
      message,
    };
    return SendApi.call(HOOK_URL, { object: 'page', entry: [{ id: `${PAGE}00`, messaging: [event] }] });
  };
  return {
    adapter,
    withBadCredentials: social.connect({ ...credentials, accessToken: 'another' }, deps),
    withVendorAway: social.connect(credentials, { ...deps, baseUrl: await nobodysUrl() }),
    customer: `${network}:${CUSTOMER_ID}`,
    delivered: () => delivered(server),
    next: (trouble) => server.next(TROUBLES[trouble]),
    alsoMakes: {
      slowDown: () => server.next({ status: 400, error: { message: 'too many calls', code: 613 } }),
      closeWindow: () => server.next({ status: 403, error: { message: 'window', code: 10, error_subcode: 2018278 } }),
    },
    inbound: (message) => {
      const [raw] = adapter.hook?.unpack(call(message)) ?? [];
      if (!raw) throw new Error('the call holds no message');
      return raw;
    },
    odd: [
      '',
      '7',
      '{"sender":{"id":"1"},"message":7}',
      '{"sender":{"id":"1"},"message":{"attachments":[null]}}',
      '{"read":{}}',
    ].map((it) => Buffer.from(it)),
    pushing: {
      call,
      forge: (genuine) => SendApi.call(HOOK_URL, JSON.parse(genuine.body.toString()), 'another secret'),
      report: null,
      words: {},
      warnings,
    },
    vendorMakesIds: true,
    commitsInOneRequest: true,
    publish: (file) => server.host(file),
    namesFilesItself: true,
    close: () => server.stop(),
  };
};

/** A file and the words that follow it are one message of ours, under the id of the words. */
function delivered(server: SendApi): Delivered[] {
  let files: Delivered['files'] = [];
  return server.taken.flatMap(({ id, body }) => {
    const { attachment, text }: any = body.message;
    if (attachment) {
      const { url } = attachment.payload;
      const file: any = body.file ?? server.files.get(new URL(url).pathname.split('/').at(-1) ?? '');
      files = file ? [file] : [];
      return [];
    }
    const one = { externalId: id, text, files };
    files = [];
    return [one];
  });
}

channelConformance('Messenger', start('messenger'));
channelConformance('Instagram', start('instagram'));
