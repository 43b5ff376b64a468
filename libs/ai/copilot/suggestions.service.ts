import { ActionRuns } from '@satchel/actions';
import type { CopilotSuggestionsBody, SuggestedActionBody, SuggestedArticleBody } from '@satchel/contracts';
import { AppError, Clock, type Ctx } from '@satchel/kernel';
import { KnowledgeService } from '@satchel/knowledge';
import { Injectable } from '@nestjs/common';
import { Procedures } from '../procedures/procedure.service';
import { cleanLine } from '../text/normalise';
import type { SpeechAct, Wish } from '../understand/understanding';
import { CopilotFacts, type TicketFacts } from './copilot-facts.service';
import { bareNumber } from './facets';
import { propose, type Proposed } from './propose';

const MOST = 3;
const GOOD_SCORE = 0.35;
const WHY_CHARS = 200;
const ASKS: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['question', 'request']);

/** What a colleague could do next, each with a dry run in their own name. Nothing is ever carried out here. */
@Injectable()
export class CopilotSuggestions {
  constructor(
    private readonly facts: CopilotFacts,
    private readonly procedures: Procedures,
    private readonly runs: ActionRuns,
    private readonly knowledge: KnowledgeService,
    private readonly clock: Clock,
  ) {}

  async of(ctx: Ctx, ticketId: string): Promise<CopilotSuggestionsBody> {
    const facts = await this.facts.of(ctx, ticketId);
    const [actions, articles] = await Promise.all([this.actions(ctx, facts), this.articles(ctx, facts)]);
    return { actions, articles };
  }

  private async actions(ctx: Ctx, facts: TicketFacts): Promise<SuggestedActionBody[]> {
    const active = await this.procedures.active(ctx);
    const wanted = new Map<string, { wish: Wish; proposed: Proposed }>();
    for (const wish of facts.meaning.wishes) {
      const known = active.find(({ document }) => !document.off && document.intents.includes(wish.intent));
      const proposed =
        known &&
        propose(known.document, {
          wish,
          request: facts.request,
          numbers: numbersIn(facts),
          orders: facts.orders,
          now: this.clock.now(),
        });
      if (!proposed || this.isDone(facts, proposed)) continue;
      wanted.set(`${proposed.action} ${proposed.order?.id ?? ''}`, { wish, proposed });
    }
    const cards = await Promise.all(
      [...wanted.values()].slice(0, MOST).map(({ wish, proposed }) => this.card(ctx, facts, wish, proposed)),
    );
    return cards.flatMap((card) => card ?? []);
  }

  /** What somebody did since the customer wrote, or what waits, is not suggested again. */
  private isDone({ runs, said }: TicketFacts, { action, order }: Proposed): boolean {
    const last = said.findLast(({ direction }) => direction === 'inbound')?.createdAt ?? '';
    return runs.some(
      (run) =>
        run.action === action &&
        (order === null || run.orderId === order.id) &&
        (run.state === 'done' ? run.createdAt >= last : /^(?:awaiting|performing|uncertain)/.test(run.state)),
    );
  }

  private async card(
    ctx: Ctx,
    { ticket }: TicketFacts,
    wish: Wish,
    { action: name, arguments: args, order, missing }: Proposed,
  ): Promise<SuggestedActionBody | null> {
    const card = {
      name,
      title: this.runs.action(name).title,
      arguments: args,
      why: cleanLine(wish.text, WHY_CHARS),
      orderId: order?.id ?? null,
      orderNumber: order?.number ?? null,
    };
    if (missing) return { ...card, preview: null, missing };
    try {
      const told = await this.runs.preview(ctx, name, { arguments: args, ticketId: ticket.id });
      return told.ok ? { ...card, preview: told.preview, missing: null } : null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return null;
    }
  }

  /** Each thing that is asked is searched for by itself: a letter as a whole is about everything. */
  private async articles(ctx: Ctx, { request, language, meaning }: TicketFacts): Promise<SuggestedArticleBody[]> {
    const asked = [...new Set(meaning.sentences.flatMap(({ text, act }) => (ASKS.has(act) ? [text] : [])))];
    const queries = asked.length > 0 ? asked.slice(0, MOST) : [request].filter(Boolean);
    const found = await Promise.all(
      queries.map((query) => this.knowledge.search(ctx, { query, language, audience: 'public', limit: MOST })),
    );
    const best = found.flat().filter(({ score }) => score >= GOOD_SCORE);
    const articles = new Map<string, SuggestedArticleBody>();
    for (const { articleId, title, url, cite } of best.sort((a, b) => b.score - a.score))
      if (!articles.has(articleId)) articles.set(articleId, { title, url, cite });
    return [...articles.values()].slice(0, MOST);
  }
}

/** Numbers of the newest messages, else the one that the conversation was about before. */
function numbersIn({ meaning, said, orders }: TicketFacts): string[] {
  if (meaning.entities.orderNumbers.length > 0) return meaning.entities.orderNumbers;
  const before = said
    .filter(({ direction }) => direction === 'inbound')
    .map(({ text }) => text.toUpperCase())
    .reverse();
  for (const text of before) {
    const named = orders.find(({ number }) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped(bareNumber(number))}(?![\\p{L}\\p{N}])`, 'u').test(text),
    );
    if (named) return [named.number];
  }
  return [];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
