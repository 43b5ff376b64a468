import type { WidgetMessageBody, WidgetMessagesBody } from '@satchel/contracts';
import { ReportService } from '@satchel/desk';
import { Clock, type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { FileLinks } from './file-links';
import type { AtDoor } from './widget-door.guard';
import { WidgetRateLimits } from './rate-limits';
import { WidgetMessageQueries, type WidgetMessageRow, type Whose } from './widget-message.queries';
import { type Seen, type SessionRow, WidgetSessionQueries } from './widget-session.queries';

/** Where a visitor reads from. */
export interface Reader extends Whose {
  ctx: Ctx;
  baseUrl: string;
}

/** As much as a screen shows of a talk when it is opened. */
const RECENT = 100;
/** Events per read, and reads: a talk of weeks fits. */
const PAGE = 500;
const MOST_PAGES = 10;

/** What a visitor may read, and what they have read. */
@Injectable()
export class WidgetMessages {
  constructor(
    private readonly queries: WidgetMessageQueries,
    private readonly sessions: WidgetSessionQueries,
    private readonly reports: ReportService,
    private readonly events: EventLog,
    private readonly links: FileLinks,
    private readonly limits: WidgetRateLimits,
    private readonly clock: Clock,
  ) {}

  /** The newest part of the talk. The cursor is older than the read: what came between comes again, and harms nobody. */
  async recent(reader: Reader): Promise<WidgetMessagesBody> {
    const cursor = await this.events.head();
    const rows = await this.queries.recent(reader.ctx, reader, RECENT);
    return this.told(reader, rows, cursor);
  }

  /** What is new since the cursor. Of a talk that went on for longer than all pages hold, the rest follows the next cursor. */
  async after(reader: Reader, cursor: string): Promise<WidgetMessagesBody> {
    const ids = new Set<string>();
    let at = cursor;
    for (let page = 0; page < MOST_PAGES; page++) {
      const [xid = '0', seq = '0'] = at.split('.');
      const changed = await this.queries.changedAfter(reader.ctx, reader, { xid, seq }, PAGE);
      changed.ids.forEach((id) => ids.add(id));
      at = changed.cursor;
      if (!changed.more) break;
    }
    const rows = ids.size === 0 ? [] : await this.queries.byIds(reader.ctx, reader, [...ids]);
    return this.told(reader, rows, at);
  }

  /** Rows as the visitor sees them; what of ours is among them has reached them now. */
  async told(reader: Reader, rows: readonly WidgetMessageRow[], cursor: string): Promise<WidgetMessagesBody> {
    const { ctx, connectionId, visitorId } = reader;
    const seen = await this.sessions.seen(ctx, connectionId, visitorId);
    await this.hasReached(ctx, reader, rows, seen);
    const unread = await this.queries.unread(ctx, reader, seen.until);
    return { messages: rows.map((row) => this.body(reader, row, seen)), cursor, unread };
  }

  /** The visitor's screen showed everything up to this message. A message that is not theirs changes nothing. */
  async seen(reader: Reader, session: SessionRow, messageId: string): Promise<void> {
    this.limits.take([['readsOfSession', session.id]]);
    const [row] = await this.queries.byIds(reader.ctx, reader, [messageId]);
    if (!row) return;
    const at = this.clock.now();
    await reader.ctx.transaction(async (tx) => {
      await this.sessions.markSeen(tx, session.id, row.createdAt, at);
      await this.mark(tx, reader, 'read', row.createdAt);
    });
  }

  /**
   * Moves what has left our house forward: `read` as far as the visitor has seen, `delivered` beyond. A message that is
   * still on its way out is left for the moment when it has left.
   */
  async hasReached(ctx: Ctx, whose: Whose, rows: readonly WidgetMessageRow[], known?: Seen): Promise<void> {
    const last = rows.findLast(
      ({ direction, deliveryStatus }) => direction === 'outbound' && deliveryStatus === 'sent',
    );
    if (!last) return;
    const { until } = known ?? (await this.sessions.seen(ctx, whose.connectionId, whose.visitorId));
    await ctx.transaction(async (tx) => {
      if (until) await this.mark(tx, whose, 'read', until);
      await this.mark(tx, whose, 'delivered', last.createdAt);
    });
  }

  private async mark(ctx: Ctx, whose: Whose, status: 'delivered' | 'read', at: Date): Promise<void> {
    const from = { address: whose.visitorId, name: null };
    await this.reports.watermark(ctx, { connectionId: whose.connectionId }, { from, status, at });
  }

  private body(reader: Reader, row: WidgetMessageRow, seen: Seen): WidgetMessageBody {
    const isOurs = row.direction === 'outbound';
    const hasSeen = isOurs && seen.until !== null && row.createdAt <= seen.until;
    return {
      id: row.id,
      clientId: isOurs ? null : (row.externalId?.slice(row.visitorId.length + 1) ?? null),
      from: isOurs ? writerOf(row) : 'visitor',
      authorName: isOurs ? nameOf(row) : null,
      text: row.text,
      attachments: row.files.map((file) => this.links.of(reader, file)),
      choices: isOurs ? (row.choices ?? []) : [],
      createdAt: row.createdAt.toISOString(),
      readAt: hasSeen ? (seen.at?.toISOString() ?? null) : null,
    };
  }
}

export function readerOf(door: Pick<AtDoor, 'ctx' | 'connectionId' | 'baseUrl'>, session: SessionRow): Reader {
  return { ctx: door.ctx, connectionId: door.connectionId, visitorId: session.visitorId, baseUrl: door.baseUrl };
}

function writerOf({ authorKind }: WidgetMessageRow): WidgetMessageBody['from'] {
  return authorKind === 'person' || authorKind === 'ai' ? authorKind : 'system';
}

/** Colleagues are known to visitors by their first name alone. */
function nameOf({ authorKind, authorName }: WidgetMessageRow): string | null {
  if (authorKind === 'person') return authorName.trim().split(/\s+/)[0] || null;
  return authorKind === 'ai' ? authorName : null;
}
