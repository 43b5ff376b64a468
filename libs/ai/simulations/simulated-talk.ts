import { rehearse, type Rehearsal } from '@satchel/actions';
import type { ActionRunBody, MessageBody, SimulatedTurn, SimulationDraft } from '@satchel/contracts';
import { type Ctx, type Ids } from '@satchel/kernel';
import type { Policy } from '@satchel/policies';
import { type Memory, NO_MEMORY } from '../conversation/memory';
import type { Decided } from '../engine/engine-view';
import { Identities } from '../identity/identities.service';
import type { Brain, LoopResult } from '../loop/loop-types';
import type { ActiveProcedure } from '../procedures/frames';
import { ActionDesk } from '../tools/action-desk.service';
import type { ArticleSearch } from '../tools/article-search';
import { identityOf } from '../tools/identity-of';
import type { ToolBinding } from '../tools/tool';
import { Tools } from '../tools/tools.service';
import { conclude, type Plan } from '../turns/conclude';
import { CustomersWords, type Heard, textHash } from '../turns/customers-word.service';
import { brainsFor } from '../turns/router';
import { type Ground, ground } from '../turns/ground';
import { bodyOf } from '../turns/letter';
import { earlierIn, openMessages, requestText } from '../turns/request';
import { guessLanguage } from '../text/language';
import { offline } from './offline';
import { SimulatedShop } from './shop';
import { articlesOf, MemoryConversation, unsigned } from './stand-ins';

/** What a simulation is played against. */
export interface Trial {
  workspaceId: string;
  shop: string;
  procedures: readonly ActiveProcedure[];
  policy: Policy;
  brains: readonly Brain[];
  /** Where links in a reply may lead. */
  hosts: readonly string[];
  /** The shop's own articles; null: it has none. */
  articles: ArticleSearch | null;
}

const TICKET = '00000000-0000-7000-8000-000000000010';
const CUSTOMER = '00000000-0000-7000-8000-000000000011';
const VISITOR = 'visitor-1';
const SHORT_MS = 60_000;

/**
 * One conversation over a world in memory. The loop, the tools, the engine of actions, the customer's word and the gate are
 * those that answer real customers; what they would ask a database or a vendor is asked of the world.
 */
export class SimulatedTalk {
  readonly kept = new MemoryConversation();
  private readonly ctx: Ctx;
  private readonly stage: Rehearsal;
  private readonly desk: ActionDesk;
  private readonly words: CustomersWords;
  private readonly tools: Tools;
  private readonly shop: SimulatedShop;
  private readonly said: MessageBody[] = [];
  private now: Date;
  private ids = 0;

  constructor(
    private readonly simulation: Pick<SimulationDraft, 'customer' | 'world'>,
    private readonly trial: Trial,
  ) {
    const { customer, world } = simulation;
    this.now = new Date(world.at);
    this.ctx = offline(trial.workspaceId);
    this.shop = new SimulatedShop(world, customer.email);
    const clock = { now: () => this.now };
    const ids: Ids = { next: () => this.id() };
    const policies = { current: async () => trial.policy };
    this.stage = rehearse({
      systems: this.shop.systems,
      commerce: this.shop,
      policy: trial.policy,
      customer: this.customerBody(),
      orders: world.orders.length,
      tags: [],
      ticketId: TICKET,
      clock,
      ids,
    });
    const { runs, decisions, availability, sources } = this.stage;
    const rules = policies as unknown as ConstructorParameters<typeof ActionDesk>[2];
    this.desk = new ActionDesk(runs, decisions, rules);
    this.words = new CustomersWords(this.kept.words, runs, decisions, clock);
    const identities = new Identities(this.kept.identities, this.kept.codes, unsigned, clock);
    const articles = world.articles ? articlesOf(world.articles, world.at) : trial.articles;
    const commerce = this.shop as unknown as ConstructorParameters<typeof Tools>[4];
    this.tools = new Tools(availability, runs, this.desk, sources, commerce, identities, articles);
  }

  /** All that was asked for, oldest first. */
  get runs(): ActionRunBody[] {
    return this.stage.done();
  }

  /** Something waits for the customer's yes. */
  get asks(): boolean {
    return this.kept.state.pending !== null;
  }

  async say(text: string): Promise<SimulatedTurn> {
    const started = performance.now();
    const before = this.runs.map(({ id, state }) => `${id} ${state}`);
    this.put('inbound', text);
    const { plan, loop, decided } = await this.turn();
    this.remember(plan, loop, decided);
    const reply = plan.kind === 'send' || plan.kind === 'draft' ? plan.text : null;
    if (reply !== null) this.put('outbound', reply);
    const fresh = this.runs.filter(({ id, state }) => !before.includes(`${id} ${state}`));
    const gate = plan.kind === 'skip' ? null : plan.gate;
    return {
      said: text,
      outcome: OUTCOMES[plan.kind],
      reply: plan.kind === 'hand_over' ? plan.draft : reply,
      reason: plan.reason,
      brain: loop.brain,
      intent: loop.intent,
      toolCalls: loop.toolCalls.map(({ tool, args, ok, summary }) => ({ tool, args, ok, summary })),
      decisions: fresh.map(({ action, decision, state, error }) => ({
        action,
        verdict: decision.verdict,
        reason: error?.message ?? decision.reason,
        state,
      })),
      problems: (gate?.problems ?? []).map(({ kind, text: wrong }) => ({ kind, text: wrong })),
      ms: Math.round(performance.now() - started),
    };
  }

