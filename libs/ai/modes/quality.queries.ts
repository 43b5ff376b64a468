import { Injectable } from '@nestjs/common';
import type { AiTopic } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { Quality } from './mode';

export type VerdictBy = 'sent_as_is' | 'edited' | 'discarded' | 'person' | 'customer' | 'quiet';

export interface Unjudged {
  turnId: string;
  said: string | null;
}

/** Judgements older than this say little about today's rules and articles. */
const LOOK_BACK = `interval '30 days'`;
/** The newest ones of a topic, so that an old success does not hide a fresh failure. */
const NEWEST = 200;
/** A reply that nobody came back to for so long was right. */
const QUIET = `interval '72 hours'`;

@Injectable()
export class QualityQueries {
  /** What was drafted or sent, for the verdict of whoever reads it. */
  async note(tx: Ctx, turnId: string, topic: AiTopic, said: string | null): Promise<void> {
    await tx.query('update ai_turn set topic = $3, said = $4 where workspace_id = $1 and id = $2', [
      tx.workspaceId,
      turnId,
      topic,
      said,
    ]);
  }

  async byTopic(ctx: Ctx, topic?: AiTopic): Promise<Map<AiTopic, Quality>> {
    const rows = await ctx.query<{ topic: AiTopic; n: number; right: number; sentN: number; sentRight: number }>(
      `select topic, count(*)::int as n, (count(*) filter (where verdict = 'right'))::int as right,
         (count(*) filter (where outcome = 'sent'))::int as "sentN",
         (count(*) filter (where outcome = 'sent' and verdict = 'right'))::int as "sentRight"
       from (
         select topic, verdict, outcome, row_number() over (partition by topic order by verdict_at desc, id desc) as place from ai_turn
         where workspace_id = $1 and verdict is not null and verdict_at > now() - ${LOOK_BACK} and ($2::text is null or topic = $2)
       ) judged
       where place <= ${NEWEST} and topic is not null group by topic`,
      [ctx.workspaceId, topic ?? null],
    );
    return new Map(
      rows.map(({ topic: name, n, right, sentN, sentRight }) => [
        name,
        { n, right, sent: { n: sentN, right: sentRight } },
      ]),
    );
  }

  async topicOf(ctx: Ctx, turnId: string): Promise<AiTopic | null> {
    const [row] = await ctx.query<{ topic: AiTopic | null }>(
      'select topic from ai_turn where workspace_id = $1 and id = $2',
      [ctx.workspaceId, turnId],
    );
    return row?.topic ?? null;
  }

  /** The newest draft of a ticket that nobody judged yet. */
  async openDraft(ctx: Ctx, ticketId: string): Promise<Unjudged | null> {
    const [row] = await ctx.query<Unjudged>(
      `select id as "turnId", said from ai_turn
       where workspace_id = $1 and ticket_id = $2 and outcome = 'drafted' and verdict is null and said is not null
       order by created_at desc limit 1`,
      [ctx.workspaceId, ticketId],
    );
    return row ?? null;
  }

  /** The newest reply that went out by itself, while it may still turn out wrong. */
  async openReply(ctx: Ctx, ticketId: string, before: string): Promise<Unjudged | null> {
    const [row] = await ctx.query<Unjudged>(
      `select id as "turnId", said from ai_turn
       where workspace_id = $1 and ticket_id = $2 and outcome = 'sent' and verdict is null and id <> $3
       order by created_at desc limit 1`,
      [ctx.workspaceId, ticketId, before],
    );
    return row ?? null;
  }

  /** A person's word counts over what was concluded; among the rest the first one stays. */
  async judge(ctx: Ctx, turnId: string, verdict: 'right' | 'wrong', by: VerdictBy, at: Date): Promise<boolean> {
    const rows = await ctx.query(
      `update ai_turn set verdict = $3, verdict_by = $4, verdict_at = $5
       where workspace_id = $1 and id = $2 and outcome in ('sent', 'drafted') and (verdict is null or $4 = 'person') returning id`,
      [ctx.workspaceId, turnId, verdict, by, at],
    );
    return rows.length > 0;
  }

  /** Replies that nobody came back to are right. */
  async judgeQuiet(ctx: Ctx, at: Date): Promise<string[]> {
    const rows = await ctx.query<{ id: string }>(
      `update ai_turn t set verdict = 'right', verdict_by = 'quiet', verdict_at = $2
       where t.workspace_id = $1 and t.verdict is null and t.outcome = 'sent' and t.finished_at < $2::timestamptz - ${QUIET}
         and not exists (select 1 from message m where m.workspace_id = $1 and m.ticket_id = t.ticket_id
           and m.direction = 'inbound' and not m.automated and m.created_at > t.finished_at)
       returning t.id`,
      [ctx.workspaceId, at],
    );
    return rows.map(({ id }) => id);
  }

  async repliesToday(ctx: Ctx, ticketId: string, at: Date): Promise<number> {
    const [row] = await ctx.query<{ n: number }>(
      `select count(*)::int as n from ai_turn
       where workspace_id = $1 and ticket_id = $2 and outcome = 'sent' and finished_at > $3::timestamptz - interval '1 day'`,
      [ctx.workspaceId, ticketId, at],
    );
    return row?.n ?? 0;
  }

  /** The AI's own last words on a ticket, newest first: the same ones again help nobody. */
  async lastSaid(ctx: Ctx, ticketId: string, most: number): Promise<string[]> {
    const rows = await ctx.query<{ said: string }>(
      `select said from ai_turn where workspace_id = $1 and ticket_id = $2 and outcome = 'sent' and said is not null
       order by created_at desc limit $3`,
      [ctx.workspaceId, ticketId, most],
    );
    return rows.map(({ said }) => said);
  }
}
