import type { CapabilitiesBody, ConnectionBody, ConnectionHealth } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';

/** A connection with what an adapter is made of. `version` changes exactly when the settings do. */
export interface ConnectionRow extends Omit<ConnectionBody, 'traits' | 'hookUrl'> {
  workspaceId: string;
  baseUrl: string | null;
  secret: Buffer;
  version: string;
  /** Why its vendor could not be made to call us; null: it does, or need not. */
  hookProblem: string | null;
}

const BODY = `id, kind, connector_id as "connectorId", label, address, enabled, capabilities, health || jsonb_build_object(
  'lastSuccessAt', last_success_at, 'refusedHooks', refused_hooks,
  'lastError', case when last_error is not null then jsonb_build_object('message', last_error, 'at', last_error_at) end) as health`;
const ROW = `${BODY}, workspace_id as "workspaceId", base_url as "baseUrl", secret, updated_at::text as version,
  hook_problem as "hookProblem"`;

@Injectable()
export class ConnectionQueries {
  list(ctx: Ctx, kind: string | null): Promise<ConnectionRow[]> {
    return ctx.query<ConnectionRow>(
      `select ${ROW} from connection where workspace_id = $1 and ($2::text is null or kind = $2) order by created_at, id`,
      [ctx.workspaceId, kind],
    );
  }

  async row(ctx: Ctx, id: string): Promise<ConnectionRow | null> {
    const sql = `select ${ROW} from connection where workspace_id = $1 and id = $2`;
    return (await ctx.query<ConnectionRow>(sql, [ctx.workspaceId, id], { name: 'connection-row' }))[0] ?? null;
  }

  /** Of whichever workspace: for callers from outside who know the id alone. */
  async anyRow(house: Ctx, id: string): Promise<ConnectionRow | null> {
    const sql = `select ${ROW} from connection where id = $1`;
    return (await house.query<ConnectionRow>(sql, [id], { name: 'connection-any-row' }))[0] ?? null;
  }

  async countRefusedHook(house: Ctx, id: string): Promise<void> {
    await house.query('update connection set refused_hooks = refused_hooks + 1 where id = $1', [id]);
  }

  /** Not a change of the settings: whoever works with the connection goes on. */
  async saveSecret(ctx: Ctx, id: string, change: (secret: Buffer) => Buffer): Promise<void> {
    await ctx.transaction(async (tx) => {
      const rows = await tx.query<{ secret: Buffer }>(
        'select secret from connection where workspace_id = $1 and id = $2 for update',
        [tx.workspaceId, id],
      );
      if (!rows[0]) return;
      await tx.query('update connection set secret = $3 where workspace_id = $1 and id = $2', [
        tx.workspaceId,
        id,
        change(rows[0].secret),
      ]);
    });
  }

  enabledRows(ctx: Ctx, kinds: readonly string[]): Promise<ConnectionRow[]> {
    const sql = `select ${ROW} from connection where workspace_id = $1 and kind = any($2) and enabled order by created_at, id`;
    return ctx.query<ConnectionRow>(sql, [ctx.workspaceId, kinds], { name: 'connection-enabled-rows' });
  }

  /** Of every workspace: for the listeners and the SMTP door, which belong to the house. */
  everyEnabledRow(house: Ctx, kind: string): Promise<ConnectionRow[]> {
    return house.query<ConnectionRow>(`select ${ROW} from connection where kind = $1 and enabled order by id`, [kind]);
  }

  /** The connection that one of these addresses (lower case) leads to, the first of them first. */
  async rowByAddress(house: Ctx, addresses: string[]): Promise<ConnectionRow | null> {
    const rows = await house.query<ConnectionRow>(
      `select ${ROW} from connection where lower(address) = any($1) and enabled
       order by array_position($1, lower(address)) limit 1`,
      [addresses],
      { name: 'connection-by-address' },
    );
    return rows[0] ?? null;
  }

  /** `changed`: somebody who looks at the connection would see another state or message. */
  async saveHealth(ctx: Ctx, id: string, health: ConnectionHealth): Promise<{ changed: boolean }> {
    const rows = await ctx.query<{ state: string; message: string | null }>(
      `update connection c set health = $3,
         last_success_at = case when $3::jsonb ->> 'state' = 'failing' then c.last_success_at else ($3::jsonb ->> 'checkedAt')::timestamptz end,
         last_error = case when $3::jsonb ->> 'state' = 'failing' then $3::jsonb ->> 'message' else c.last_error end,
         last_error_at = case when $3::jsonb ->> 'state' = 'failing' then ($3::jsonb ->> 'checkedAt')::timestamptz else c.last_error_at end
       from (select id, health from connection where id = $2 for update) was
       where c.workspace_id = $1 and c.id = was.id
       returning was.health ->> 'state' as state, was.health ->> 'message' as message`,
      [ctx.workspaceId, id, JSON.stringify(health)],
    );
    const [was] = rows;
    return { changed: was !== undefined && (was.state !== health.state || was.message !== health.message) };
  }

  async saveHookProblem(ctx: Ctx, id: string, problem: string | null): Promise<void> {
    const sql = 'update connection set hook_problem = $3 where workspace_id = $1 and id = $2';
    await ctx.query(sql, [ctx.workspaceId, id, problem]);
  }

  async saveCapabilities(ctx: Ctx, id: string, capabilities: CapabilitiesBody): Promise<void> {
    const sql = 'update connection set capabilities = $3 where workspace_id = $1 and id = $2';
    await ctx.query(sql, [ctx.workspaceId, id, JSON.stringify(capabilities)]);
  }

  /** A good look at the source; answers with the label when people had been told that it was silent. */
  async saveListened(ctx: Ctx, id: string, at: Date): Promise<{ clearedLabel: string | null }> {
    const rows = await ctx.query<{ label: string; alarmedAt: Date | null }>(
      `update connection c set listened_at = $3, alarmed_at = null
       from (select id, alarmed_at from connection where workspace_id = $1 and id = $2 for update) was
       where c.id = was.id returning c.label, was.alarmed_at as "alarmedAt"`,
      [ctx.workspaceId, id, at],
      { name: 'connection-listened' },
    );
    return { clearedLabel: rows[0]?.alarmedAt ? rows[0].label : null };
  }

  /** Channels of every workspace that nobody had a good look at since, and whose people were not told yet. */
  silentSince(house: Ctx, before: Date): Promise<ConnectionRow[]> {
    return house.query<ConnectionRow>(
      `select ${ROW} from connection where kind = 'channel' and enabled and alarmed_at is null
         and greatest(listened_at, updated_at) < $1 order by id`,
      [before],
    );
  }

  /** False when people were told already. */
  async raiseAlarm(ctx: Ctx, id: string, at: Date): Promise<boolean> {
    const rows = await ctx.query(
      'update connection set alarmed_at = $3 where workspace_id = $1 and id = $2 and alarmed_at is null returning id',
      [ctx.workspaceId, id, at],
    );
    return rows.length > 0;
  }

  async loadCursor(ctx: Ctx, id: string): Promise<Record<string, unknown> | null> {
    const sql = 'select cursor from connection where workspace_id = $1 and id = $2';
    return (await ctx.query<{ cursor: Record<string, unknown> | null }>(sql, [ctx.workspaceId, id]))[0]?.cursor ?? null;
  }

  async saveCursor(ctx: Ctx, id: string, cursor: Record<string, unknown>): Promise<void> {
    const sql = 'update connection set cursor = $3 where workspace_id = $1 and id = $2';
    await ctx.query(sql, [ctx.workspaceId, id, JSON.stringify(cursor)]);
  }
}