  private async turn(): Promise<{ plan: Plan; loop: LoopResult; decided: Decided | null }> {
    const { said, simulation, trial } = this;
    const { meaningOf } = await import('../engine/engine');
    const { detect } = await import('tinyld');
    const open = openMessages(said);
    const request = requestText('', said);
    const earlier = said.filter((message) => message.direction === 'inbound' && !open.includes(message));
    const prior =
      earlier.length > 0 ? guessLanguage(earlier.map(({ text }) => text).join('\n'), { detect }).language : null;
    const memory = this.kept.state.memory ?? NO_MEMORY;
    const meaning = meaningOf({ message: request, prior, detect, memory, now: this.now }, trial.procedures);
    const binding = this.binding(meaning.language ?? prior);
    const heard = this.heard(binding, open);
    const decided = await this.words.take(this.ctx, heard, this.words.read(heard));
    const facts = this.facts(memory, decided);
    const { runLoop } = await import('../loop/loop');
    const { conversation } = await import('../turns/prompt');
    const view = {
      message: request,
      history: earlierIn(said),
      prior,
      detect,
      memory,
      meaning,
      decided,
      assurance: heard.identity.level,
      brief: binding.live === true,
      now: this.now,
      procedures: trial.procedures,
    };
    const loop = await runLoop({
      ctx: this.ctx,
      brains: brainsFor(meaning, trial.brains, { spend: true }),
      binding,
      tools: await this.tools.offered(this.ctx, binding),
      messages: conversation('', said, decided),
      view,
      check: (text, learned) => ground(bodyOf(text), learned, facts),
      abandon: ({ runId }) => this.desk.abandon(this.ctx, runId, 'It was not put before the customer.'),
      newId: () => this.id(),
      elapsed: () => performance.now(),
      // What fails shows in the tool's own line.
      onError: () => undefined,
    });
    const plan = conclude({
      ...facts,
      loop,
      meaning,
      request,
      mode: { mode: 'auto', reason: 'A simulation.' },
      hasFiles: false,
      held: null,
      customerAddress: simulation.customer.email,
      brief: binding.live === true,
      proposal: loop.brain === 'built-in' ? null : loop.proposal,
      labelled: simulation.customer.email === null,
    });
    return { plan, loop, decided };
  }

  /** What a reply is held against, as in a real turn. */
  private facts(memory: Memory, decided: Decided | null): Ground {
    const { shop, hosts } = this.trial;
    const theirs = this.said.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []));
    const { name: customerName } = this.simulation.customer;
    const today = this.now;
    return { shop, signature: shop, customerName, hosts, said: theirs.join('\n'), memory, decided, today };
  }

  private binding(language: string | null): ToolBinding {
    const { email, assurance } = this.simulation.customer;
    const { state } = this.kept;
    const own = email ? [{ kind: 'email' as const, value: email }] : [];
    return {
      ticketId: TICKET,
      customerId: CUSTOMER,
      destination: own[0] ?? { kind: 'visitor', value: VISITOR },
      assurance: own[0] ? assurance : 0,
      verifiedAddresses: assurance >= 2 ? own : [],
      lookups: this.shop,
      now: () => this.now,
      misses: state.guesses,
      disclosed: new Map(),
      stepUp: state.stepUp && { level: state.stepUp.level, addresses: state.stepUp.addresses },
      live: email === null,
      language,
      proposed: null,
    };
  }

  private heard(binding: ToolBinding, open: MessageBody[]): Heard {
    const from = this.simulation.customer.email?.toLowerCase() ?? VISITOR;
    return {
      ticketId: TICKET,
      customerId: CUSTOMER,
      customerName: this.simulation.customer.name,
      destination: binding.destination,
      conversation: this.kept.state,
      said: this.said,
      open,
      senders: new Map(open.map(({ id }) => [id, { id, from, proven: true }])),
      identity: identityOf(binding),
      live: binding.live === true,
    };
  }

  /** As a turn's end writes it down. */
  private remember(plan: Plan, loop: LoopResult, decided: Decided | null): void {
    const shown = plan.kind === 'send' || plan.kind === 'draft' ? plan.text : null;
    const { proposal } = loop;
    const { kept } = this;
    kept.state = {
      ...kept.state,
      memory: loop.memory ?? kept.state.memory,
      ...(decided && { decided: null }),
      ...(proposal &&
        shown !== null && {
          pending: {
            ...{ runId: proposal.runId, action: proposal.action, summary: proposal.summary },
            summaryHash: proposal.hash,
            proposedAt: this.now.toISOString(),
            messageId: null,
            textHash: textHash(shown),
            address: this.simulation.customer.email?.toLowerCase() ?? VISITOR,
          },
        }),
    };
  }

  private put(direction: 'inbound' | 'outbound', text: string): void {
    this.now = new Date(this.now.getTime() + SHORT_MS);
    const inbound = direction === 'inbound';
    this.said.push({
      id: this.id(),
      ticketId: TICKET,
      direction,
      kind: 'reply',
      author: inbound
        ? { kind: 'customer', id: CUSTOMER, name: this.simulation.customer.name }
        : { kind: 'ai', id: null, name: 'Satchel AI' },
      text,
      attachments: [],
      deliveryStatus: null,
      deliveryError: null,
      clientId: null,
      createdAt: this.now.toISOString(),
    });
  }

  private customerBody() {
    const { name, email, assurance } = this.simulation.customer;
    const { at } = this.simulation.world;
    const verifiedAt = assurance >= 2 ? at : null;
    const addresses = email ? [{ id: CUSTOMER, kind: 'email' as const, value: email, verifiedAt }] : [];
    return { id: CUSTOMER, name, locale: null, addresses, createdAt: at };
  }

  /** Looks like an id, and is the same in each play. */
  private id(): string {
    this.ids += 1;
    return `00000000-0000-7000-9000-${String(this.ids).padStart(12, '0')}`;
  }
}

const OUTCOMES = { send: 'sent', draft: 'drafted', hand_over: 'handed_over', skip: 'skipped' } as const;
