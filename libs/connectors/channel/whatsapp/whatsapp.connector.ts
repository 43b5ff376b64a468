import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector, ConnectorDeps, Outbound } from '../../port';
import { cloudTransport } from './cloud';
import { refuseUnsendable, withChoicesAsLines } from './rules';
import type { Transport } from './transport';
import { twilioTransport } from './twilio';
import { WhatsAppCredentials } from './whatsapp.credentials';

const traits: Omit<ChannelTraits, keyof Transport['limits']> = {
  addressKind: 'phone',
  html: false,
  files: true,
  maxFiles: 1,
  // https://developers.facebook.com/docs/whatsapp/pricing: a service window opens with each message of the customer's.
  replyWindowHours: 24,
  templates: true,
  segments: false,
  subject: false,
  copies: false,
  threads: 'address',
  announcesAi: false,
};

/** WhatsApp, with its rules here and its two ways to the network in `cloud.ts` and `twilio.ts`. */
export const whatsapp: Connector<'channel', WhatsAppCredentials> = {
  id: 'whatsapp',
  kind: 'channel',
  label: 'WhatsApp',
  credentials: WhatsAppCredentials,

  connect(credentials, deps): ChannelAdapter {
    const transport = openTransport(credentials, deps);
    const { limits, captionChars, send, find, ...adapter } = transport;
    const fitting = (outbound: Outbound): Outbound =>
      outbound.choices.length > limits.choices ? withChoicesAsLines(outbound) : outbound;
    return {
      ...adapter,
      traits: { ...traits, ...limits },
      async send(outbound, beforeCommit) {
        const message = fitting(outbound);
        refuseUnsendable(message, { limits, captionChars });
        return send(message, beforeCommit);
      },
      ...(find && { find: (outbound: Outbound) => find(fitting(outbound)) }),
    };
  },
};

function openTransport(credentials: WhatsAppCredentials, deps: ConnectorDeps): Transport {
  return credentials.transport === 'cloud' ? cloudTransport(credentials, deps) : twilioTransport(credentials, deps);
}
