import type { Ctx } from '@satchel/kernel';
import { Clock, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export const BLOCK_KINDS = ['address', 'domain', 'pattern'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface BlockRule {
  id: string;
  kind: BlockKind;
  value: string;
  hits: number;
  lastHitAt: string | null;
  createdAt: string;
}

const COLUMNS = 'id, kind, value, hits, last_hit_at as "lastHitAt", created_at as "createdAt"';

/** Whom the merchant does not want to hear from. What they write is kept raw in the ledger and opens no ticket. */
@Injectable()
export class BlockRuleQueries {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The rule that bars an address, counted; null: it may write. */
  async hit(ctx: Ctx, address: string): Promise<string | null> {
    const [rule] = await ctx.query<{ id: string; value: string }>(
      `select id, value from block_rule where workspace_id = $1 and (
         kind = 'address' and value = lower($2)
         or kind = 'domain' and (split_part(lower($2), '@', 2) = value or split_part(lower($2), '@', 2) like '%.' || value)
         or kind = 'pattern' and $2 ~* value) order by created_at limit 1`,
      [ctx.workspaceId, address],
      { name: 'desk.block-rule-hit' },
    );
    if (!rule) return null;
    await ctx.query('update block_rule set hits = hits + 1, last_hit_at = $3 where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      rule.id,
      this.clock.now(),
    ]);
    return rule.value;
  }

  list(ctx: Ctx): Promise<BlockRule[]> {
    return ctx.query<BlockRule>(
      `select ${COLUMNS} from block_rule where workspace_id = $1 order by created_at desc, id`,
      [ctx.workspaceId],
    );
  }

  /** Adding one that is there already answers it. */
  async add(ctx: Ctx, kind: BlockKind, value: string): Promise<BlockRule> {
    const rows = await ctx.query<BlockRule>(
      `insert into block_rule (id, workspace_id, kind, value, created_by) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, kind, value) do update set value = excluded.value returning ${COLUMNS}`,
      [this.ids.next(), ctx.workspaceId, kind, value, ctx.actor.id],
    );
    const [rule] = rows;
    if (!rule) throw new Error('the rule just written is not there');
    return rule;
  }

  async remove(ctx: Ctx, id: string): Promise<boolean> {
    const rows = await ctx.query('delete from block_rule where workspace_id = $1 and id = $2 returning id', [
      ctx.workspaceId,
      id,
    ]);
    return rows.length > 0;
  }

  /** Whether PostgreSQL can read a pattern; a bad one would fail every message that comes in. */
  async isPattern(ctx: Ctx, value: string): Promise<boolean> {
    try {
      await ctx.query('select $1 ~* $2', ['anna@example.com', value]);
      return true;
    } catch {
      return false;
    }
  }
}
