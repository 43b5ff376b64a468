import type { SenderProof } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { MAX_MESSAGES_24H, type PerWindow, WINDOWS_MINUTES } from './auto-reply-limits';
import type { AutoReplyCounts } from './may-auto-reply';

/** A subject without its answer marks; both sides of a comparison go through it, so it need not know all of them. */
const bare = (subject: string): string =>
  `regexp_replace(lower(${subject}), '^(\\s*[[:alpha:]]{1,4}\\s*(\\[\\d+\\])?\\s*:)+\\s*', '')`;

const within = (rows: string, minutes: number, at: string): string =>
  `count(*) filter (where ${rows} and ${at} > $4::timestamptz - interval '${minutes} minutes')::int`;

const windows = (rows: string): string =>
  `json_build_object(${WINDOWS_MINUTES.map((it) => `'${it}', ${within(rows, it, 'at')}`).join(', ')})`;

const BY_PROGRAM = `direction = 'outbound' and automated`;
const NOTICE = `${BY_PROGRAM} and author_kind = 'system'`;

const IS_OWN = `exists (select 1 from connection where workspace_id = $1 and lower(address) = $2)
    or exists (
      select 1 from person p join membership b on b.person_id = p.id and b.workspace_id = $1 where lower(p.email) = $2
    )`;
/** What somebody of ours, or the AI, said to them and surely reached their server. */
const REACHED = `direction = 'outbound' and author_kind <> 'system' and delivery_status in ('sent', 'delivered', 'read')`;

/** $1 workspace, $2 address (lower case), $3 now. Over the same messages as the counts, and a small part of their cost. */
const IS_STRANGER = `
select not (${IS_OWN}) and not exists (
  select 1 from connection c cross join lateral (
    select direction, author_kind, delivery_status from message
    where connection_id = c.id and address = $2 and workspace_id = $1 and created_at <= $3
    order by created_at desc limit ${MAX_MESSAGES_24H}
  ) m
  where c.workspace_id = $1 and ${REACHED}
) as stranger`;

/**
 * $1 workspace, $2 address (lower case), $3 ticket, $4 now. The newest messages from and to the address on each of the
 * workspace's connections, by index and never more than would be a flood, are all that is looked at: an attacker who
 * sends a million mails makes this no slower.
 */
export const AUTO_REPLY_COUNTS = `
with said as materialized (
  select m.ticket_id, m.direction, m.automated, m.author_kind, m.delivery_status, m.created_at as at
  from connection c cross join lateral (
    select * from message
    where connection_id = c.id and address = $2 and workspace_id = $1 and created_at <= $4
    order by created_at desc limit ${MAX_MESSAGES_24H}
  ) m
  where c.workspace_id = $1
)
select
  count(*) filter (where direction = 'inbound') > 1
    and bool_or(${REACHED}) as "hasHistory",
  ${IS_OWN} as "isOwnAddress",
  ${within(NOTICE, 24 * 60, 'at')} as "autoRepliesToAddress24h",
  count(*) filter (where ${NOTICE} and ticket_id = $3)::int as "autoRepliesToTicket",
  ${windows(`${BY_PROGRAM} and ticket_id = $3`)} as "perTicket",
  ${windows(BY_PROGRAM)} as "perAddress",
  (select ${within(BY_PROGRAM, 180, 'at')} from said
    join ticket other on other.id = said.ticket_id and other.workspace_id = $1
    join ticket this on this.id = $3 and this.workspace_id = $1
    where other.id <> $3 and ${bare('other.subject')} = ${bare('this.subject')}) as "sameSubjectAutoReplies180m",
  least(
    ${within(`direction = 'inbound' and ticket_id = $3`, 1, 'at')},
    ${within(`direction = 'outbound' and author_kind = 'ai' and ticket_id = $3`, 1, 'at')}) as "aiExchangesLast60s",
  count(*) filter (where at > $4::timestamptz - interval '24 hours')::int as "messages24h"
from said`;

/** The message to be answered, as far as answering it is concerned. */
export interface InboundFacts {
  ticketId: string;
  connectionId: string | null;
  address: string | null;
  automated: string | null;
  sender: SenderProof | null;
}

@Injectable()
export class AutoReplyQueries {
  async inbound(ctx: Ctx, messageId: string): Promise<InboundFacts | null> {
    const rows = await ctx.query<InboundFacts>(
      `select ticket_id as "ticketId", connection_id as "connectionId", address, meta ->> 'sender' as sender,
         coalesce(meta ->> 'automated', case when automated then 'automated' end) as automated
       from message where workspace_id = $1 and id = $2 and direction = 'inbound'`,
      [ctx.workspaceId, messageId],
      { name: 'desk.auto-reply-to' },
    );
    return rows[0] ?? null;
  }

  /** Neither ours nor anybody we ever wrote to: most of a flood is refused for that, before anything is counted. */
  async isStranger(ctx: Ctx, address: string, now: Date): Promise<boolean> {
    const rows = await ctx.query<{ stranger: boolean }>(IS_STRANGER, [ctx.workspaceId, address.toLowerCase(), now]);
    return rows[0]?.stranger === true;
  }

  /**
   * Counted from the messages themselves: the one to be answered is among them already, and so are answers that still
   * wait to be sent. Two messages of one sender that
   * are judged at the same moment do not see each other's answer: hold the sender's lock where that matters.
   */
  async counts(ctx: Ctx, about: { address: string; ticketId: string; now: Date }): Promise<AutoReplyCounts> {
    // Not prepared: a plan for every address at once reads far more than the few rows of most.
    const [row] = await ctx.query<AutoReplyCounts>(AUTO_REPLY_COUNTS, [
      ctx.workspaceId,
      about.address.toLowerCase(),
      about.ticketId,
      about.now,
    ]);
    if (!row) throw new Error('a count without a row');
    const none: PerWindow = { 10: 0, 30: 0, 60: 0, 180: 0, 600: 0 };
    return {
      ...row,
      hasHistory: row.hasHistory ?? false,
      perTicket: { ...none, ...row.perTicket },
      perAddress: { ...none, ...row.perAddress },
    };
  }
}
