import type { ActionRunBody, Author } from '@satchel/contracts';
import { AppError, Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { findAction } from '../action/catalogue';
import { Changes } from '../change/changes.service';
import { ActionEvents } from './action-events';
import { atLeast } from './actor';
import { mayUndo } from './run-body';
import type { RunRow } from './run-row';
import { busyWith, roleMissing, wrongState } from './run.errors';
import { isBusy, RunQueries } from './run.queries';
import { ActionRuns } from './run.service';
import { Settlement } from './settlement.service';
import { LEASE_MS, refusalOf } from './step-outcome';

/** Takes a done action back, where its system can. A vendor tells nothing to find an undoing by: what is open a person decides. */
@Injectable()
export class Undoing {
  constructor(
    private readonly queries: RunQueries,
    private readonly runs: ActionRuns,
    private readonly changes: Changes,
    private readonly settlement: Settlement,
    private readonly events: ActionEvents,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async undo(ctx: Ctx, id: string): Promise<ActionRunBody> {
    const run = await this.runs.row(ctx, id);
    if (run.state !== 'done') throw wrongState(run.state, 'only what is done can be taken back');
    if (run.actor.id !== ctx.actor.id && !atLeast(ctx.actor, 'lead')) throw roleMissing('lead');
    const [step] = run.steps;
    const opened = step && mayUndo(run, findAction(run.name)) ? await this.changes.open(ctx, step) : null;
    const undo = opened?.change.undo?.bind(opened.change);
    if (!step || !opened || !undo) throw new AppError('not_undoable', 422, 'This cannot be taken back.');
    const claim = this.ids.next();
    const claimed = await this.claim(ctx, run, claim);
    let left = false;
    const beforeCommit = async (): Promise<void> => {
      left = await this.queries.markLeft(ctx, id, claim, 0, this.clock.now());
      if (!left) throw new Error('another try has taken this run over');
    };
    try {
      await undo(step.result as never, { key: this.ids.next(), beforeCommit });
    } catch (error) {
      const refusal = refusalOf(error, opened.source);
      if (refusal ?? !left)
        await this.stays(ctx, claimed, claim, error instanceof Error ? error.message : 'It was refused.');
      else await this.open(ctx, claimed, claim, opened.source);
      return this.runs.get(ctx, id);
    }
    await this.undone(ctx, claimed, claim, null);
    return this.runs.get(ctx, id);
  }

  /** The process died while it took something back. */
  async afterCrash(ctx: Ctx, run: RunRow, claim: string): Promise<void> {
    if (run.state === 'uncertain') return this.open(ctx, run, claim, 'The connected system');
    if (run.steps[0]?.leftAt) await this.open(ctx, run, claim, 'The connected system');
    else await this.stays(ctx, run, claim, 'It was not taken back: this house stopped before it asked.');
  }

  async resolved(ctx: Ctx, run: RunRow, happened: boolean, by: Author): Promise<void> {
    if (happened) await this.undone(ctx, run, null, by);
    else await this.stays(ctx, run, null, `${by.name} looked: it was not taken back.`);
  }

  private async claim(ctx: Ctx, run: RunRow, claim: string): Promise<RunRow> {
    const now = this.clock.now();
    // Its own request has not left yet.
    const steps = run.steps.map((step) => ({ ...step, leftAt: null }));
    try {
      return await ctx.transaction(async (tx) => {
        const changes = {
          state: 'performing' as const,
          phase: 'undo' as const,
          steps,
          claimedBy: claim,
          claimedAt: now,
          looks: 0,
        };
        const row = await this.queries.change(tx, run.id, { states: ['done'] }, changes);
        if (!row) throw wrongState((await this.runs.row(tx, run.id)).state, 'somebody was faster');
        await this.settlement.watch(tx, run.id, new Date(now.getTime() + LEASE_MS));
        return row;
      });
    } catch (error) {
      if (isBusy(error)) throw busyWith(await this.queries.busy(ctx, run.connectionId, run.lockKey));
      throw error;
    }
  }

  private async undone(ctx: Ctx, run: RunRow, claim: string | null, decidedBy: Author | null): Promise<void> {
    await ctx.transaction(async (tx) => {
      const changes = { state: 'undone' as const, error: null, ...released, ...(decidedBy && { decidedBy }) };
      const row = await this.queries.change(tx, run.id, held(claim), changes);
      if (row) await this.events.append(tx, row, 'action.undone', {});
    });
  }

  /** It stands as it was. */
  private async stays(ctx: Ctx, run: RunRow, claim: string | null, message: string): Promise<void> {
    const changes = {
      state: 'done' as const,
      phase: 'do' as const,
      error: { code: 'not_undone', message },
      ...released,
    };
    await this.queries.change(ctx, run.id, held(claim), changes);
  }

  private open(ctx: Ctx, run: RunRow, claim: string, source: string): Promise<void> {
    const message = `${source} did not answer when it was asked to take this back. Look there, and say whether it did.`;
    return this.settlement.stopped(ctx, { ...run, looks: Infinity, steps: [] }, claim, {
      state: 'uncertain',
      code: 'undo_open',
      message,
    });
  }
}

const released = { claimedBy: null, claimedAt: null, nextLookAt: null };
const held = (claim: string | null): { states: readonly ['performing', 'uncertain']; claim?: string } => ({
  states: ['performing', 'uncertain'],
  ...(claim !== null && { claim }),
});
