import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector } from '../../port';
import { ApiCredentials } from './api.credentials';
import { apiHook } from './api-hook';
import { apiReader } from './api-reader';
import { ApiSender } from './api-sender';
import { Signature } from './signature';

const NETWORK = 'api';

const traits: ChannelTraits = {
  addressKind: 'account',
  html: true,
  files: true,
  maxFiles: null,
  maxFileBytes: null,
  maxChars: null,
  replyWindowHours: null,
  templates: false,
  choices: 10,
  segments: false,
  typing: false,
  receipts: true,
  subject: true,
  copies: false,
  threads: 'ids',
  announcesAi: false,
};

/** A channel of the merchant's own making: signed JSON in and out, by Standard Webhooks. See `wire.ts` and `api-sender.ts`. */
export const api: Connector<'channel', ApiCredentials> = {
  id: 'api',
  kind: 'channel',
  label: 'Custom channel (HTTP)',
  credentials: ApiCredentials,

  connect(credentials, deps): ChannelAdapter {
    const network = credentials.network || NETWORK;
    const signature = new Signature(credentials);
    const sender = new ApiSender(deps.baseUrl ?? credentials.url, network, signature, deps);
    return {
      traits,
      send: (outbound, beforeCommit) => sender.send(outbound, beforeCommit),
      // They drop a second copy by its id, so whatever became of the first, sending again is right.
      find: async () => 'not_sent',
      check: () => sender.check(),
      hook: apiHook(signature),
      read: apiReader(network, deps.log),
    };
  },
};
