import type { Author } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface StoredProcedure {
  name: string;
  version: number;
  /** Null: back to what the house ships. */
  document: unknown;
  changedBy: Author;
  changedAt: Date;
}

const COLUMNS_OF = `name, version, document, created_at as "changedAt",
    jsonb_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as "changedBy"`;
const COLUMNS = `select ${COLUMNS_OF}`;
const NEWEST = `select distinct on (name) ${COLUMNS_OF}
  from procedure where workspace_id = $1`;

@Injectable()
export class ProcedureQueries {
  newest(ctx: Ctx): Promise<StoredProcedure[]> {
    return ctx.query<StoredProcedure>(`${NEWEST} order by name, version desc`, [ctx.workspaceId], {
      name: 'procedure-newest',
    });
  }

  ofVersions(ctx: Ctx, versions: readonly { name: string; version: number }[]): Promise<StoredProcedure[]> {
    return ctx.query<StoredProcedure>(
      `${NEWEST} and (name, version) in (select v.name, v.version from jsonb_to_recordset($2::jsonb) as v (name text, version integer))
       order by name, version desc`,
      [ctx.workspaceId, JSON.stringify(versions)],
      { name: 'procedure-versions' },
    );
  }

  async one(ctx: Ctx, name: string): Promise<StoredProcedure | null> {
    const rows = await ctx.query<StoredProcedure>(
      `${NEWEST} and name = $2 order by name, version desc`,
      [ctx.workspaceId, name],
      { name: 'procedure-one' },
    );
    return rows[0] ?? null;
  }

  versions(ctx: Ctx, name: string, limit: number): Promise<StoredProcedure[]> {
    return ctx.query<StoredProcedure>(
      `${COLUMNS} from procedure where workspace_id = $1 and name = $2 order by version desc limit $3`,
      [ctx.workspaceId, name, limit],
      { name: 'procedure-versions' },
    );
  }

  /** False: somebody else wrote this version meanwhile. */
  async add(ctx: Ctx, row: Pick<StoredProcedure, 'name' | 'version' | 'document'>, at: Date): Promise<boolean> {
    const { kind, id, name: actor } = ctx.actor;
    const document = row.document === null ? null : JSON.stringify(row.document);
    const rows = await ctx.query(
      `insert into procedure (workspace_id, name, version, document, actor_kind, actor_id, actor_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
      [ctx.workspaceId, row.name, row.version, document, kind, id, actor, at],
    );
    return rows.length > 0;
  }
}
