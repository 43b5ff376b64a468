import { type Ctx, newId, SYSTEM } from '@satchel/kernel';
import { Doorway } from '../connectors/doorway/doorway.service';
import { IntakeService } from '../desk/intake/intake.service';
import { TurnService } from '../ai/turns/turn.service';
import type { TestKernel } from './test-kernel';

/** A visitor's chat, taken in and answered step by step and without a queue: what comes back is what was there to say. */
export class TestConversation {
  ticketId: string | null = null;
  private told = 0;
  private said = 0;
  private readonly visitorId = newId();
  private readonly system: Ctx;

  constructor(
    private readonly kernel: TestKernel,
    workspaceId: string,
    private readonly connectionId: string,
    private readonly stepMs = 1_000,
  ) {
    this.system = kernel.db.ctx(workspaceId, SYSTEM);
  }

  /** Takes a message in, as the jobs do one after the other, and the AI's turn on it. The texts that were answered. */
  async say(text: string): Promise<string[]> {
    const { workspaceId } = this.system;
    this.kernel.clock.advance(this.stepMs);
    const clientId = `m-${(this.said += 1)}`;
    const visitor = { name: null, email: null, verified: false };
    const at = this.kernel.clock.now().toISOString();
    const message = { clientId, visitorId: this.visitorId, text, files: [], visitor, page: null, at };
    const externalId = `${this.visitorId}:${clientId}`;
    const raw = Buffer.from(JSON.stringify(message));
    await this.get(Doorway).accept(this.system, { id: this.connectionId, workspaceId }, { externalId, raw, meta: {} });
    const [envelope] = await this.system.query<{ id: string }>(
      'select id from inbound_envelope where workspace_id = $1 and connection_id = $2 and external_id = $3',
      [workspaceId, this.connectionId, externalId],
    );
    await this.get(IntakeService).route(this.system, envelope?.id ?? '');
    const ticketId = await this.ticket();
    this.kernel.clock.advance(this.stepMs);
    await this.get(TurnService).take(this.system, ticketId);
    return this.news(ticketId);
  }

  /** What the AI made of it: "handed_over: ...". */
  async state(): Promise<{ handedOver: boolean; why: string; draft: string | null }> {
    const [turn] = await this.system.query<{
      outcome: string | null;
      reason: string | null;
      state: string;
      draft: string | null;
    }>(
      `select turn.outcome, turn.reason, ticket.ai_state as state,
         (select text from draft where draft.workspace_id = ticket.workspace_id and draft.ticket_id = ticket.id
           order by updated_at desc limit 1) as draft
       from ticket
         left join lateral (select outcome, reason from ai_turn where ai_turn.workspace_id = ticket.workspace_id
           and ai_turn.ticket_id = ticket.id order by created_at desc, id desc limit 1) turn on true
       where ticket.workspace_id = $1 and ticket.id = $2`,
      [this.system.workspaceId, this.ticketId],
    );
    return {
      handedOver: turn?.state === 'handed_over',
      why: `${turn?.outcome ?? 'silent'}: ${turn?.reason ?? ''}`,
      draft: turn?.draft ?? null,
    };
  }

  private async ticket(): Promise<string> {
    if (this.ticketId) return this.ticketId;
    const [ticket] = await this.system.query<{ id: string }>(
      'select id from ticket where workspace_id = $1 and connection_id = $2 and customer_address = $3',
      [this.system.workspaceId, this.connectionId, this.visitorId],
    );
    if (!ticket) throw new Error('the message came on no ticket');
    this.ticketId = ticket.id;
    return ticket.id;
  }

  private async news(ticketId: string): Promise<string[]> {
    const rows = await this.system.query<{ text: string }>(
      `select text from message where workspace_id = $1 and ticket_id = $2 and direction = 'outbound' and kind = 'reply'
       order by created_at, id`,
      [this.system.workspaceId, ticketId],
    );
    const fresh = rows.slice(this.told).map(({ text }) => text);
    this.told = rows.length;
    return fresh;
  }

  private get<T>(service: new (...given: never[]) => T): T {
    return this.kernel.moduleRef.get<T>(service, { strict: false });
  }
}
