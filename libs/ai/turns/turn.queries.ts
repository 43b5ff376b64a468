import { Injectable } from '@nestjs/common';
import type {
  AddressKind,
  AiState,
  AiTurnBody,
  AiTurnTraceBody,
  EvidenceBody,
  EvidenceSpanBody,
  TicketStatus,
} from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { GateProblem } from '../gate/problem';
import type { StoredToolCall } from '../loop/loop-types';
import type { TurnInput } from './turn-input';

/** A ticket as a turn needs it, in one query. */
export interface Scene {
  ticketId: string;
  status: TicketStatus;
  subject: string;
  channel: string;
  aiState: AiState;
  customerId: string;
  customerName: string;
  customerAddress: string | null;
  connectionId: string | null;
  locale: string | null;
  /** The newest thing said on the ticket, notes included: a reply is refused when something came after it. */
  lastMessageId: string | null;
  inbound: { id: string; automated: boolean; meta: Record<string, unknown> } | null;
  /** A person answered by hand; sending the AI's own draft is not that. */
  personReplied: boolean;
  /** Our side spoke after the newest message of the customer; an acknowledgement is no answer. */
  answered: boolean;
  misses: number;
  verified: { kind: AddressKind; value: string }[];
}

export interface NewTurn {
  id: string;
  ticketId: string;
  messageId: string;
  brain: string;
  promptVersion: string;
  mode: string;
  assurance: number;
  at: Date;
}

/** What is kept of the gate. Positions of `spans` count in the letter. */
export interface KeptGate {
  passed: boolean;
  problems: GateProblem[];
  spans: EvidenceSpanBody[];
  /** How often a model was asked to write anew. */
  rewrites: number;
  /** Sentences of the built-in engine that were left out. */
  dropped: string[];
}

export interface TurnEnd {
  outcome: 'sent' | 'drafted' | 'handed_over' | 'skipped';
  reason: string;
  brain?: string;
  intent?: string | null;
  summary?: string | null;
  evidence?: EvidenceBody[];
  toolCalls?: StoredToolCall[];
  transcript?: unknown[];
  gate?: KeptGate;
  tokens?: unknown;
  latencyMs?: number;
  proposal?: unknown;
  decided?: unknown;
  runs?: string[];
  passages?: string[];
  costMicros?: number | null;
  input?: TurnInput;
}

const SCENE = `
  select t.id as "ticketId", t.status, t.subject, t.channel, t.ai_state as "aiState", t.customer_id as "customerId",
    t.customer_address as "customerAddress", t.connection_id as "connectionId", t.last_message_id as "lastMessageId", coalesce(c.name, '') as "customerName", c.locale,
    i.inbound, exists (select 1 from message m where m.ticket_id = t.id and m.workspace_id = $1 and m.direction = 'outbound'
      and m.author_kind in ('person', 'api') and coalesce(m.client_id, '') not like 'draft:%') as "personReplied",
    exists (select 1 from message m where m.ticket_id = t.id and m.workspace_id = $1 and m.direction = 'outbound'
      and not m.meta ?| array['continues', 'notice'] and (m.created_at, m.id) > (i.at, i.id)) as answered,
    (select count(*)::int from ai_turn a, jsonb_array_elements(a.tool_calls) call
      where a.workspace_id = $1 and a.ticket_id = t.id and call ->> 'missed' = 'true') as misses,
    coalesce((select json_agg(json_build_object('kind', a.kind, 'value', a.value)) from customer_address a
      where a.workspace_id = $1 and a.customer_id = t.customer_id and a.verified_at is not null), '[]'::json) as verified
  from ticket t
  left join customer c on c.id = t.customer_id and c.workspace_id = $1
  left join lateral (
    select m.id, m.created_at as at, json_build_object('id', m.id, 'automated', m.automated, 'meta', m.meta) as inbound from message m
    where m.ticket_id = t.id and m.workspace_id = $1 and m.direction = 'inbound' and not m.automated
    order by m.created_at desc, m.id desc limit 1
  ) i on true
  where t.workspace_id = $1 and t.id = $2`;

const BODY = `id, ticket_id as "ticketId", message_id as "messageId", brain, intent, outcome, reason, summary, evidence,
  tool_calls as "toolCalls", latency_ms as "latencyMs", created_at as "createdAt", prompt_version as "promptVersion", mode, assurance,
  proposal, decided, runs, passages, tokens, cost_micros::int as "costMicros",
  coalesce(gate -> 'spans', '[]') as spans, coalesce((gate ->> 'rewrites')::int, 0) as rewrites, verdict`;
const TRACE = `${BODY}, transcript, gate`;

@Injectable()
export class AiTurnQueries {
  /** Newest first. */
  async ofTicket(ctx: Ctx, ticketId: string, limit = 50): Promise<AiTurnBody[]> {
    const rows = await ctx.query<TurnRow>(
      `select ${BODY} from ai_turn where workspace_id = $1 and ticket_id = $2 order by created_at desc, id desc limit $3`,
      [ctx.workspaceId, ticketId, limit],
    );
    return rows.map(toBody);
  }

  /** Everything that is kept of one turn. */
  async trace(ctx: Ctx, ticketId: string, id: string): Promise<AiTurnTraceBody | null> {
    const sql = `select ${TRACE} from ai_turn where workspace_id = $1 and ticket_id = $2 and id = $3`;
    const [row] = await ctx.query<TurnRow & Pick<AiTurnTraceBody, 'transcript' | 'gate'>>(sql, [
      ctx.workspaceId,
      ticketId,
      id,
    ]);
    return row ? { ...toBody(row), transcript: row.transcript, gate: row.gate } : null;
  }

