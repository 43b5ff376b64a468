import type { Author, PolicyDocument } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface StoredPolicy {
  version: number;
  document: PolicyDocument;
  changedBy: Author;
  changedAt: Date;
}

@Injectable()
export class PolicyQueries {
  async newest(ctx: Ctx): Promise<StoredPolicy | null> {
    const rows = await ctx.query<StoredPolicy>(
      `select version, document, created_at as "changedAt",
         jsonb_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as "changedBy"
       from policy where workspace_id = $1 order by version desc limit 1`,
      [ctx.workspaceId],
      { name: 'policy-newest' },
    );
    return rows[0] ?? null;
  }

  versions(ctx: Ctx, before: number | null, limit: number): Promise<StoredPolicy[]> {
    return ctx.query<StoredPolicy>(
      `select version, document, created_at as "changedAt",
         jsonb_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as "changedBy"
       from policy where workspace_id = $1 and ($2::int is null or version < $2) order by version desc limit $3`,
      [ctx.workspaceId, before, limit],
    );
  }

  /** False: somebody else wrote this version meanwhile. */
  async add(ctx: Ctx, version: number, document: PolicyDocument, at: Date): Promise<boolean> {
    const { kind, id, name } = ctx.actor;
    const rows = await ctx.query(
      `insert into policy (workspace_id, version, document, actor_kind, actor_id, actor_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`,
      [ctx.workspaceId, version, JSON.stringify(document), kind, id, name, at],
    );
    return rows.length > 0;
  }
}
