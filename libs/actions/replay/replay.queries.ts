import type { Money } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { PolicyFacts } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import type { RunActor } from '../run/run-row';

/** What a replay needs of a run. */
export interface ReplayRow {
  id: string;
  name: string;
  ticketId: string | null;
  summary: string;
  money: Money | null;
  facts: PolicyFacts;
  actor: RunActor;
  policyVersion: number;
  at: Date;
}

@Injectable()
export class ReplayQueries {
  /** Newest first, older than `before`; look-ups are left out. */
  page(ctx: Ctx, since: Date, before: Pick<ReplayRow, 'at' | 'id'> | null, limit: number): Promise<ReplayRow[]> {
    return ctx.query<ReplayRow>(
      `select id, name, ticket_id as "ticketId", summary ->> 'ahead' as summary,
         coalesce(nullif(facts -> 'amount', 'null'), amount) as money, facts, actor,
         (decision ->> 'policyVersion')::int as "policyVersion", created_at as at
       from action_run where workspace_id = $1 and risk <> 'read' and created_at >= $2
         and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
       order by created_at desc, id desc limit $5`,
      [ctx.workspaceId, since, before?.at ?? null, before?.id ?? null, limit],
      { name: 'action-run-replay' },
    );
  }
}
