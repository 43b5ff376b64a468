import type { Ctx } from '@satchel/kernel';
import { Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export type BlockReason = 'opted_out' | 'bounced';

/** Addresses that nothing is sent to over a connection: their owner said so, or mail comes back from there. */
@Injectable()
export class AddressBlockQueries {
  constructor(private readonly ids: Ids) {}

  /** False when it was blocked already. */
  async block(
    ctx: Ctx,
    at: { connectionId: string; address: string },
    reason: BlockReason,
    detail: string | null,
  ): Promise<boolean> {
    const rows = await ctx.query(
      `insert into address_block (id, workspace_id, connection_id, address, reason, detail) values ($1, $2, $3, $4, $5, $6)
       on conflict (connection_id, address) do nothing returning id`,
      [this.ids.next(), ctx.workspaceId, at.connectionId, at.address, reason, detail],
    );
    return rows.length > 0;
  }

  /** False when it was not blocked. */
  async unblock(ctx: Ctx, at: { connectionId: string; address: string }): Promise<boolean> {
    const rows = await ctx.query(
      'delete from address_block where workspace_id = $1 and connection_id = $2 and address = $3 returning id',
      [ctx.workspaceId, at.connectionId, at.address],
    );
    return rows.length > 0;
  }

  async of(ctx: Ctx, connectionId: string, address: string): Promise<{ reason: BlockReason; at: Date } | null> {
    const rows = await ctx.query<{ reason: BlockReason; at: Date }>(
      'select reason, created_at as at from address_block where workspace_id = $1 and connection_id = $2 and address = $3',
      [ctx.workspaceId, connectionId, address],
    );
    return rows[0] ?? null;
  }
}
