import { type Ctx, Database, Log, type LoggedEvent, SYSTEM } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AiTyping } from './ai-typing.service';
import { WidgetConfig } from './widget-config.service';
import { keyOf, type Listener, WidgetListeners } from './widget-listeners';
import { WidgetMessageQueries, type WidgetMessageRow } from './widget-message.queries';
import { WidgetMessages } from './widget-messages.service';

interface Happened {
  messageId?: string;
  direction?: string;
  to?: string;
  ticketId?: string;
}

/** From the log to the visitors whom it concerns: what they missed, then what is new, each thing once and in order. */
@Injectable()
export class WidgetPush {
  constructor(
    private readonly listeners: WidgetListeners,
    private readonly queries: WidgetMessageQueries,
    private readonly messages: WidgetMessages,
    private readonly configs: WidgetConfig,
    private readonly ai: AiTyping,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Tells what came after the cursor, or the newest part of the talk. Live news wait until it is through. */
  replay(listener: Listener, after: string | null): void {
    this.inTurn(listener, async () => {
      const body = after === null ? await this.messages.recent(listener) : await this.messages.after(listener, after);
      listener.cursor = body.cursor;
      listener.emit('messages', body);
    });
  }

  /** One read per workspace and batch, whoever listens. */
  async push(events: readonly LoggedEvent[]): Promise<void> {
    const byWorkspace = new Map<string, LoggedEvent[]>();
    for (const event of events) {
      if (this.listeners.in(event.workspaceId).length === 0) continue;
      byWorkspace.set(event.workspaceId, [...(byWorkspace.get(event.workspaceId) ?? []), event]);
    }
    for (const [workspaceId, happened] of byWorkspace) {
      try {
        await this.pushTo(this.database.ctx(workspaceId, SYSTEM), happened);
      } catch (error) {
        this.log.warn({ err: error }, 'visitors could not be told what is new; they will ask');
        this.listeners.in(workspaceId).forEach((listener) => listener.drop());
      }
    }
  }

  private async pushTo(ctx: Ctx, events: readonly LoggedEvent[]): Promise<void> {
    await this.tellOfAi(ctx, events);
    const told = newest(events, isTelling);
    const left = newest(events, hasLeft);
    const ids = [...new Set([...told.keys(), ...left.keys()])];
    const cursor = events.at(-1)?.cursor;
    if (ids.length === 0 || cursor === undefined) return;
    const chats = [...new Set(this.listeners.in(ctx.workspaceId).map(({ connectionId }) => connectionId))];
    const byVisitor = new Map<string, WidgetMessageRow[]>();
    for (const row of await this.queries.ofChats(ctx, chats, ids))
      byVisitor.set(keyOf(row), [...(byVisitor.get(keyOf(row)) ?? []), row]);
    for (const rows of byVisitor.values()) {
      const [whose] = rows;
      const listeners = whose ? this.listeners.of(whose) : [];
      if (!whose || listeners.length === 0) continue;
      for (const listener of listeners) this.tell(listener, rows, told, cursor);
      const gone = rows.filter(({ id }) => left.has(id));
      if (gone.length > 0) await this.messages.hasReached(ctx, whose, gone);
    }
  }

  private tell(
    listener: Listener,
    rows: readonly WidgetMessageRow[],
    told: ReadonlyMap<string, string>,
    cursor: string,
  ): void {
    this.inTurn(listener, async () => {
      const news = rows.filter(({ id }) => {
        const at = told.get(id);
        return at !== undefined && (listener.cursor === null || isAfter(at, listener.cursor));
      });
      if (news.length === 0) return;
      listener.ticketId = news.at(-1)?.ticketId ?? listener.ticketId;
      const body = await this.messages.told(listener, news, cursor);
      listener.cursor = cursor;
      listener.emit('messages', body);
    });
  }

  /** An answer that the AI is about to give: what only becomes a draft for people is nothing to wait for. */
  private async tellOfAi(ctx: Ctx, events: readonly LoggedEvent[]): Promise<void> {
    const isAtWork = new Map<string, boolean>();
    for (const { type, ticketId, payload } of events) {
      if (ticketId === null) continue;
      if (type === 'ticket.ai_state_changed') isAtWork.set(ticketId, (payload as Happened).to === 'working');
      if (type === 'ai.turn_finished') isAtWork.set(ticketId, false);
    }
    const begun = [...isAtWork].flatMap(([ticketId, isNow]) => (isNow ? [ticketId] : []));
    for (const ticketId of isAtWork.keys()) if (!begun.includes(ticketId)) this.ai.end(ticketId);
    if (begun.length === 0) return;
    const here = (await this.queries.visitorsOn(ctx, begun)).filter((one) => this.listeners.of(one).length > 0);
    if (here.length === 0 || !(await this.configs.answersByAi(ctx))) return;
    for (const { ticketId, ...whose } of here) this.ai.begin(ticketId, whose);
  }

  private inTurn(listener: Listener, work: () => Promise<void>): void {
    listener.turn = listener.turn.then(work).catch((error: unknown) => {
      this.log.warn({ err: error }, 'a visitor could not be told what is new; they will ask');
      listener.drop();
    });
  }
}

/** The messages of events of a kind, each with the cursor of its last one. */
function newest(
  events: readonly LoggedEvent[],
  isWanted: (type: string, payload: Happened) => boolean,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { type, payload, cursor } of events) {
    const happened = (payload ?? {}) as Happened;
    if (happened.messageId && isWanted(type, happened)) found.set(happened.messageId, cursor);
  }
  return found;
}

const isTelling = (type: string, { direction, to }: Happened): boolean =>
  (type === 'message.appended' && direction !== 'internal') ||
  type === 'attachment.fetched' ||
  (type === 'message.delivery_changed' && to === 'read');

const hasLeft = (type: string, { to }: Happened): boolean => type === 'message.delivery_changed' && to === 'sent';

function isAfter(a: string, b: string): boolean {
  const [ax = '0', as = '0'] = a.split('.');
  const [bx = '0', bs = '0'] = b.split('.');
  return ax === bx ? BigInt(as) > BigInt(bs) : BigInt(ax) > BigInt(bx);
}
