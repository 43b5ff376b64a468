import type { ActionRunBody, ActionRunState, Assurance, Author, Role } from '@satchel/contracts';
import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { decide, PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import type { CannotBody } from '../action/preparation';
import { FactsReader } from '../source/facts.service';
import { ActionEvents } from './action-events';
import { atLeast, policyActor, runActor } from './actor';
import { Performer } from './performer.service';
import type { ProvenAddress, RunActor, RunRow } from './run-row';
import { busyWith, roleMissing, wrongState } from './run.errors';
import { isBusy, RunQueries } from './run.queries';
import { shownHash } from './shown-hash';
import { ActionRuns, parsed, STATE, type RunResult } from './run.service';
import { Settlement } from './settlement.service';
import { LEASE_MS } from './step-outcome';

const author = ({ kind, id, name }: Ctx['actor']): Author => ({ kind, id, name });

/** A customer's yes, as the house took it: never out of a request. */
export interface CustomersWord {
  /** Of what they were shown. */
  hash: string;
  /** How sure it is who wrote this very yes. */
  assurance: Assurance;
  /** The addresses that they proved. */
  addresses: ProvenAddress[];
  destination: string | null;
}

/** What people, and customers through the AI, say of a run that waits. Everything is read and judged anew first. */
@Injectable()
export class ActionDecisions {
  constructor(
    private readonly queries: RunQueries,
    private readonly runs: ActionRuns,
    private readonly policies: PolicyService,
    private readonly facts: FactsReader,
    private readonly performer: Performer,
    private readonly settlement: Settlement,
    private readonly events: ActionEvents,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The second yes. The policy may still want an approval. With a customer's word it is theirs to what they were shown. */
  async confirm(ctx: Ctx, id: string, word?: CustomersWord): Promise<RunResult> {
    const run = await this.runs.row(ctx, id);
    if (run.state !== 'awaiting_confirmation') throw wrongState(run.state, 'nothing of it waits for a confirmation');
    if (!word) return this.goOn(ctx, run, run.actor);
    return this.goOn(ctx, run, { ...run.actor, assurance: word.assurance, addresses: word.addresses }, word);
  }

  /** Somebody who could do it themselves lets it be done. */
  async approve(ctx: Ctx, id: string): Promise<RunResult> {
    const run = await this.runs.row(ctx, id);
    if (run.state !== 'awaiting_approval') throw wrongState(run.state, 'nothing of it waits for an approval');
    const needed = run.decision.approver ?? 'lead';
    if (!atLeast(ctx.actor, needed)) throw roleMissing(needed);
    return this.goOn(ctx, run, runActor(ctx.actor, 3));
  }

  async decline(ctx: Ctx, id: string, reason: string | null): Promise<ActionRunBody> {
    const run = await this.runs.row(ctx, id);
    const waits: ActionRunState[] = ['awaiting_confirmation', 'awaiting_approval'];
    if (!waits.includes(run.state)) throw wrongState(run.state, 'there is nothing to decline');
    const own = run.actor.id !== null && run.actor.id === ctx.actor.id;
    const needed: Role = run.decision.approver ?? 'agent';
    if (run.state === 'awaiting_approval' && !own && !atLeast(ctx.actor, needed)) throw roleMissing(needed);
    const message = reason?.trim() || `${ctx.actor.name} declined it.`;
    return ctx.transaction(async (tx) => {
      const changes = {
        state: 'denied' as const,
        decidedBy: author(ctx.actor),
        error: { code: 'declined', message },
        finishedAt: this.clock.now(),
      };
      const denied = await this.queries.change(tx, id, { states: waits }, changes);
      if (!denied) throw wrongState((await this.runs.row(tx, id)).state, 'somebody was faster');
      await this.decided(tx, denied, 'deny', message);
      return this.runs.body(denied);
    });
  }

  /** Reads everything anew, judges it by who stands for it now, and does it when nothing is against it. */
  private async goOn(ctx: Ctx, run: RunRow, stands: RunActor, word?: CustomersWord): Promise<RunResult> {
    const action = this.runs.action(run.name);
    const { addresses } = word ?? run.actor;
    const scene = await this.runs.scene(ctx, { ...run, destination: word?.destination, addresses });
    const prepared = await action.prepare(scene, parsed(action, run.arguments));
    if (!prepared.ok) return this.notAnyMore(ctx, run, prepared);
    if (word && shownHash(run.name, run.arguments, prepared) !== word.hash) return this.changed(ctx, run);
    const around = await this.facts.around(action, scene, prepared);
    const now = this.clock.now();
    let changed: RunRow | null;
    try {
      changed = await ctx.transaction(async (tx) => {
        const about = { prepared, customerId: scene.customer?.id ?? null, around, confirmed: true };
        const facts = await this.runs.factsNow(tx, action, about);
        const decision = decide(await this.policies.current(tx), facts, policyActor(stands));
        const next = STATE[decision.verdict];
        if (next === 'awaiting_approval' && run.state === 'awaiting_approval')
          throw roleMissing(decision.approver ?? 'admin');
        const claim = next === 'performing' ? this.ids.next() : null;
        const changes: Partial<RunRow> = {
          ...this.runs.plan(run.id, prepared),
          state: next,
          facts,
          decision,
          decidedBy: author(ctx.actor),
          claimedBy: claim,
          claimedAt: claim ? now : null,
          startedAt: claim ? now : null,
          ...(next === 'denied' && { error: { code: 'denied', message: decision.reason }, finishedAt: now }),
        };
        const row = await this.queries.change(tx, run.id, { states: [run.state] }, changes);
        if (!row) return null;
        await this.decided(tx, row, decision.verdict, decision.reason);
        if (claim) await this.settlement.watch(tx, row.id, new Date(now.getTime() + LEASE_MS));
        return row;
      });
    } catch (error) {
      if (isBusy(error)) throw busyWith(await this.queries.busy(ctx, prepared.connectionId, prepared.lockKey));
      throw error;
    }
    if (!changed) throw wrongState((await this.runs.row(ctx, run.id)).state, 'somebody was faster');
    if (changed.state === 'performing' && changed.claimedBy)
      await this.performer.carryOut(ctx, changed, changed.claimedBy);
    return { ok: true, run: await this.runs.get(ctx, run.id) };
  }

  /** What would happen now is not what they said yes to. */
  private async changed(ctx: Ctx, run: RunRow): Promise<RunResult> {
    await this.close(ctx, run, {
      code: 'changed',
      message: 'It changed after the customer was asked, so it was not done.',
    });
    return { ok: true, run: await this.runs.get(ctx, run.id) };
  }

  private close(ctx: Ctx, run: RunRow, error: { code: string; message: string }): Promise<void> {
    return ctx.transaction(async (tx) => {
      const changes = {
        state: 'denied' as const,
        decidedBy: author(ctx.actor),
        error,
        finishedAt: this.clock.now(),
      };
      const row = await this.queries.change(tx, run.id, { states: [run.state] }, changes);
      if (row) await this.decided(tx, row, 'deny', error.message);
    });
  }

  /** What was possible when it was asked for is not now. */
  private async notAnyMore(ctx: Ctx, run: RunRow, why: CannotBody): Promise<RunResult> {
    if (why.code === 'unavailable') return why;
    await ctx.transaction(async (tx) => {
      const changes: Partial<RunRow> = {
        state: 'refused',
        error: { code: why.code, message: why.message },
        fallback: why.fallback ?? null,
        decidedBy: author(ctx.actor),
        finishedAt: this.clock.now(),
      };
      const row = await this.queries.change(tx, run.id, { states: [run.state] }, changes);
      if (row)
        await this.events.append(tx, row, 'action.failed', { state: 'refused', code: why.code, reason: why.message });
    });
    return { ok: true, run: await this.runs.get(ctx, run.id) };
  }

  private decided(tx: Ctx, row: RunRow, verdict: RunRow['decision']['verdict'], reason: string): Promise<void> {
    const { policyVersion } = row.decision;
    return this.events.append(tx, row, 'action.decided', {
      verdict,
      reason,
      policyVersion,
      by: 'person',
      state: row.state,
    });
  }
}
