import type { ActionDecisionBody, ActionPreviewBody, ActionRunBody, Assurance, CustomerBody } from '@satchel/contracts';
import { CustomerService } from '@satchel/customers';
import { TicketQueries } from '@satchel/desk';
import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { decide, type PolicyFacts, PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Action, Scene } from '../action/action';
import type { CannotBody, Prepared } from '../action/preparation';
import { findAction } from '../action/catalogue';
import { FactsReader } from '../source/facts.service';
import { Sources } from '../source/sources.service';
import { ActionEvents } from './action-events';
import { policyActor, runActor } from './actor';
import { Performer } from './performer.service';
import { requestHash } from './request-hash';
import { shownHash } from './shown-hash';
import { bodyOf } from './run-body';
import type { NewRun, ProvenAddress, RunActor, RunRow, StepRow } from './run-row';
import {
  badArguments,
  busyWith,
  clientIdTaken,
  noSuchAction,
  noSuchCustomer,
  noSuchRun,
  noSuchTicket,
} from './run.errors';
import { isBusy, RunQueries } from './run.queries';
import { Settlement } from './settlement.service';
import { LEASE_MS } from './step-outcome';

export interface RunRequest {
  arguments: Record<string, unknown>;
  ticketId?: string | null;
  customerId?: string | null;
  clientId?: string | null;
  /** How sure it is who the customer is, when the AI asks on their word. Never taken from a request. */
  assurance?: Assurance;
  /** Where the answer goes, when it goes to the customer. */
  destination?: string | null;
  /** The only addresses that count as the customer's, when the AI asks on their word. */
  addresses?: ProvenAddress[];
  /** Nothing is done before the customer said yes to it, also where the policy would allow it at once. */
  confirm?: boolean;
}

/** What is put before the customer: facts, and a hash that tells later whether it is still the same. */
export interface Shown {
  facts: { label: string; value: string }[];
  hash: string;
}

/** A run and why there is none beyond a refusal: what could not even be tried is not kept. */
export type RunResult = { ok: true; run: ActionRunBody; shown?: Shown } | CannotBody;

