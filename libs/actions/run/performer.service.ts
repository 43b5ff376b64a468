import { CommerceService } from '@satchel/commerce';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Changes, type OpenedChange } from '../change/changes.service';
import { Pause } from './pause';
import type { RunRow, StepRow } from './run-row';
import { RunQueries } from './run.queries';
import {
  FIND_LIMIT_MS,
  judge,
  LOOK_AFTER_MS,
  type Looked,
  PERFORM_LIMIT_MS,
  refusalOf,
  type StepOutcome,
} from './step-outcome';
import { Settlement } from './settlement.service';

/** Carries out a claimed run: each step once, and read back before it counts as done. Never called in a transaction. */
@Injectable()
export class Performer {
  constructor(
    private readonly queries: RunQueries,
    private readonly changes: Changes,
    private readonly commerce: CommerceService,
    private readonly settlement: Settlement,
    private readonly pause: Pause,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** From wherever it stands: a step that is done stays done, one that left is looked for, one that did not is done. */
  async carryOut(ctx: Ctx, run: RunRow, claim: string): Promise<void> {
    if (ctx.inTransaction) throw new Error('an action must not wait for a vendor inside a transaction');
    let current = run;
    for (let index = 0; index < run.steps.length; index++) {
      if (current.steps[index]?.state === 'done') continue;
      const outcome = await this.step(ctx, current, index, claim);
      if (outcome === 'lost') return;
      // Half of it stands: the rest is tried again rather than given up.
      const waits = index > 0 && outcome.state === 'failed' && outcome.clean;
      const stop = waits ? { ...outcome, state: 'uncertain' as const } : outcome;
      const kept = await this.keep(ctx, current.id, claim, index, stop);
      if (!kept) return;
      current = kept;
      if (stop.state !== 'done') return this.settlement.stopped(ctx, current, claim, stop);
    }
    await this.settlement.done(ctx, current, claim, await this.evidence(ctx, current));
    // What was read there before is not what stands there now.
    for (const { connectionId } of current.steps) if (connectionId) this.commerce.changed(connectionId);
  }

  private async step(ctx: Ctx, run: RunRow, index: number, claim: string): Promise<StepOutcome | 'lost'> {
    const step = run.steps[index];
    if (!step) throw new Error('a run has no such step');
    let opened: OpenedChange | null;
    try {
      opened = await this.changes.open(ctx, step);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The connection cannot be used.';
      return { state: step.leftAt ? 'uncertain' : 'failed', code: 'no_connection', message };
    }
    if (!opened) return { state: 'refused', code: 'not_possible', message: 'The connected system cannot do this.' };
    if (step.leftAt !== null) return this.look(opened, step, { answered: step.answeredAt !== null, given: null });
    if (run.attempts > 1 || run.looks > 0) {
      const before = await this.found(opened, step.key, 1);
      if (before.failure || before.found !== 'not_done') {
        return judge(before, {
          source: opened.source,
          answered: false,
          leftMsAgo: 0,
          answerCounts: false,
          given: null,
        });
      }
    }
    return this.perform(ctx, run, index, claim, opened);
  }

  private async perform(
    ctx: Ctx,
    run: RunRow,
    index: number,
    claim: string,
    opened: OpenedChange,
  ): Promise<StepOutcome | 'lost'> {
    const step = run.steps[index] as StepRow;
    const sent = { left: null as Date | null, lost: false, late: false };
    const beforeCommit = async (): Promise<void> => {
      if (sent.late) throw new Error('too late: whoever asked waits no more');
      const now = this.clock.now();
      sent.lost = !(await this.queries.markLeft(ctx, run.id, claim, index, now));
      if (sent.lost || sent.late) throw new Error('another try has taken this run over');
      sent.left = now;
    };
    let given: unknown;
    try {
      given = await within(
        PERFORM_LIMIT_MS,
        opened.change.perform(opened.args, { key: step.key, beforeCommit }),
        () => (sent.late = true),
      );
    } catch (error) {
      if (sent.lost) return 'lost';
      const refusal = refusalOf(error, opened.source);
      if (refusal) return refusal;
      this.log.warn({ runId: run.id, err: error }, 'an action may have happened or not');
      if (!sent.left)
        return { state: 'failed', code: 'not_sent', message: `${opened.source} could not be asked; nothing was sent.` };
      return this.look(opened, { ...step, leftAt: sent.left.toISOString() }, { answered: false, given: null });
    }
    const left = (sent.left ?? this.clock.now()).toISOString();
    return this.look(opened, { ...step, leftAt: left }, { answered: true, given });
  }

  /** Reads the vendor until the change shows, a few times in two seconds. */
  private async look(
    opened: OpenedChange,
    step: StepRow,
    { answered, given }: { answered: boolean; given: unknown },
  ): Promise<StepOutcome> {
    const looked = await this.found(opened, step.key, LOOK_AFTER_MS.length);
    const leftMsAgo = this.clock.now().getTime() - Date.parse(step.leftAt ?? '');
    const { source, answerCounts } = opened;
    return judge(looked, { source, answered, leftMsAgo, answerCounts, given });
  }

  private async found({ change, args }: OpenedChange, key: string, times: number): Promise<Looked> {
    let looked: Looked = { found: 'not_done', failure: null };
    for (const ms of LOOK_AFTER_MS.slice(0, times)) {
      if (ms > 0) await this.pause.for(ms);
      try {
        looked = { found: await within(FIND_LIMIT_MS, change.find(args, key)), failure: null };
      } catch (failure) {
        looked = { found: null, failure: failure ?? new Error('no reason') };
      }
      if (!looked.failure && looked.found !== 'not_done') break;
    }
    return looked;
  }

  private async keep(ctx: Ctx, id: string, claim: string, index: number, outcome: StepOutcome): Promise<RunRow | null> {
    const now = await this.queries.byId(ctx, id);
    const step = now?.steps[index];
    if (!now || !step || now.claimedBy !== claim) return null;
    const done = outcome.state === 'done';
    const answered = done || outcome.answered;
    const next: StepRow = {
      ...step,
      state: outcome.state,
      answeredAt: step.answeredAt ?? (answered ? this.clock.now().toISOString() : null),
      // It told that nothing happened: as if it had never left.
      leftAt: !done && outcome.clean ? null : step.leftAt,
      result: done ? (outcome.result ?? null) : null,
      error: done ? null : outcome.message,
    };
    return this.queries.saveSteps(ctx, id, claim, now.steps.with(index, next));
  }

  private async evidence(ctx: Ctx, run: RunRow): Promise<RunRow['evidence']> {
    const at = this.clock.now().toISOString();
    return Promise.all(
      run.steps.map(async (step) => {
        const opened = await this.changes.open(ctx, step).catch(() => null);
        const facts = step.result && opened ? opened.tell(step.result) : [];
        return { source: opened?.source ?? step.name, at, facts };
      }),
    );
  }
}

async function within<T>(ms: number, work: Promise<T>, onLate: () => void = () => undefined): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(new Error(`no answer in ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
