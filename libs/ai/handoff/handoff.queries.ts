import { Injectable } from '@nestjs/common';
import type { HandoffBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';

export interface NewHandoff {
  id: string;
  ticketId: string;
  turnId: string | null;
  reason: string;
  handedAt: Date;
  dueAt: Date;
}

interface Row {
  id: string;
  ticketId: string;
  ticketNumber: number;
  turnId: string | null;
  reason: string;
  handedAt: Date;
  dueAt: Date;
  lateAt: Date | null;
  toldAt: Date | null;
  takenAt: Date | null;
  position: number | null;
}

/** Places count over all that wait, whoever the list is cut to. */
const SELECT = `
  select h.id, h.ticket_id as "ticketId", t.number as "ticketNumber", h.turn_id as "turnId", h.reason, h.handed_at as "handedAt",
    h.due_at as "dueAt", h.late_at as "lateAt", h.told_at as "toldAt", h.taken_at as "takenAt",
    case when h.taken_at is null then
      (select count(*)::int from ai_handoff o where o.workspace_id = h.workspace_id and o.taken_at is null
        and (o.handed_at, o.id) <= (h.handed_at, h.id)) end as position
  from ai_handoff h join ticket t on t.id = h.ticket_id
  where h.workspace_id = $1`;

@Injectable()
export class HandoffQueries {
  /** One at a time of each ticket: handed over again, the customer keeps their place. Null: it waits already. */
  async open(tx: Ctx, handoff: NewHandoff): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `insert into ai_handoff (id, workspace_id, ticket_id, turn_id, reason, handed_at, due_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (ticket_id) where taken_at is null do nothing returning id`,
      [handoff.id, tx.workspaceId, handoff.ticketId, handoff.turnId, handoff.reason, handoff.handedAt, handoff.dueAt],
    );
    return row?.id ?? null;
  }

  async waiting(ctx: Ctx, limit: number): Promise<HandoffBody[]> {
    const rows = await ctx.query<Row>(`${SELECT} and h.taken_at is null order by h.handed_at, h.id limit $2`, [
      ctx.workspaceId,
      limit,
    ]);
    return rows.map(toBody);
  }

  async ofTicket(ctx: Ctx, ticketId: string): Promise<HandoffBody | null> {
    const [row] = await ctx.query<Row>(`${SELECT} and h.ticket_id = $2 order by h.handed_at desc, h.id desc limit 1`, [
      ctx.workspaceId,
      ticketId,
    ]);
    return row ? toBody(row) : null;
  }

  async told(tx: Ctx, id: string, at: Date): Promise<void> {
    await tx.query('update ai_handoff set told_at = $3 where workspace_id = $1 and id = $2', [tx.workspaceId, id, at]);
  }

  async take(ctx: Ctx, ticketId: string, at: Date): Promise<void> {
    await ctx.query(
      'update ai_handoff set taken_at = $3 where workspace_id = $1 and ticket_id = $2 and taken_at is null',
      [ctx.workspaceId, ticketId, at],
    );
  }

  /** Marks it late, once; null: somebody took it. */
  async late(tx: Ctx, id: string, at: Date): Promise<{ ticketId: string; handedAt: Date } | null> {
    const [row] = await tx.query<{ ticketId: string; handedAt: Date }>(
      `update ai_handoff set late_at = $3 where workspace_id = $1 and id = $2 and taken_at is null and late_at is null
       returning ticket_id as "ticketId", handed_at as "handedAt"`,
      [tx.workspaceId, id, at],
    );
    return row ?? null;
  }
}

function toBody({ handedAt, dueAt, lateAt, toldAt, takenAt, ...row }: Row): HandoffBody {
  return {
    ...row,
    handedAt: handedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    late: lateAt !== null,
    toldAt: toldAt?.toISOString() ?? null,
    takenAt: takenAt?.toISOString() ?? null,
  };
}
