import type { ConnectorDeps } from '../../port';
import { ConnectorError } from '../../port';
import { GraphClient } from '../../vendor/meta/graph.client';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { cloudHook } from './cloud-hook';
import { CAPTION_CHARS, cloudMessage, MAX_CHARS, MAX_DOCUMENT_BYTES } from './cloud-message';
import { cloudReader } from './cloud-reader';
import { cloudTemplates } from './cloud-templates';
import type { Transport } from './transport';
import { GRAPH_VERSION, type WhatsAppCredentials } from './whatsapp.credentials';

const HOST = 'https://graph.facebook.com';
const FILE_HOSTS = ['lookaside.fbsbx.com'];
/** What the house's HTTP client takes in one answer. */
const MAX_INBOUND_BYTES = 25 * 1024 * 1024;

/** Meta's own Cloud API. */
export function cloudTransport(credentials: WhatsAppCredentials, deps: ConnectorDeps): Transport {
  const { phoneNumberId = '', businessAccountId = '', appSecret = '', verifyToken = '' } = credentials;
  const graph = new GraphClient(
    {
      vendor: 'WhatsApp',
      host: HOST,
      version: credentials.graphVersion || GRAPH_VERSION,
      accessToken: credentials.accessToken ?? '',
      fileHosts: FILE_HOSTS,
      maxFileBytes: MAX_INBOUND_BYTES,
    },
    deps,
  );
  return {
    limits: {
      maxChars: MAX_CHARS,
      maxFileBytes: MAX_DOCUMENT_BYTES,
      choices: 3,
      typing: true,
      receipts: true,
    },
    captionChars: CAPTION_CHARS,
    async send(outbound, beforeCommit) {
      const message = await cloudMessage(graph, phoneNumberId, outbound);
      const answer = await graph.create(`/${phoneNumberId}/messages`, message, beforeCommit);
      const externalId = textIn(fieldsIn(listIn(answer.messages)[0]).id);
      if (externalId === '') throw new ConnectorError('uncertain', 'WhatsApp took the message and told no id.');
      return { externalId, status: 'queued' };
    },
    async check() {
      await graph.get(`/${phoneNumberId}`, { fields: 'display_phone_number' });
    },
    hook: cloudHook({ phoneNumberId, appSecret, verifyToken, log: deps.log }),
    read: cloudReader(deps.log),
    async fetchFile({ mediaId }) {
      const media = await graph.get(`/${idOf(mediaId)}`, { phone_number_id: phoneNumberId });
      const file = await graph.fetchFile(textIn(media.url), true);
      return { ...file, contentType: textIn(media.mime_type) || file.contentType };
    },
    async forgetFile({ mediaId }) {
      await graph.delete(`/${idOf(mediaId)}?phone_number_id=${phoneNumberId}`).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'a file could not be deleted at WhatsApp');
      });
    },
    templates: () => cloudTemplates(graph, businessAccountId),
    async signal(_to, { type, externalId }) {
      if (!externalId) return;
      await graph.post(`/${phoneNumberId}/messages`, {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: externalId,
        ...(type === 'typing' && { typing_indicator: { type: 'text' } }),
      });
    },
  };
}

function idOf(mediaId: unknown): string {
  if (typeof mediaId === 'string' && /^[\w-]{1,100}$/.test(mediaId)) return mediaId;
  throw new ConnectorError('rejected', 'The file has no id at WhatsApp.');
}
