import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, ChannelWidget, Connector } from '../../port';
import { ConnectorError } from '../../port';
import { readChat, wrap } from './chat-message';
import { ChatCredentials } from './chat.credentials';
import { identityCheck } from './identity-token';
import { officeHours } from './office-hours';
import { originList } from './origins';

const MEGABYTE = 1024 * 1024;
const DEFAULT_COLOR = '#1f6feb';

const traits = {
  addressKind: 'visitor',
  html: false,
  files: true,
  maxFiles: 5,
  maxFileBytes: 10 * MEGABYTE,
  maxChars: 10_000,
  replyWindowHours: null,
  templates: false,
  choices: 10,
  segments: false,
  typing: true,
  receipts: true,
  subject: false,
  copies: false,
  threads: 'address',
  announcesAi: true,
} as const satisfies ChannelTraits;

const tooLong = (): ConnectorError =>
  new ConnectorError('rejected', `A chat message has at most ${traits.maxChars} characters.`);

/** Live chat on the shop's own pages. There is no vendor: what this house has stored is there for the widget. */
export const chat: Connector<'channel', ChatCredentials> = {
  id: 'chat',
  kind: 'channel',
  label: 'Live chat',
  credentials: ChatCredentials,

  connect(credentials, deps): ChannelAdapter {
    return {
      traits,
      widget: widgetOf(credentials, deps.now),
      receive: wrap,
      async send(outbound, beforeCommit) {
        if ([...outbound.text].length > traits.maxChars) throw tooLong();
        await beforeCommit();
        return { externalId: outbound.messageId, status: 'sent' };
      },
      // Doing it again has no effect, and brings back the external id that a crash may have lost.
      find: async () => 'not_sent',
      check: async () => undefined,
      read: async (inbound) => readChat(inbound),
    };
  },
};

function widgetOf(credentials: ChatCredentials, now: () => Date): ChannelWidget {
  const { availability = 'always' } = credentials;
  if (credentials.enforceIdentity && !credentials.identitySecret && !credentials.identityPublicKey)
    throw new ConnectorError('rejected', 'Only signed-in customers may chat: that needs an identity secret or key.');
  const isOfficeHour = availability === 'office_hours' ? officeHours(credentials.officeHours) : null;
  return {
    settings: {
      color: credentials.color?.toLowerCase() ?? DEFAULT_COLOR,
      position: credentials.position ?? 'right',
      greeting: credentials.greeting ?? null,
      preChat: {
        name: credentials.askName ?? 'optional',
        email: credentials.askEmail ?? 'optional',
        consent: credentials.consent ?? null,
      },
      identityRequired: credentials.enforceIdentity ?? false,
    },
    allows: originList(credentials.allowedOrigins),
    open: () => {
      if (isOfficeHour) return isOfficeHour(now()) ? 'open' : 'closed';
      return availability === 'always' ? 'open' : 'ask';
    },
    identify: identityCheck({ secret: credentials.identitySecret, publicKey: credentials.identityPublicKey }, now),
  };
}
