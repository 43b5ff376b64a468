import type { ActionRunBody, Author } from '@satchel/contracts';
import { Clock, type Ctx, Ids, JobHandler } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { atLeast } from './actor';
import { Performer } from './performer.service';
import type { RunRow, StepRow } from './run-row';
import { roleMissing, wrongState } from './run.errors';
import { RunQueries } from './run.queries';
import { ActionRuns } from './run.service';
import { Settlement } from './settlement.service';
import { LEASE_MS } from './step-outcome';
import { Undoing } from './undoing.service';
import { watchRunJob } from './watch.job';

/** Goes on with runs whose process died, looks again at open ones, and takes a person's word for what happened. */
@Injectable()
export class Recovery {
  constructor(
    private readonly queries: RunQueries,
    private readonly runs: ActionRuns,
    private readonly performer: Performer,
    private readonly settlement: Settlement,
    private readonly undoing: Undoing,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @JobHandler(watchRunJob)
  async watch(ctx: Ctx, { runId }: { runId: string }): Promise<void> {
    const run = await this.queries.byId(ctx, runId);
    if (!run) return;
    const claimed = run.state === 'performing' ? await this.takeOver(ctx, run) : await this.takeUp(ctx, run);
    if (!claimed) return;
    const { row, claim } = claimed;
    const acting = ctx.as({ kind: run.actor.kind, id: run.actor.id, name: run.actor.name, role: run.actor.role });
    if (row.phase === 'undo') await this.undoing.afterCrash(acting, row, claim);
    else await this.performer.carryOut(acting, row, claim);
  }

  /** A claim older than its lease: whoever held it has died. */
  private async takeOver(ctx: Ctx, run: RunRow): Promise<{ row: RunRow; claim: string } | null> {
    const now = this.clock.now();
    const ends = new Date((run.claimedAt ?? run.createdAt).getTime() + LEASE_MS);
    if (ends > now) {
      await this.settlement.watch(ctx, run.id, ends);
      return null;
    }
    const claim = this.ids.next();
    return ctx.transaction(async (tx) => {
      const changes = { claimedBy: claim, claimedAt: now, attempts: run.attempts + 1 };
      const row = await this.queries.change(tx, run.id, { states: ['performing'], claim: run.claimedBy }, changes);
      if (!row) return null;
      // This try may die as well.
      await this.settlement.watch(tx, run.id, new Date(now.getTime() + LEASE_MS));
      return { row, claim };
    });
  }

  /** One whose outcome is open. */
  private async takeUp(ctx: Ctx, run: RunRow): Promise<{ row: RunRow; claim: string } | null> {
    const now = this.clock.now();
    if (!run.nextLookAt || run.state !== 'uncertain') return null;
    if (run.nextLookAt > now) {
      await this.settlement.watch(ctx, run.id, run.nextLookAt);
      return null;
    }
    const claim = this.ids.next();
    return ctx.transaction(async (tx) => {
      const changes = { claimedBy: claim, claimedAt: now, looks: run.looks + 1 };
      const row = await this.queries.change(tx, run.id, { states: [run.state] }, changes);
      if (!row) return null;
      await this.settlement.watch(tx, run.id, new Date(now.getTime() + LEASE_MS));
      return { row, claim };
    });
  }

  /** A person looked at the vendor: it happened, or it did not. */
  async resolve(ctx: Ctx, id: string, happened: boolean, note: string | null): Promise<ActionRunBody> {
    const run = await this.runs.row(ctx, id);
    if (run.state !== 'uncertain') throw wrongState(run.state, 'there is nothing to resolve');
    const needed = run.risk === 'money' ? 'lead' : 'agent';
    if (!atLeast(ctx.actor, needed)) throw roleMissing(needed);
    const by: Author = { kind: ctx.actor.kind, id: ctx.actor.id, name: ctx.actor.name };
    const said = note?.trim() || (happened ? 'It happened.' : 'It did not happen.');
    if (run.phase === 'undo') {
      await this.undoing.resolved(ctx, run, happened, by);
      return this.runs.get(ctx, id);
    }
    const index = run.steps.findIndex((step) => step.state === 'uncertain');
    const step = run.steps[index];
    if (!step) throw wrongState(run.state, 'none of its steps is open');
    const claim = this.ids.next();
    const next: StepRow = { ...step, state: happened ? 'done' : 'failed', error: happened ? null : said };
    const changes = {
      steps: run.steps.with(index, next),
      decidedBy: by,
      claimedBy: claim,
      claimedAt: this.clock.now(),
    };
    const row = await this.queries.change(ctx, id, { states: ['uncertain'], claim: run.claimedBy }, changes);
    if (!row) throw wrongState((await this.runs.row(ctx, id)).state, 'somebody was faster');
    if (!happened) {
      await this.settlement.stopped(ctx, row, claim, { state: 'failed', code: 'not_done', message: said });
    } else if (index < run.steps.length - 1) {
      await this.performer.carryOut(ctx, row, claim);
    } else {
      const at = this.clock.now().toISOString();
      await this.settlement.done(ctx, row, claim, [
        { source: by.name, at, facts: [{ label: 'Looked there', value: said }] },
      ]);
    }
    return this.runs.get(ctx, id);
  }
}
