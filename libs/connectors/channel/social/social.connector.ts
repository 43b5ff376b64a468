import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector } from '../../port';
import { ConnectorError } from '../../port';
import { GraphClient } from '../../vendor/meta/graph.client';
import { handshake, signatureProblem } from '../../vendor/meta/meta-hook';
import { Profiles } from './profiles';
import { unpackEvents } from './social-events';
import { socialReader } from './social-reader';
import { recipientOf, SocialSender } from './social-sender';
import { GRAPH_VERSION, SocialCredentials } from './social.credentials';

const NAMES = { messenger: 'Messenger', instagram: 'Instagram' };
const MAX_CHARS = { messenger: 2000, instagram: 1000 };
const FILE_HOSTS = ['lookaside.fbsbx.com', 'cdn.fbsbx.com', '.fbcdn.net', '.cdninstagram.com'];
const MAX_FILE_BYTES = 25 * 1024 * 1024;

const traits: Omit<ChannelTraits, 'maxChars'> = {
  addressKind: 'account',
  html: false,
  files: true,
  maxFiles: 1,
  maxFileBytes: MAX_FILE_BYTES,
  replyWindowHours: 24,
  templates: false,
  choices: 13,
  segments: false,
  typing: true,
  receipts: true,
  subject: false,
  copies: false,
  threads: 'address',
  // Meta's policy and some laws want people to know when a program answers.
  announcesAi: true,
};

/** Direct messages on Messenger and Instagram, which share one API. */
export const social: Connector<'channel', SocialCredentials> = {
  id: 'social',
  kind: 'channel',
  label: 'Messenger or Instagram',
  credentials: SocialCredentials,

  connect(credentials, deps): ChannelAdapter {
    const { network, accountId, appSecret, verifyToken } = credentials;
    const graph = new GraphClient(
      {
        vendor: NAMES[network],
        host: 'https://graph.facebook.com',
        version: credentials.graphVersion || GRAPH_VERSION,
        accessToken: credentials.accessToken,
        fileHosts: FILE_HOSTS,
        maxFileBytes: MAX_FILE_BYTES,
      },
      deps,
    );
    const maxChars = MAX_CHARS[network];
    const humanAgent = credentials.humanAgent ?? false;
    const sender = new SocialSender(graph, { network, maxChars, maxFileBytes: MAX_FILE_BYTES, humanAgent });
    return {
      traits: { ...traits, maxChars },
      send: (outbound, beforeCommit) => sender.send(outbound, beforeCommit),
      async check() {
        await graph.get('/me', { fields: 'id' });
      },
      hook: {
        handshake: (request) => handshake(request, verifyToken),
        verify: (request) => signatureProblem(request, appSecret),
        unpack: ({ body }) => unpackEvents(body, accountId),
        answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'EVENT_RECEIVED' },
      },
      read: socialReader(network, new Profiles(graph, network), deps.log),
      fetchFile({ url }) {
        if (typeof url !== 'string') throw new ConnectorError('rejected', 'The file has no address.');
        // The address is signed: whoever has it needs no token, and none is shown to the CDN.
        return graph.fetchFile(url, false);
      },
      async signal({ address }, { type }) {
        const sender_action = type === 'typing' ? 'typing_on' : 'mark_seen';
        await graph.post('/me/messages', { recipient: recipientOf(network, address), sender_action });
      },
    };
  },
};
