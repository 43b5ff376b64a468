import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';

export interface OAuthFlowRow {
  id: string;
  personId: string;
  sessionMark: string;
  secret: Buffer;
  expiresAt: Date;
}

/** More sign-ins at once than one person has windows for. */
const MOST_PER_PERSON = 10;

@Injectable()
export class OAuthFlowQueries {
  /** Clears away what is over, and the oldest of somebody who begins and begins. */
  async begin(ctx: Ctx, flow: OAuthFlowRow, now: Date): Promise<void> {
    await ctx.transaction(async (tx) => {
      await tx.query(
        `delete from oauth_flow where workspace_id = $1 and (expires_at <= $2 or id in (
           select id from oauth_flow where workspace_id = $1 and person_id = $3 order by expires_at desc, id desc offset $4))`,
        [tx.workspaceId, now, flow.personId, MOST_PER_PERSON - 1],
      );
      await tx.query(
        `insert into oauth_flow (id, workspace_id, person_id, session_mark, secret, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [flow.id, tx.workspaceId, flow.personId, flow.sessionMark, flow.secret, flow.expiresAt],
      );
    });
  }

  /** Whose it is; it stays. */
  async find(ctx: Ctx, id: string): Promise<Pick<OAuthFlowRow, 'personId' | 'sessionMark'> | null> {
    const sql = `select person_id as "personId", session_mark as "sessionMark" from oauth_flow
      where workspace_id = $1 and id = $2`;
    return (await ctx.query<OAuthFlowRow>(sql, [ctx.workspaceId, id]))[0] ?? null;
  }

  /** Once: of two that ask at the same time, one gets it. */
  async take(ctx: Ctx, id: string): Promise<Pick<OAuthFlowRow, 'secret' | 'expiresAt'> | null> {
    const sql = `delete from oauth_flow where workspace_id = $1 and id = $2 returning secret, expires_at as "expiresAt"`;
    return (await ctx.query<OAuthFlowRow>(sql, [ctx.workspaceId, id]))[0] ?? null;
  }

  /** Whether another connection of this workspace has the address (lower case) already. */
  async addressTaken(ctx: Ctx, address: string, exceptId: string): Promise<boolean> {
    const sql = 'select 1 from connection where workspace_id = $1 and lower(address) = $2 and id <> $3';
    return (await ctx.query(sql, [ctx.workspaceId, address, exceptId])).length > 0;
  }
}
