import { Injectable } from '@nestjs/common';
import type { AiTopic } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { Shadow } from './thresholds';

/** What the engine took a message for, and what it would have done with nobody looking. */
export interface NewShadow {
  id: string;
  ticketId: string;
  messageId: string;
  intent: string;
  score: number;
  topic: AiTopic;
  channel: string;
  language: string | null;
  /** What it would have put before the customer; null: words alone. */
  action: string | null;
}

/** Decisions of an intent that its threshold is measured on: the newest, so that it follows the shop's traffic. */
const NEWEST = 2_000;

@Injectable()
export class ShadowQueries {
  /** A second look at the same message replaces the first, until the decision is closed. */
  async record(tx: Ctx, shadow: NewShadow): Promise<void> {
    const { id, ticketId, messageId, intent, score, topic, channel, language, action } = shadow;
    await tx.query(
      `insert into shadow_decision (id, workspace_id, ticket_id, message_id, intent, score, topic, channel, language, action)
         select $2, $1, $3, m.id, $5, $6, $7, $8, $9, $10 from message m
         where m.workspace_id = $1 and m.id = $4 and m.ticket_id = $3
       on conflict (message_id, intent) do update set score = excluded.score, topic = excluded.topic,
         language = excluded.language, action = excluded.action
       where shadow_decision.workspace_id = $1 and shadow_decision.correct is null`,
      [tx.workspaceId, id, ticketId, messageId, intent, score, topic, channel, language, action],
      { name: 'ai.shadow-record' },
    );
  }

  /** What became of turns closes what they decided; a person's word may change it later. */
  async close(tx: Ctx, turnIds: readonly string[], at: Date): Promise<void> {
    await tx.query(
      `update shadow_decision s set correct = (t.verdict = 'right'), closed_at = $3 from ai_turn t
       where s.workspace_id = $1 and t.workspace_id = $1 and t.id = any ($2::uuid[]) and t.verdict is not null
         and s.message_id = t.message_id and (s.correct is null or t.verdict_by = 'person')`,
      [tx.workspaceId, turnIds, at],
      { name: 'ai.shadow-close' },
    );
  }

  /** A person said what the message meant: right for that intent, wrong for every other. */
  async settle(ctx: Ctx, ticketId: string, messageId: string, intent: string, at: Date): Promise<void> {
    await ctx.query(
      `update shadow_decision set correct = (intent = $4), closed_at = $5
       where workspace_id = $1 and ticket_id = $2 and message_id = $3`,
      [ctx.workspaceId, ticketId, messageId, intent, at],
      { name: 'ai.shadow-settle' },
    );
  }

  /** Closed decisions by intent; without names, of all. */
  async closed(ctx: Ctx, intents: readonly string[] | null): Promise<Map<string, Shadow[]>> {
    const rows = await ctx.query<Shadow & { intent: string }>(
      `select intent, score, correct from (
         select intent, score, correct, row_number() over (partition by intent order by closed_at desc, id desc) as place
         from shadow_decision where workspace_id = $1 and correct is not null and ($2::text[] is null or intent = any ($2))
       ) newest where place <= ${NEWEST}`,
      [ctx.workspaceId, intents],
      { name: 'ai.shadow-closed' },
    );
    const found = new Map<string, Shadow[]>();
    for (const { intent, score, correct } of rows) {
      const list = found.get(intent) ?? [];
      list.push({ score, correct });
      found.set(intent, list);
    }
    return found;
  }
}
