import { randomBytes, randomUUID } from 'node:crypto';
import type { ChannelAdapter } from '../../port';
import { channelConformance, type ChannelUnderTest, type Delivered } from '../channel.conformance';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import type { ChatMessage } from './chat-message';
import { chat } from './chat.connector';

const VISITOR = randomUUID();

/** What a widget would read: everything that was sent, once per id, as the desk stores it. */
async function start(): Promise<ChannelUnderTest> {
  const shown = new Map<string, Delivered>();
  const real = chat.connect({}, channelDeps({}).deps);
  const adapter: ChannelAdapter = {
    ...real,
    async send(outbound, beforeCommit) {
      const sent = await real.send(outbound, beforeCommit);
      shown.set(sent.externalId, { externalId: sent.externalId, text: outbound.text, files: outbound.files });
      return sent;
    },
  };
  const said = (id: string, text: string): ChatMessage => ({
    clientId: id,
    visitorId: VISITOR,
    text,
    files: [],
    visitor: { name: null, email: null, verified: false },
    page: null,
    at: '2026-11-20T10:00:00.000Z',
  });
  return {
    adapter,
    customer: VISITOR,
    delivered: () => [...shown.values()],
    vendorKnowsOurKey: true,
    quotes: false,
    inbound: ({ id, text }) => {
      if (!adapter.receive) throw new Error('chat comes through the door');
      return adapter.receive(Buffer.from(JSON.stringify(said(id, text))), {});
    },
    odd: [Buffer.alloc(0), Buffer.from('null'), Buffer.from('{"text":1}'), Buffer.from('[[]]'), randomBytes(512)],
    close: async () => undefined,
  };
}

channelConformance('Live chat', start);
