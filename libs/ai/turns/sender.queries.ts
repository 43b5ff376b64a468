import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** Who sent a message, as its transport told. */
export interface MessageSender {
  id: string;
  /** Null: it came without one, by an API key that vouches for it. */
  from: string | null;
  proven: boolean;
}

@Injectable()
export class SenderQueries {
  async of(ctx: Ctx, messageIds: readonly string[]): Promise<Map<string, MessageSender>> {
    if (messageIds.length === 0) return new Map();
    const rows = await ctx.query<{ id: string; from: string | null; sender: string | null }>(
      `select id, meta ->> 'from' as "from", meta ->> 'sender' as sender from message where workspace_id = $1 and id = any($2::uuid[])`,
      [ctx.workspaceId, messageIds],
      { name: 'ai.senders' },
    );
    return new Map(
      rows.map(({ id, from, sender }) => [
        id,
        { id, from: from?.trim().toLowerCase() ?? null, proven: (sender ?? 'proven') === 'proven' },
      ]),
    );
  }
}
