import { channelDeps, HOOK_URL, nobodysUrl } from '../../vendor/channel-deps.fixture';
import { channelConformance, type ChannelUnderTest, type CustomerMessage } from '../channel.conformance';
import { api } from './api.connector';
import { Receiver, SECRET } from './receiver.fixture';

async function start(): Promise<ChannelUnderTest> {
  const receiver = await Receiver.start();
  const { deps, warnings } = channelDeps({});
  const credentials = { url: receiver.url, secret: SECRET };
  const adapter = api.connect(credentials, deps);
  const call = ({ id, text, files = [], answers }: CustomerMessage) =>
    Receiver.call(
      HOOK_URL,
      JSON.stringify({
        id,
        from: { id: '17', name: 'Anna' },
        text,
        ...(answers && { thread: answers }),
        files: files.map(({ filename, contentType, content }) => ({
          filename,
          contentType,
          base64: content.toString('base64'),
        })),
      }),
    );
  return {
    adapter,
    withBadCredentials: api.connect(
      { ...credentials, secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` },
      deps,
    ),
    withVendorAway: api.connect({ ...credentials, url: await nobodysUrl() }, deps),
    customer: 'api:17',
    delivered: () =>
      [...receiver.taken].map(([externalId, { text, files }]: [string, any]) => ({
        externalId,
        text,
        files: files.map(({ filename, base64 }: any) => ({ filename, content: Buffer.from(base64, 'base64') })),
      })),
    next: (trouble) => receiver.next(trouble),
    alsoMakes: { slowDown: () => receiver.next('slow_down') },
    inbound: (message) => {
      const [raw] = adapter.hook?.unpack(call(message)) ?? [];
      if (!raw) throw new Error('the call holds no message');
      return raw;
    },
    odd: [
      '{"id":"\\u0000x","from":{"id":"\\u0000"},"text":"\\ud800"}',
      '{"type":"status","messageId":"x","status":"constructor"}',
      '{"id":"1","from":{"email":"A@B.example"},"text":"Hi","more":{"than":["asked"]},"thread":[]}',
    ].map((it) => Buffer.from(it)),
    pushing: {
      call,
      forge: (genuine) =>
        Receiver.call(HOOK_URL, genuine.body.toString(), { secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` }),
      report: (messageId, status) => Receiver.call(HOOK_URL, JSON.stringify({ type: 'status', messageId, status })),
      words: { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' },
      warnings,
    },
    vendorKnowsOurKey: true,
    commitsInOneRequest: true,
    close: () => receiver.stop(),
  };
}

channelConformance('A custom channel over HTTP', start);
