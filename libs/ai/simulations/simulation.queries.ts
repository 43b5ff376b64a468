import type { SimulationDraft, SimulationReport } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface SimulationRow {
  id: string;
  name: string;
  kind: 'scripted' | 'saved';
  /** The shop's version of one that is shipped. */
  template: string | null;
  off: boolean;
  ticketId: string | null;
  document: SimulationDraft;
}

export interface Summary {
  id: string;
  passed: number;
  runs: number;
}

const COLUMNS = `id, name, kind, template, off, ticket_id as "ticketId", document`;
/** Runs that are looked through for the last result of each simulation. */
const RECENT = 20;

@Injectable()
export class SimulationQueries {
  list(ctx: Ctx): Promise<SimulationRow[]> {
    return ctx.query(`select ${COLUMNS} from simulation where workspace_id = $1 order by created_at desc, id desc`, [
      ctx.workspaceId,
    ]);
  }

  async add(ctx: Ctx, row: SimulationRow, at: Date): Promise<void> {
    await ctx.query(
      `insert into simulation (id, workspace_id, name, kind, template, off, ticket_id, document, created_at, updated_at)
       values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $9)
       on conflict (workspace_id, template) where template is not null do update
         set name = excluded.name, off = excluded.off, document = excluded.document, updated_at = excluded.updated_at`,
      [
        ctx.workspaceId,
        row.id,
        row.name,
        row.kind,
        row.template,
        row.off,
        row.ticketId,
        JSON.stringify(row.document),
        at,
      ],
    );
  }

  async change(
    ctx: Ctx,
    id: string,
    { document, off }: Pick<SimulationRow, 'document' | 'off'>,
    at: Date,
  ): Promise<boolean> {
    const rows = await ctx.query(
      `update simulation set name = $3, document = $4, off = $5, updated_at = $6
       where workspace_id = $1 and id = $2 returning id`,
      [ctx.workspaceId, id, document.name, JSON.stringify(document), off, at],
    );
    return rows.length > 0;
  }

  /** By its own id or, for the shop's version of one that is shipped, by that one's name. */
  async remove(ctx: Ctx, id: string): Promise<boolean> {
    const rows = await ctx.query(
      `with gone as (delete from simulation where workspace_id = $1 and (id::text = $2 or template = $2) returning id)
       select id from gone`,
      [ctx.workspaceId, id],
    );
    return rows.length > 0;
  }

  /** Newest first, of runs against what holds. */
  recent(ctx: Ctx): Promise<{ id: string; at: Date; summary: Summary[] }[]> {
    return ctx.query(
      `select id, finished_at as at, summary from simulation_run
       where workspace_id = $1 and state = 'done' and not drafted order by created_at desc limit ${RECENT}`,
      [ctx.workspaceId],
    );
  }
}

export interface RunRow {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  request: { ids: string[]; k: number; brain: 'built-in' | 'configured'; draft: unknown };
  k: number;
  done: number;
  total: number;
  drafted: boolean;
  green: boolean | null;
  error: string | null;
  report: SimulationReport | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** Older ones are forgotten as new ones come. */
const KEPT_RUNS = 50;

@Injectable()
export class SimulationRunQueries {
  async add(ctx: Ctx, row: Pick<RunRow, 'id' | 'request' | 'k' | 'total' | 'drafted'>, at: Date): Promise<void> {
    await ctx.query(
      `insert into simulation_run (id, workspace_id, state, request, k, total, drafted, created_at)
       values ($2, $1, 'queued', $3, $4, $5, $6, $7)`,
      [ctx.workspaceId, row.id, JSON.stringify(row.request), row.k, row.total, row.drafted, at],
    );
    await ctx.query(
      `delete from simulation_run where workspace_id = $1 and id in
         (select id from simulation_run where workspace_id = $1 order by created_at desc, id desc offset ${KEPT_RUNS})`,
      [ctx.workspaceId],
    );
  }

  async byId(ctx: Ctx, id: string): Promise<RunRow | null> {
    const rows = await ctx.query<RunRow>(
      `select id, state, request, k, done, total, drafted, green, error, report, created_at as "createdAt",
         finished_at as "finishedAt" from simulation_run where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  async progress(ctx: Ctx, id: string, done: number): Promise<void> {
    await ctx.query(
      `update simulation_run set state = 'running', done = $3 where workspace_id = $1 and id = $2 and finished_at is null`,
      [ctx.workspaceId, id, done],
    );
  }

  async finish(
    ctx: Ctx,
    id: string,
    end: { green: boolean | null; error: string | null; report: SimulationReport | null; summary: Summary[] | null },
    at: Date,
  ): Promise<void> {
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
    await ctx.query(
      `update simulation_run set state = $3, green = $4, error = $5, report = $6, summary = $7, finished_at = $8,
         done = case when $3 = 'done' then total else done end
       where workspace_id = $1 and id = $2 and finished_at is null`,
      [
        ctx.workspaceId,
        id,
        end.error === null ? 'done' : 'failed',
        end.green,
        end.error,
        json(end.report),
        json(end.summary),
        at,
      ],
    );
  }
}
