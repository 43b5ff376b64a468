import type {
  AttachmentBody,
  AuthorKind,
  DeliveryStatus,
  MessageBody,
  MessageDirection,
  MessageFacts,
  MessageKind,
  Page,
} from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../cursor';

const SELECT = `
  select m.id, m.ticket_id as "ticketId", m.direction, m.kind, m.author_kind as "authorKind", m.author_id as "authorId",
    m.author_name as "authorName", m.text, m.full_text as "fullText", m.html, m.delivery_status as "deliveryStatus",
    m.delivery_error as "deliveryError", m.client_id as "clientId", m.created_at as "createdAt", m.meta,
    m.connection_id as "connectionId", m.address, c.connector_id as channel,
    coalesce((select json_agg(json_strip_nulls(json_build_object('id', a.id, 'filename', a.filename, 'contentType', a.content_type, 'size', a.size,
      'url', '/api/v1/attachments/' || a.id, 'inline', a.inline,
      'contentId', a.content_id, 'state', nullif(a.state, 'ready'), 'blocked', a.blocked)) order by a.created_at, a.id)
      from attachment a where a.message_id = m.id), '[]'::json) as attachments
  from message m left join connection c on c.id = m.connection_id`;

interface MessageRow {
  id: string;
  ticketId: string;
  direction: MessageDirection;
  kind: MessageKind;
  authorKind: AuthorKind;
  authorId: string | null;
  authorName: string;
  text: string;
  fullText: string | null;
  html: string | null;
  deliveryStatus: DeliveryStatus | null;
  deliveryError: string | null;
  clientId: string | null;
  createdAt: Date;
  meta: StoredMeta;
  connectionId: string | null;
  address: string | null;
  channel: string | null;
  attachments: AttachmentBody[];
}

@Injectable()
export class MessageQueries {
  /** A page of the thread, oldest first within it; the first page is the newest, `nextCursor` leads to older ones. */
  async thread(ctx: Ctx, ticketId: string, options: { limit: number; cursor?: string }): Promise<Page<MessageBody>> {
    const params: unknown[] = [ctx.workspaceId, ticketId, options.limit + 1];
    let older = '';
    if (options.cursor) {
      params.push(...decodeCursor(options.cursor));
      older = 'and (m.created_at, m.id) < ($4::timestamptz, $5::uuid)';
    }
    const rows = await ctx.query<MessageRow>(
      `${SELECT} where m.workspace_id = $1 and m.ticket_id = $2 ${older} order by m.created_at desc, m.id desc limit $3`,
      params,
      { name: options.cursor ? 'desk.thread-older' : 'desk.thread' },
    );
    const page = rows.slice(0, options.limit);
    const last = page.at(-1);
    return {
      data: page.map(toBody).reverse(),
      nextCursor: rows.length > options.limit && last ? encodeCursor(last.createdAt, last.id) : null,
    };
  }

  async byIds(ctx: Ctx, ids: readonly string[]): Promise<MessageBody[]> {
    if (ids.length === 0) return [];
    const rows = await ctx.query<MessageRow>(
      `${SELECT} where m.workspace_id = $1 and m.id = any($2::uuid[]) order by m.created_at, m.id`,
      [ctx.workspaceId, ids],
    );
    return rows.map(toBody);
  }

  async byClientId(ctx: Ctx, clientId: string): Promise<MessageBody | null> {
    const rows = await ctx.query<MessageRow>(`${SELECT} where m.workspace_id = $1 and m.client_id = $2`, [
      ctx.workspaceId,
      clientId,
    ]);
    return rows[0] ? toBody(rows[0]) : null;
  }
}

/** What `intake` and `reply` keep beside the words. */
type StoredMeta = MessageFacts & { choices?: string[] };

function toBody(row: MessageRow): MessageBody {
  const { authorKind, authorId, authorName, fullText, html, meta, connectionId, address, channel, ...rest } = row;
  const destination = connectionId && address ? { connectionId, channel: channel ?? 'gone', address } : null;
  return {
    ...rest,
    author: { kind: authorKind, id: authorId, name: authorName },
    ...(fullText === null ? {} : { fullText }),
    ...(html === null ? {} : { html }),
    ...(destination && { destination: { ...destination, ...(meta.cc?.length && { cc: meta.cc }) } }),
    ...(row.direction === 'inbound' && { facts: factsOf(meta) }),
    ...(row.direction === 'outbound' && meta.choices?.length && { choices: meta.choices }),
    createdAt: row.createdAt.toISOString(),
  };
}

const FACTS: (keyof MessageFacts)[] = [
  'from',
  'fromName',
  'replyTo',
  'cc',
  'sender',
  'verdicts',
  'forwardedFrom',
  'automated',
  'notices',
  'maybeTicketId',
  'maybeTicketNumber',
];

/** What people may know of what is kept; the rest is the house's own. */
function factsOf(meta: StoredMeta): MessageFacts {
  return Object.fromEntries(FACTS.flatMap((name) => (name in meta ? [[name, meta[name]]] : [])));
}
