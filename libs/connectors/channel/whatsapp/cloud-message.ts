import { ConnectorError, type Outbound, type OutboundFile } from '../../port';
import { textIn } from '../../vendor/loose';
import type { GraphClient } from '../../vendor/meta/graph.client';
import { NETWORK, withChoicesAsLines } from './rules';

export const MAX_CHARS = 4096;
export const CAPTION_CHARS = 1024;
export const MAX_DOCUMENT_BYTES = 100 * 1024 * 1024;
const BUTTON_CHARS = 20;
const BUTTON_BODY_CHARS = 1024;

/** What WhatsApp shows by itself, and up to which size; anything else goes as a document. */
const SHOWN: Readonly<Record<string, { kind: 'image' | 'video' | 'audio'; maxBytes: number }>> = {
  'image/jpeg': { kind: 'image', maxBytes: 5 * 1024 * 1024 },
  'image/png': { kind: 'image', maxBytes: 5 * 1024 * 1024 },
  'video/mp4': { kind: 'video', maxBytes: 16 * 1024 * 1024 },
  'video/3gpp': { kind: 'video', maxBytes: 16 * 1024 * 1024 },
  'audio/aac': { kind: 'audio', maxBytes: 16 * 1024 * 1024 },
  'audio/amr': { kind: 'audio', maxBytes: 16 * 1024 * 1024 },
  'audio/mpeg': { kind: 'audio', maxBytes: 16 * 1024 * 1024 },
  'audio/mp4': { kind: 'audio', maxBytes: 16 * 1024 * 1024 },
  'audio/ogg': { kind: 'audio', maxBytes: 16 * 1024 * 1024 },
};

/** The body of POST /{phone_number_id}/messages; a file is uploaded for it first. */
export async function cloudMessage(graph: GraphClient, phoneNumberId: string, outbound: Outbound): Promise<object> {
  const { address } = outbound.to;
  const { inReplyTo } = outbound.thread;
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(address.startsWith(NETWORK) ? { recipient: address.slice(NETWORK.length) } : { to: address }),
    ...(inReplyTo?.startsWith('wamid.') && !outbound.template && { context: { message_id: inReplyTo } }),
    ...(await contentOf(graph, phoneNumberId, outbound)),
  };
}

async function contentOf(graph: GraphClient, phoneNumberId: string, outbound: Outbound): Promise<object> {
  const [file] = outbound.files;
  if (outbound.template) return template(outbound.template);
  if (file) return media(graph, phoneNumberId, file, withChoicesAsLines(outbound).text);
  return fitsButtons(outbound) ? buttons(outbound) : plainText(withChoicesAsLines(outbound).text);
}

const plainText = (body: string): object => ({ type: 'text', text: { body, preview_url: false } });

function fitsButtons({ choices, text }: Outbound): boolean {
  const titles = new Set(choices);
  return (
    choices.length > 0 &&
    titles.size === choices.length &&
    choices.every((title) => title !== '' && title.length <= BUTTON_CHARS) &&
    text.length > 0 &&
    text.length <= BUTTON_BODY_CHARS
  );
}

function buttons({ text, choices }: Outbound): object {
  const replies = choices.map((title, index) => ({ type: 'reply', reply: { id: `choice-${index + 1}`, title } }));
  return { type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons: replies } } };
}

function template({ id, language, params }: NonNullable<Outbound['template']>): object {
  // A blank takes no line breaks, tabs or runs of spaces.
  const parameters = params.map((text) => ({ type: 'text', text: text.replace(/\s+/g, ' ').trim() }));
  const components = parameters.length > 0 ? [{ type: 'body', parameters }] : [];
  return {
    type: 'template',
    template: { name: templateName(id), language: { policy: 'deterministic', code: language }, components },
  };
}

/** Our id of a template is its name and language, as one name has many languages; its name alone will do. */
const templateName = (id: string): string => id.split('/')[0] ?? id;

async function media(graph: GraphClient, phoneNumberId: string, file: OutboundFile, caption: string): Promise<object> {
  const kind = kindOf(file, caption);
  const { filename, contentType, content } = file;
  const uploaded = await graph.upload(
    `/${phoneNumberId}/media`,
    { messaging_product: 'whatsapp' },
    { field: 'file', filename, contentType, content },
  );
  const id = textIn(uploaded.id);
  if (id === '') throw new ConnectorError('unavailable', 'WhatsApp took the file and told no id.');
  const told = { id, ...(caption && { caption }), ...(kind === 'document' && { filename }) };
  return { type: kind, [kind]: told };
}

function kindOf({ contentType, content }: OutboundFile, caption: string): string {
  const shown = SHOWN[contentType.split(';')[0] ?? ''];
  if (!shown || content.length > shown.maxBytes) return 'document';
  // A voice message carries no words.
  return shown.kind === 'audio' && caption ? 'document' : shown.kind;
}
