import type { AuthorKind, MessageDirection, MessageKind } from '@satchel/contracts';
import { type Ctx, redactSecrets } from '@satchel/kernel';
import { previewOf } from './preview';

export interface NewMessage {
  id: string;
  direction: MessageDirection;
  kind: MessageKind;
  author: { kind: AuthorKind; id: string | null; name: string };
  text: string;
  fullText?: string | null;
  html?: string | null;
  externalId?: string | null;
  clientId?: string | null;
  envelopeId?: string | null;
  automated?: boolean;
  /** Where it came from or goes to, when that is not the ticket's own way. */
  route?: { connectionId: string; address: string };
  /** The channel that the ticket goes on over from here: its customer wrote there. */
  movesTo?: string;
  meta?: Record<string, unknown>;
  createdAt: Date;
}

/** A message as the statements take it; the names are those of `MESSAGE_INPUT`. */
export function rowOf(ctx: Ctx, ticketId: string, given: NewMessage): Record<string, unknown> {
  const message = given.direction === 'inbound' ? withoutSecrets(given) : given;
  return {
    n: 0,
    ticket_id: ticketId,
    message_id: message.id,
    direction: message.direction,
    kind: message.kind,
    author_kind: message.author.kind,
    author_id: message.author.id,
    author_name: storable(message.author.name),
    text: storable(message.text),
    full_text: message.fullText ? storable(message.fullText) : null,
    html: message.html ? storable(message.html) : null,
    external_id: message.externalId ?? null,
    client_id: message.clientId ? storable(message.clientId) : null,
    envelope_id: message.envelopeId ?? null,
    automated: message.automated ?? false,
    meta: message.meta ?? {},
    at: message.createdAt.toISOString(),
    preview: storable(previewOf(message.text)),
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.id,
    request_id: ctx.requestId,
    via: message.route?.connectionId ?? null,
    address: message.route?.address ?? null,
    moves_to: message.movesTo ?? null,
  };
}

/** Card numbers and the like never reach the database, a search, a colleague's screen or a model. */
export function withoutSecrets(message: NewMessage): NewMessage {
  const text = redactSecrets(message.text);
  const fullText = message.fullText ? redactSecrets(message.fullText) : null;
  const html = message.html ? redactSecrets(message.html) : null;
  const subject = typeof message.meta?.subject === 'string' ? redactSecrets(message.meta.subject) : null;
  const found = new Set([text, fullText, html, subject].flatMap((part) => part?.found ?? []));
  if (found.size === 0) return message;
  const notices = Array.isArray(message.meta?.notices) ? (message.meta.notices as string[]) : [];
  return {
    ...message,
    text: text.text,
    fullText: fullText?.text ?? null,
    // Tags between the digits may hide from us in the HTML what stands plain in the text.
    html: text.found.length > (html?.found.length ?? 0) ? null : (html?.text ?? null),
    meta: {
      ...message.meta,
      ...(subject && { subject: subject.text }),
      notices: [
        ...notices,
        'Something secret (a card, an account or a password) was taken out before this was stored.',
      ],
    },
  };
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair; neither is anything a person wrote. */
export function storable(text: string): string {
  if (!/[\u0000\ud800-\udfff]/.test(text)) return text;
  return Buffer.from(text.replaceAll('\u0000', '')).toString();
}
