import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { notFound } from '../identity.errors';
import { WorkspaceEntity } from './workspace.entity';

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  settings: Record<string, unknown>;
  isDemo: boolean;
}

const COLUMNS = 'id, slug, name, settings, is_demo as "isDemo"';

@Injectable()
export class WorkspaceService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The caller's own workspace. */
  async get(ctx: Ctx): Promise<Workspace> {
    const sql = `select ${COLUMNS} from workspace where id = $1`;
    return this.own(await ctx.query<Workspace>(sql, [ctx.workspaceId], { name: 'workspace_get' }));
  }

  /** Replaces the keys that the patch names and leaves the others. */
  async updateSettings(ctx: Ctx, patch: Record<string, unknown>): Promise<Workspace> {
    const sql = `update workspace set settings = settings || $2::jsonb where id = $1 returning ${COLUMNS}`;
    return this.own(await ctx.query<Workspace>(sql, [ctx.workspaceId, JSON.stringify(patch)]));
  }

  async rename(ctx: Ctx, name: string): Promise<Workspace> {
    const sql = `update workspace set name = $2 where id = $1 returning ${COLUMNS}`;
    return this.own(await ctx.query<Workspace>(sql, [ctx.workspaceId, name.trim()]));
  }

  /** All workspaces of the installation; for the house itself, never for a request. */
  list(ctx: Ctx): Promise<Workspace[]> {
    return ctx.query<Workspace>(`select ${COLUMNS} from workspace order by created_at, id`);
  }

  async create(ctx: Ctx, input: { slug: string; name: string; isDemo?: boolean }): Promise<Workspace> {
    const workspace = { id: this.ids.next(), ...input, isDemo: input.isDemo ?? false, settings: {} };
    await ctx.transaction((tx) => tx.em.insert(WorkspaceEntity, { ...workspace, createdAt: this.clock.now() }));
    return workspace;
  }

  private own(rows: Workspace[]): Workspace {
    const [workspace] = rows;
    if (!workspace) throw notFound('workspace');
    return workspace;
  }
}
