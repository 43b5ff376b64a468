import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface ReplayedTicket {
  id: string;
  number: number;
  subject: string;
  text: string;
  /** What people did or let be done, by name. */
  did: string[];
  tags: string[];
}

@Injectable()
export class ReplayedQueries {
  /** Tickets that were resolved, newest first, with what the customer wrote first and what people made of it. */
  resolved(ctx: Ctx, since: Date, limit: number): Promise<ReplayedTicket[]> {
    return ctx.query(
      `select t.id, t.number, t.subject, m.text,
         array(select distinct r.name from action_run r where r.workspace_id = $1 and r.ticket_id = t.id
           and r.state = 'done' and r.risk <> 'read') as did,
         array(select g.name from ticket_tag tt join tag g on g.id = tt.tag_id
           where tt.workspace_id = $1 and tt.ticket_id = t.id) as tags
       from ticket t
       join lateral (select text from message where workspace_id = $1 and ticket_id = t.id and direction = 'inbound'
         and kind = 'reply' order by created_at, id limit 1) m on true
       where t.workspace_id = $1 and t.status in ('resolved', 'closed') and t.created_at >= $2
       order by t.created_at desc, t.id desc limit $3`,
      [ctx.workspaceId, since, limit],
    );
  }
}