  /** What the language models cost since a moment: calls, tokens and money. */
  async spent(ctx: Ctx, since: Date): Promise<{ calls: number; tokens: number; costMicros: number }> {
    const [row] = await ctx.query<{ calls: number; tokens: number; costMicros: number }>(
      `select coalesce(sum((tokens ->> 'modelCalls')::bigint), 0)::float8 as calls,
         coalesce(sum((tokens ->> 'input')::bigint + (tokens ->> 'output')::bigint), 0)::float8 as tokens,
         coalesce(sum(cost_micros), 0)::float8 as "costMicros"
       from ai_turn where workspace_id = $1 and created_at >= $2 and (brain <> 'built-in' or (tokens ->> 'input')::bigint > 0)`,
      [ctx.workspaceId, since],
      { name: 'ai.spent' },
    );
    return row ?? { calls: 0, tokens: 0, costMicros: 0 };
  }

  async scene(ctx: Ctx, ticketId: string): Promise<Scene | null> {
    const rows = await ctx.query<Scene>(SCENE, [ctx.workspaceId, ticketId], { name: 'ai.scene' });
    return rows[0] ?? null;
  }

  /**
   * Takes the turn of a message: a new row, or the one that a crashed process left running. Null: it was finished before.
   * `again`: also one that was skipped.
   */
  async claim(ctx: Ctx, turn: NewTurn, again = false): Promise<string | null> {
    const rows = await ctx.query<{ id: string }>(
      `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, assurance, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (message_id) do update set brain = excluded.brain, mode = excluded.mode, assurance = excluded.assurance,
           outcome = 'running'
         where ai_turn.outcome = any($10) and ai_turn.workspace_id = $2
       returning id`,
      [
        turn.id,
        ctx.workspaceId,
        turn.ticketId,
        turn.messageId,
        turn.brain,
        turn.promptVersion,
        turn.mode,
        turn.assurance,
        turn.at,
        again ? ['running', 'skipped'] : ['running'],
      ],
      { name: 'ai.claim' },
    );
    return rows[0]?.id ?? null;
  }

  /** Ends a turn before it began, in one statement; nothing when it was finished before. */
  async leave(ctx: Ctx, turn: NewTurn, reason: string): Promise<string | null> {
    const rows = await ctx.query<{ id: string }>(
      `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, assurance, created_at,
         outcome, reason, finished_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'skipped', $10, $9)
       on conflict (message_id) do update set outcome = excluded.outcome, reason = excluded.reason, finished_at = excluded.finished_at
         where ai_turn.outcome = 'running' and ai_turn.workspace_id = $2
       returning id`,
      [
        turn.id,
        ctx.workspaceId,
        turn.ticketId,
        turn.messageId,
        turn.brain,
        turn.promptVersion,
        turn.mode,
        turn.assurance,
        turn.at,
        reason,
      ],
      { name: 'ai.leave' },
    );
    return rows[0]?.id ?? null;
  }

  /** Locks the turn and says whether it still waits for its end: of two workers on one turn, one writes. */
  async stillRunning(ctx: Ctx, turnId: string): Promise<boolean> {
    const rows = await ctx.query<{ outcome: string }>(
      'select outcome from ai_turn where workspace_id = $1 and id = $2 for update',
      [ctx.workspaceId, turnId],
      { name: 'ai.still-running' },
    );
    return rows[0]?.outcome === 'running';
  }

  async finish(ctx: Ctx, turnId: string, end: TurnEnd, at: Date): Promise<void> {
    await ctx.query(
      `update ai_turn set outcome = $3, reason = $4, brain = coalesce($5, brain), intent = $6, summary = $7, evidence = $8, tool_calls = $9,
         transcript = $10, gate = $11, tokens = $12, latency_ms = $13, finished_at = $14, proposal = $15, decided = $16, runs = $17,
         passages = $18, cost_micros = $19, input = $20
       where workspace_id = $1 and id = $2`,
      [
        ctx.workspaceId,
        turnId,
        end.outcome,
        end.reason,
        end.brain ?? null,
        end.intent ?? null,
        end.summary ?? null,
        JSON.stringify(end.evidence ?? []),
        JSON.stringify(end.toolCalls ?? []),
        JSON.stringify(end.transcript ?? []),
        end.gate === undefined ? null : JSON.stringify(end.gate),
        end.tokens === undefined ? null : JSON.stringify(end.tokens),
        end.latencyMs ?? null,
        at,
        end.proposal ? JSON.stringify(end.proposal) : null,
        end.decided ? JSON.stringify(end.decided) : null,
        JSON.stringify(end.runs ?? []),
        JSON.stringify(end.passages ?? []),
        end.costMicros ?? null,
        end.input === undefined ? null : JSON.stringify(end.input),
      ],
      { name: 'ai.finish' },
    );
  }
}

type TurnRow = Omit<AiTurnBody, 'createdAt' | 'toolCalls'> & { createdAt: Date; toolCalls: StoredToolCall[] };

function toBody(row: TurnRow): AiTurnBody {
  return {
    ...row,
    toolCalls: row.toolCalls.map(({ tool, args, ok, summary, ms }) => ({ tool, args, ok, summary, ms })),
    createdAt: row.createdAt.toISOString(),
  };
}
