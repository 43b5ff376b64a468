import type { ActionEvidenceBody, ActionRunState } from '@satchel/contracts';
import { ReplyService } from '@satchel/desk';
import { Clock, type Ctx, Jobs } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { ActionEvents } from './action-events';
import type { RunRow } from './run-row';
import { RunQueries } from './run.queries';
import { LOOK_AGAIN_MS, type StepOutcome } from './step-outcome';
import { watchRunJob } from './watch.job';

const OPEN: readonly ActionRunState[] = ['performing', 'uncertain'];

/** Writes down how a run went, in one transaction with the event, the ticket's note and the job that looks again. */
@Injectable()
export class Settlement {
  constructor(
    private readonly queries: RunQueries,
    private readonly events: ActionEvents,
    private readonly replies: ReplyService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async done(ctx: Ctx, run: RunRow, claim: string | null, evidence: ActionEvidenceBody[]): Promise<void> {
    await ctx.transaction(async (tx) => {
      const changes = { state: 'done' as const, result: resultOf(run), evidence, error: null, ...this.closed() };
      const settled = await this.queries.change(tx, run.id, from(claim), changes);
      if (!settled) return;
      await this.events.append(by(tx, settled), settled, 'action.done', { risk: settled.risk, amount: settled.amount });
    });
  }

  /** A step did not come to its end: the run stops there. */
  async stopped(
    ctx: Ctx,
    run: RunRow,
    claim: string | null,
    outcome: Exclude<StepOutcome, { state: 'done' }>,
  ): Promise<void> {
    const message = `${outcome.message}${standing(run)}`;
    if (outcome.state === 'uncertain') return this.open(ctx, run, claim, { code: outcome.code, message });
    const { state, code } = outcome;
    await ctx.transaction(async (tx) => {
      const changes = { state, error: { code, message }, ...this.closed() };
      const settled = await this.queries.change(tx, run.id, from(claim), changes);
      if (!settled) return;
      await this.events.append(by(tx, settled), settled, 'action.failed', { state, code, reason: message });
    });
  }

  private async open(
    ctx: Ctx,
    run: RunRow,
    claim: string | null,
    error: { code: string; message: string },
  ): Promise<void> {
    await ctx.transaction(async (tx) => {
      const wait = LOOK_AGAIN_MS[run.looks];
      const nextLookAt = wait === undefined ? null : this.in(wait);
      const changes = { state: 'uncertain' as const, error, nextLookAt, claimedBy: null, claimedAt: null };
      const settled = await this.queries.change(tx, run.id, from(claim), changes);
      if (!settled) return;
      if (nextLookAt) await this.watch(tx, run.id, nextLookAt);
      if (run.state === 'uncertain') return;
      await this.events.append(by(tx, settled), settled, 'action.uncertain', { reason: error.message });
      await this.note(tx, settled, error.message);
    });
  }

  watch(tx: Ctx, runId: string, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, watchRunJob, { runId }, { key: runId, runAt });
  }

  private async note(tx: Ctx, run: RunRow, why: string): Promise<void> {
    if (!run.ticketId || run.risk === 'read') return;
    const text = `Not certain: ${run.summary.ahead}\n\n${why}`;
    const author = { kind: 'system' as const, id: null, name: 'Satchel' };
    await this.replies.note(tx, { ticketId: run.ticketId, text, author, clientId: `action:${run.id}:${run.phase}` });
  }

  private closed(): Pick<RunRow, 'finishedAt' | 'claimedBy' | 'claimedAt' | 'nextLookAt'> {
    return { finishedAt: this.clock.now(), claimedBy: null, claimedAt: null, nextLookAt: null };
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

const from = (claim: string | null): { states: readonly ActionRunState[]; claim?: string } => ({
  states: OPEN,
  ...(claim !== null && { claim }),
});

/** A job ends what somebody began: the log names them. */
const by = (tx: Ctx, { actor }: RunRow): Ctx =>
  tx.as({ kind: actor.kind, id: actor.id, name: actor.name, role: actor.role });

/** What was done already when a later step did not come to its end. */
function standing({ steps }: RunRow): string {
  const done = steps.filter((step) => step.state === 'done').map((step) => step.name);
  return done.length > 0 ? ` Done before it, and standing: ${done.join(', ')}.` : '';
}

function resultOf({ steps, result }: RunRow): Record<string, unknown> | null {
  if (steps.length === 0) return result;
  if (steps.length === 1) return (steps[0]?.result ?? null) as Record<string, unknown> | null;
  return Object.fromEntries(steps.map((step) => [step.name, step.result]));
}