/** The one way anything is done: people, the API and the AI all end here. Asks outside systems: never in a transaction. */
@Injectable()
export class ActionRuns {
  constructor(
    private readonly queries: RunQueries,
    private readonly sources: Sources,
    private readonly policies: PolicyService,
    private readonly facts: FactsReader,
    private readonly performer: Performer,
    private readonly settlement: Settlement,
    private readonly events: ActionEvents,
    private readonly customers: CustomerService,
    private readonly tickets: TicketQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asks the policy, and does it when that allows it. The same client id again answers the run of the first. */
  async run(ctx: Ctx, name: string, request: RunRequest): Promise<RunResult> {
    if (ctx.inTransaction) throw new Error('an action must not wait for a vendor inside a transaction');
    const action = this.action(name);
    const args = parsed(action, request.arguments);
    const hash = requestHash(name, args, request.ticketId ?? null);
    const twin = request.clientId ? await this.queries.byClientId(ctx, request.clientId) : null;
    if (twin) return this.again(twin, hash);
    const scene = await this.scene(ctx, request);
    const prepared = await action.prepare(scene, args);
    if (!prepared.ok) return prepared;
    const actor = runActor(ctx.actor, request.assurance ?? 0, request.addresses);
    const confirm = request.confirm ?? false;
    const around = await this.facts.around(action, scene, prepared);
    let inserted: RunRow | null;
    try {
      inserted = await this.insert(ctx, async (tx) => {
        const row = await this.newRun(tx, action, { args, prepared, actor, scene, around, confirm });
        return { ...row, clientId: request.clientId ?? null, requestHash: hash };
      });
    } catch (error) {
      if (isBusy(error)) throw busyWith(await this.queries.busy(ctx, prepared.connectionId, prepared.lockKey));
      throw error;
    }
    if (!inserted) {
      const first = request.clientId ? await this.queries.byClientId(ctx, request.clientId) : null;
      if (!first) throw new Error('a run of this client id was there and is gone');
      return this.again(first, hash);
    }
    if (inserted.state === 'performing' && inserted.claimedBy)
      await this.performer.carryOut(ctx, inserted, inserted.claimedBy);
    const shown = { facts: prepared.shown, hash: shownHash(name, inserted.arguments, prepared) };
    return { ok: true, run: await this.get(ctx, inserted.id), shown };
  }

  /** Runs of the AI on a ticket that wait for somebody's word, newest first. */
  async waitingOf(ctx: Ctx, ticketId: string): Promise<ActionRunBody[]> {
    const states = ['awaiting_confirmation', 'awaiting_approval'] as const;
    const rows = await this.queries.list(ctx, { states, ticketId, limit: 100 });
    return rows.flatMap((row) => (row.actor.kind === 'ai' ? [this.body(row)] : []));
  }

  /** What was done or waits on a ticket, newest first. */
  async ofTicket(ctx: Ctx, ticketId: string, limit: number): Promise<ActionRunBody[]> {
    return (await this.queries.list(ctx, { ticketId, limit })).map((row) => this.body(row));
  }

  /** What would happen and what the policy says of it; nothing is changed. */
  async preview(
    ctx: Ctx,
    name: string,
    request: RunRequest,
  ): Promise<{ ok: true; preview: ActionPreviewBody } | CannotBody> {
    const action = this.action(name);
    const scene = await this.scene(ctx, request);
    const prepared = await action.prepare(scene, parsed(action, request.arguments));
    if (!prepared.ok) return prepared;
    const around = await this.facts.around(action, scene, prepared);
    const facts = await this.factsNow(ctx, action, { prepared, customerId: scene.customer?.id ?? null, around });
    const decision = decide(
      await this.policies.current(ctx),
      facts,
      policyActor(runActor(ctx.actor, request.assurance ?? 0)),
    );
    const { summary, amount, shown, connectionId } = prepared;
    const availability = { possible: true, reason: null, connectionId, arguments: {}, fallback: null };
    const { title, risk } = action;
    const preview = {
      dryRun: true as const,
      action: name,
      title,
      risk,
      summary: summary.ahead,
      decision,
      amount,
      facts: shown,
      availability,
    };
    return { ok: true, preview };
  }

  async get(ctx: Ctx, id: string): Promise<ActionRunBody> {
    return this.body(await this.row(ctx, id));
  }

  async row(ctx: Ctx, id: string): Promise<RunRow> {
    const row = await this.queries.byId(ctx, id);
    if (!row) throw noSuchRun();
    return row;
  }

  body(row: RunRow): ActionRunBody {
    return bodyOf(row, findAction(row.name));
  }

  action(name: string): Action {
    const action = findAction(name);
    if (!action) throw noSuchAction(name);
    return action;
  }

  /** Who it is about: the ticket's customer, unless another is named. */
  async scene(
    ctx: Ctx,
    request: Pick<RunRequest, 'ticketId' | 'customerId' | 'destination' | 'addresses'>,
  ): Promise<Scene> {
    const ticket = request.ticketId ? await this.tickets.byId(ctx, request.ticketId) : null;
    if (request.ticketId && !ticket) throw noSuchTicket();
    const customerId = request.customerId ?? ticket?.customer.id ?? null;
    const known = customerId ? await this.customers.get(ctx, customerId) : null;
    if (request.customerId && !known) throw noSuchCustomer();
    const customer = known && request.addresses ? knownBy(known, request.addresses) : known;
    const destination = request.destination ?? null;
    return { ctx, now: this.clock.now(), ticketId: ticket?.id ?? null, customer, destination, sources: this.sources };
  }

  private again(twin: RunRow, hash: string): RunResult {
    if (twin.requestHash !== hash) throw clientIdTaken();
    return { ok: true, run: this.body(twin) };
  }

  private async newRun(
    ctx: Ctx,
    action: Action,
    {
      args,
      prepared,
      actor,
      scene,
      around,
      confirm,
    }: {
      args: Record<string, unknown>;
      prepared: Prepared;
      actor: RunActor;
      scene: Scene;
      around: Partial<PolicyFacts>;
      confirm: boolean;
    },
  ): Promise<Omit<NewRun, 'clientId' | 'requestHash'>> {
    const facts = await this.factsNow(ctx, action, { prepared, customerId: scene.customer?.id ?? null, around });
    const said = decide(await this.policies.current(ctx), facts, policyActor(actor));
    const decision = confirm && prepared.steps.length > 0 ? asked(said) : said;
    const now = this.clock.now();
    const id = this.ids.next();
    const look = decision.verdict === 'allow' && prepared.steps.length === 0;
    const denied = decision.verdict === 'deny';
    const state = look ? 'done' : STATE[decision.verdict];
    const performing = state === 'performing';
    return {
      id,
      name: action.name,
      risk: action.risk,
      state,
      ...this.plan(id, prepared),
      ticketId: scene.ticketId,
      customerId: scene.customer?.id ?? null,
      actor,
      arguments: { ...args, ...prepared.fixed },
      facts,
      decision,
      result: look ? (prepared.answer?.result ?? null) : null,
      evidence: look ? (prepared.answer?.evidence ?? []) : [],
      error: denied ? { code: 'denied', message: decision.reason } : null,
      fallback: null,
      claimedAt: performing ? now : null,
      claimedBy: performing ? this.ids.next() : null,
      createdAt: now,
      startedAt: performing || look ? now : null,
      finishedAt: denied || look ? now : null,
    };
  }

  /** What is kept of a preparation: enough to do it, or look for it, after a crash. */
  plan(
    id: string,
    { connectionId, order, lockKey, amount, summary, steps }: Prepared,
  ): Pick<RunRow, 'connectionId' | 'orderId' | 'orderNumber' | 'lockKey' | 'amount' | 'summary' | 'steps'> {
    const rows = steps.map((step, index): StepRow => {
      // The run's own id is the first change's key; what follows has keys of its own.
      const key = index === 0 ? id : this.ids.next();
      return { ...step, key, state: 'waiting', leftAt: null, answeredAt: null, result: null, error: null };
    });
    return {
      connectionId,
      orderId: order?.id ?? null,
      orderNumber: order?.number ?? null,
      lockKey,
      amount,
      summary,
      steps: rows,
    };
  }

  /** Everything that the rules see. In a transaction it holds until that ends: two at once cannot both fill a limit. */
  async factsNow(
    ctx: Ctx,
    action: Action,
    about: { prepared: Prepared; customerId: string | null; around: Partial<PolicyFacts>; confirmed?: boolean },
  ): Promise<PolicyFacts> {
    const { prepared, customerId, around, confirmed = false } = about;
    const given = await this.facts.given(ctx, { action, order: prepared.order, customerId });
    return { ...around, ...given, ...factsOf(action, prepared, confirmed) };
  }

  private insert(ctx: Ctx, make: (tx: Ctx) => Promise<NewRun>): Promise<RunRow | null> {
    return ctx.transaction(async (tx) => {
      const row = await this.queries.insert(tx, await make(tx));
      if (!row) return null;
      const { verdict, reason, policyVersion } = row.decision;
      await this.events.append(tx, row, 'action.proposed', { risk: row.risk });
      await this.events.append(tx, row, 'action.decided', {
        verdict,
        reason,
        policyVersion,
        by: 'policy',
        state: row.state,
      });
      if (row.state === 'performing')
        await this.settlement.watch(tx, row.id, new Date(this.clock.now().getTime() + LEASE_MS));
      return row;
    });
  }
}

export const STATE = {
  allow: 'performing',
  needs_confirm: 'awaiting_confirmation',
  needs_approval: 'awaiting_approval',
  deny: 'denied',
} as const;

/** The customer's word is wanted also where no rule asks for it. */
function asked(decision: ActionDecisionBody): ActionDecisionBody {
  if (decision.verdict !== 'allow') return decision;
  return {
    ...decision,
    verdict: 'needs_confirm',
    rule: 'customer',
    reason: 'The customer is asked before it is done.',
  };
}

/** Somebody is who they proved to be, not who they say. */
function knownBy(customer: CustomerBody, proven: readonly ProvenAddress[]): CustomerBody {
  const addresses = proven.map(({ kind, value }) => {
    const known = customer.addresses.find((one) => one.kind === kind && one.value === value);
    return known ?? { id: '', kind, value, verifiedAt: null };
  });
  return { ...customer, addresses };
}

export function factsOf({ name, risk, assurance }: Action, prepared: Prepared, confirmed: boolean): PolicyFacts {
  return { ...prepared.facts, action: name, risk, assurance, ...(confirmed && { confirmed }) };
}

export function parsed(action: Action, given: Record<string, unknown>): Record<string, unknown> {
  const result = action.arguments.safeParse(given);
  if (result.success) return result.data as Record<string, unknown>;
  throw badArguments(
    result.error.issues.map(({ path, message }: z.core.$ZodIssue) => ({
      field: ['arguments', ...path].join('.'),
      message,
    })),
  );
}
