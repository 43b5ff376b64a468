import { Injectable } from '@nestjs/common';
import type { MirrorResource } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { ShopSyncEntity } from './shop-sync.entity';

export type SyncRow = Omit<ShopSyncEntity, 'workspaceId'>;
export type Walked = Pick<SyncRow, 'connectionId' | 'resource' | 'run' | 'cursor'>;

const ROW = `connection_id as "connectionId", resource, run, state, since, cursor, done, total, rate, started_at as "startedAt",
  page_at as "pageAt", finished_at as "finishedAt", last_good_at as "lastGoodAt", failures, last_error as "lastError",
  last_error_at as "lastErrorAt", next_at as "nextAt"`;
const THIS = 'workspace_id = $1 and connection_id = $2 and resource = $3';

@Injectable()
export class SyncQueries {
  list(ctx: Ctx, connectionId: string): Promise<SyncRow[]> {
    const sql = `select ${ROW} from shop_sync where workspace_id = $1 and connection_id = $2 order by resource`;
    return ctx.query<SyncRow>(sql, [ctx.workspaceId, connectionId]);
  }

  async row(ctx: Ctx, connectionId: string, resource: MirrorResource): Promise<SyncRow | null> {
    const sql = `select ${ROW} from shop_sync where ${THIS}`;
    return (await ctx.query<SyncRow>(sql, [ctx.workspaceId, connectionId, resource]))[0] ?? null;
  }

  /** A new run, in line: everything when `full` or when there never was a good one. What walks now throws its page away. */
  async restart(
    ctx: Ctx,
    connectionId: string,
    resource: MirrorResource,
    full: boolean,
    overlapMs: number,
  ): Promise<void> {
    await ctx.query(
      `insert into shop_sync as s (workspace_id, connection_id, resource) values ($1, $2, $3)
       on conflict (connection_id, resource) do update set run = s.run + 1, state = 'waiting', cursor = null, done = 0, total = null,
         rate = null, started_at = null, finished_at = null, failures = 0, next_at = null,
         since = case when $4 then null else s.last_good_at - $5 * interval '1 millisecond' end
         where s.workspace_id = excluded.workspace_id`,
      [ctx.workspaceId, connectionId, resource, full, overlapMs],
    );
  }

  /** Takes up a run that waits, or goes on with one. */
  async begin(ctx: Ctx, connectionId: string, resource: MirrorResource, at: Date): Promise<SyncRow | null> {
    const rows = await ctx.query<SyncRow>(
      `update shop_sync set state = 'running', started_at = coalesce(started_at, $4), page_at = $4, next_at = null
       where ${THIS} and state in ('waiting', 'running', 'failed') returning ${ROW}`,
      [ctx.workspaceId, connectionId, resource, at],
    );
    return rows[0] ?? null;
  }

  async counted(ctx: Ctx, { connectionId, resource, run }: Walked, total: number): Promise<void> {
    await ctx.query(`update shop_sync set total = $4 where ${THIS} and run = $5`, [
      ctx.workspaceId,
      connectionId,
      resource,
      total,
      run,
    ]);
  }

  /** In the transaction of the page's rows. Null: the run was started again meanwhile, or somebody else wrote this page. */
  async advance(
    ctx: Ctx,
    walked: Walked,
    page: { next: string | null; count: number; at: Date; nextRunAt: Date },
  ): Promise<SyncRow | null> {
    const rows = await ctx.query<SyncRow>(
      `update shop_sync set cursor = $6, done = done + $7::integer, page_at = $8::timestamptz, failures = 0, last_error = null, last_error_at = null,
         rate = case when $8::timestamptz > started_at
           then (done + $7::integer) * 60 / extract(epoch from $8::timestamptz - started_at) else rate end,
         state = case when $6::text is null then 'done' else 'running' end,
         finished_at = case when $6::text is null then $8::timestamptz end,
         next_at = case when $6::text is null then $9::timestamptz end,
         last_good_at = case when $6::text is null then started_at else last_good_at end
       where ${THIS} and run = $4 and state = 'running' and cursor is not distinct from $5 returning ${ROW}`,
      [
        ctx.workspaceId,
        walked.connectionId,
        walked.resource,
        walked.run,
        walked.cursor,
        page.next,
        page.count,
        page.at,
        page.nextRunAt,
      ],
    );
    return rows[0] ?? null;
  }

  /** `restart`: the place in the walk is lost; it begins anew. */
  async failed(
    ctx: Ctx,
    { connectionId, resource, run }: Walked,
    failure: { message: string; at: Date; nextAt: Date; state: 'waiting' | 'failed'; restart: boolean },
  ): Promise<SyncRow | null> {
    const { message, at, nextAt, state, restart } = failure;
    const rows = await ctx.query<SyncRow>(
      `update shop_sync set state = $5, failures = failures + 1, last_error = $6, last_error_at = $7, next_at = $8,
         cursor = case when $9 then null else cursor end, done = case when $9 then 0 else done end
       where ${THIS} and run = $4 and state <> 'done' returning ${ROW}`,
      [ctx.workspaceId, connectionId, resource, run, state, message, at, nextAt, restart],
    );
    return rows[0] ?? null;
  }

  /** Of every workspace: runs that should be under way and are not, whatever became of their jobs. */
  forgotten(
    house: Ctx,
    before: Date,
  ): Promise<{ workspaceId: string; connectionId: string; resource: MirrorResource }[]> {
    return house.query(
      `select workspace_id as "workspaceId", connection_id as "connectionId", resource from shop_sync
       where next_at < $1 or (next_at is null and state in ('waiting', 'running') and coalesce(page_at, '-infinity') < $1)`,
      [before],
    );
  }

  /** What of these connections was begun to be walked over: `<connection>:<resource>`. */
  async begun(house: Ctx, connectionIds: string[]): Promise<Set<string>> {
    const rows = await house.query<{ name: string }>(
      `select connection_id::text || ':' || resource as name from shop_sync where connection_id = any($1::uuid[])`,
      [connectionIds],
    );
    return new Set(rows.map(({ name }) => name));
  }
}
