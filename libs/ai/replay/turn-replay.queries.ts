import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { Decided } from '../engine/engine-view';
import type { StoredToolCall, TranscriptLine } from '../loop/loop-types';
import type { Proposal } from '../tools/tool';
import type { TurnInput } from '../turns/turn-input';
import type { KeptGate } from '../turns/turn.queries';

/** A turn as it is kept. */
export interface KeptTurn {
  brain: string;
  promptVersion: string;
  intent: string | null;
  transcript: TranscriptLine[];
  toolCalls: StoredToolCall[];
  proposal: Proposal | null;
  decided: Decided | null;
  gate: Pick<KeptGate, 'passed' | 'problems'> | null;
  /** Null: it ended before this was kept. */
  input: TurnInput | null;
}

@Injectable()
export class TurnReplayQueries {
  async kept(ctx: Ctx, ticketId: string, id: string): Promise<KeptTurn | null> {
    const [row] = await ctx.query<KeptTurn>(
      `select brain, prompt_version as "promptVersion", intent, transcript, tool_calls as "toolCalls", proposal, decided, gate, input
       from ai_turn where workspace_id = $1 and ticket_id = $2 and id = $3`,
      [ctx.workspaceId, ticketId, id],
      { name: 'ai.kept-turn' },
    );
    return row ?? null;
  }
}
