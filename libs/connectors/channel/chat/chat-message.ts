import { createHash } from 'node:crypto';
import type { InboundMessage, RawInbound } from '../../port';

const SUBJECT_CHARS = 80;

/** What a visitor sent, as the doorway keeps it. Written by our own widget door, so its facts about the visitor hold. */
export interface ChatMessage {
  /** The visitor's own id of the message. */
  clientId: string;
  visitorId: string;
  text: string;
  /** Ids of files that this visitor uploaded before. */
  files: string[];
  /** The shop's word when `verified`, else what was typed into a form. */
  visitor: { name: string | null; email: string | null; verified: boolean };
  page: { url: string; title: string } | null;
  /** When the house took it, ISO. */
  at: string;
}

export function wrap(raw: Buffer, meta: Record<string, unknown>): RawInbound {
  const message = parse(raw);
  // Nothing of ours writes this; should it ever stand there, it is kept under an id of its own and read as nothing.
  if (!message) return { externalId: `odd:${createHash('sha256').update(raw).digest('hex')}`, raw, meta };
  return { externalId: `${message.visitorId}:${message.clientId}`, raw, meta };
}

export function readChat({ externalId, raw }: RawInbound): InboundMessage[] {
  const message = parse(raw);
  if (!message) return [];
  const { visitor, text } = message;
  const sentAt = new Date(message.at);
  return [
    {
      type: 'message',
      externalId,
      from: { address: message.visitorId, name: visitor.name, kind: 'visitor' },
      replyTo: null,
      subject: subjectOf(text),
      text,
      fullText: text,
      html: null,
      files: [],
      uploads: message.files,
      sentAt: Number.isNaN(sentAt.getTime()) ? null : sentAt,
      automated: null,
      cc: [],
      notices:
        visitor.email && !visitor.verified ? [`Says that their mail address is ${visitor.email}; not proven.`] : [],
      consent: null,
      thread: { ticketId: null, externalIds: [] },
      // The session's secret token came with it.
      sender: 'proven',
    },
  ];
}

/** A chat has no subject: its first words name the ticket in the list. */
function subjectOf(text: string): string | null {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= SUBJECT_CHARS) return line || null;
  return `${[...line].slice(0, SUBJECT_CHARS - 1).join('')}…`;
}

function parse(raw: Buffer): ChatMessage | null {
  try {
    const given = JSON.parse(raw.toString('utf8')) as Partial<ChatMessage> | null;
    if (!given || !isId(given.visitorId) || !isId(given.clientId) || typeof given.text !== 'string') return null;
    const { name, email, verified } = given.visitor ?? {};
    return {
      clientId: given.clientId,
      visitorId: given.visitorId,
      text: given.text,
      files: Array.isArray(given.files) ? given.files.filter(isId) : [],
      visitor: { name: isId(name) ? name : null, email: isId(email) ? email : null, verified: verified === true },
      page: given.page ?? null,
      at: typeof given.at === 'string' ? given.at : '',
    };
  } catch {
    return null;
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';
