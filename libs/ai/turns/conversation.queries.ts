import type { AddressKind } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { Memory } from '../conversation/memory';
import type { Assurance } from '../tools/tool';

/** What waits for the customer's word, as they were shown it. */
export interface Pending {
  runId: string;
  action: string;
  summary: string;
  /** Of what would happen; what stands in the shop at the yes must still give the same. */
  summaryHash: string;
  proposedAt: string;
  /** Our message that showed it; null: a draft, known by its words once somebody sent it. */
  messageId: string | null;
  /** Of the words that showed it. */
  textHash: string;
  /** Whose yes counts: where the message went. */
  address: string | null;
}

/** The customer's word on it, taken once; kept until a reply told them what became of it. */
export interface Word {
  runId: string;
  action: string;
  summary: string;
  summaryHash: string;
  answer: 'yes' | 'no' | 'void';
  /** The message that said it. */
  messageId: string;
  assurance: Assurance;
  addresses: { kind: AddressKind; value: string }[];
  at: string;
}

export interface StepUpRow {
  level: 2 | 3;
  how: 'order_match' | 'one_time_code';
  /** Messages of this address alone carry it. */
  for: string;
  until: Date;
  addresses: { kind: AddressKind; value: string }[];
}

export interface CodeRow {
  hash: string;
  email: string;
  expiresAt: string;
  tries: number;
}

export interface Conversation {
  memory: Memory | null;
  stepUp: StepUpRow | null;
  pending: Pending | null;
  decided: Word | null;
  guesses: number;
  code: CodeRow | null;
  codesSent: number;
}

const NONE: Conversation = {
  memory: null,
  stepUp: null,
  pending: null,
  decided: null,
  guesses: 0,
  code: null,
  codesSent: 0,
};

const COLUMNS = `memory, pending, decided, guesses, code, codes_sent as "codesSent", assurance, assurance_how as how,
  assurance_for as "for", assurance_until as until, proven`;

interface Row extends Omit<Conversation, 'stepUp'> {
  assurance: number;
  how: StepUpRow['how'] | null;
  for: string | null;
  until: Date | null;
  proven: StepUpRow['addresses'];
}

@Injectable()
export class ConversationQueries {
  constructor(private readonly clock: Clock) {}

  async of(ctx: Ctx, ticketId: string): Promise<Conversation> {
    const sql = `select ${COLUMNS} from ai_conversation where workspace_id = $1 and ticket_id = $2`;
    const [row] = await ctx.query<Row>(sql, [ctx.workspaceId, ticketId], { name: 'ai.conversation' });
    return row ? conversationOf(row) : NONE;
  }

  /** With what a turn ended: its memory, what waits now, and that the customer's word was answered. */
  async endTurn(
    ctx: Ctx,
    ticketId: string,
    { memory, pending, told }: { memory?: Memory; pending?: Pending | null; told: boolean },
  ): Promise<void> {
    await ctx.query(
      `insert into ai_conversation (ticket_id, workspace_id, memory, pending, updated_at) values ($2, $1, $3, $5, $8)
       on conflict (ticket_id) do update set
         memory = case when $4 then excluded.memory else ai_conversation.memory end,
         pending = case when $6 then excluded.pending else ai_conversation.pending end,
         decided = case when $7 then null else ai_conversation.decided end, updated_at = excluded.updated_at
       where ai_conversation.workspace_id = $1`,
      [
        ctx.workspaceId,
        ticketId,
        memory === undefined ? null : JSON.stringify(memory),
        memory !== undefined,
        pending ? JSON.stringify(pending) : null,
        pending !== undefined,
        told,
        this.clock.now(),
      ],
      { name: 'ai.conversation-end' },
    );
  }

  /** Takes the word on what waits, once, however many ask. False: another was faster, or something else waits by now. */
  async takeWord(ctx: Ctx, ticketId: string, word: Word): Promise<boolean> {
    const rows = await ctx.query(
      `update ai_conversation set pending = null, decided = $3, updated_at = $5
       where workspace_id = $1 and ticket_id = $2 and pending ->> 'runId' = $4 returning ticket_id`,
      [ctx.workspaceId, ticketId, JSON.stringify(word), word.runId, this.clock.now()],
      { name: 'ai.conversation-word' },
    );
    return rows.length > 0;
  }
}

function conversationOf({ assurance, how, for: whose, until, proven, ...rest }: Row): Conversation {
  const stepUp =
    assurance >= 2 && how && whose && until
      ? { level: assurance as 2 | 3, how, for: whose, until, addresses: proven }
      : null;
  return { ...rest, stepUp };
}
