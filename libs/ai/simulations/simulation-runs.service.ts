import type {
  PolicyDraft,
  RunSimulationsRequest,
  SimulationBody,
  SimulationResult,
  SimulationRunBody,
} from '@satchel/contracts';
import { KnowledgeService } from '@satchel/knowledge';
import { AppError, Clock, type Ctx, Ids, JobHandler, type JobInfo, Jobs, Log } from '@satchel/kernel';
import { complete, type Policy, PolicyService } from '@satchel/policies';
import { Injectable, Optional } from '@nestjs/common';
import { Brains } from '../brains/brains.service';

import type { ActiveProcedure } from '../procedures/frames';
import { Procedures } from '../procedures/procedure.service';
import { validate } from '../procedures/validate';
import { AiSettings } from '../settings/ai-settings.service';
import { ShopHosts } from '../turns/shop-hosts.service';
import type { ArticleSearch } from '../tools/article-search';
import { reportOf } from './report';
import { simulationJob } from './simulation.job';
import { type RunRow, SimulationRunQueries } from './simulation.queries';
import type { Trial } from './simulated-talk';
import { Simulations } from './simulations.service';

export interface Draft {
  procedures?: Record<string, unknown>[];
  policy?: PolicyDraft;
}

const DEFAULT_K = 1;
/** How often a play makes room for others in this process, and its progress is written down. */
const PROGRESS_EVERY = 5;

/** Plays simulations against what holds or what somebody is about to publish. */
@Injectable()
export class SimulationRuns {
  constructor(
    private readonly simulations: Simulations,
    private readonly queries: SimulationRunQueries,
    private readonly procedures: Procedures,
    private readonly policies: PolicyService,
    private readonly settings: AiSettings,
    private readonly brains: Brains,
    private readonly hosts: ShopHosts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
    @Optional() private readonly knowledge: KnowledgeService | null,
  ) {}

  async start(
    ctx: Ctx,
    { ids, k = DEFAULT_K, brain = 'built-in', draft }: RunSimulationsRequest,
  ): Promise<SimulationRunBody> {
    const chosen = await this.simulations.chosen(ctx, ids);
    // What does not hold as a procedure is told now, not by a run that failed.
    proceduresIn(draft);
    const id = this.ids.next();
    const request = { ids: chosen.map((one) => one.id), k, brain, draft: draft ?? null };
    const drafted = Boolean(draft?.procedures?.length ?? draft?.policy);
    await ctx.transaction(async (tx) => {
      await this.queries.add(tx, { id, request, k, total: chosen.length * k, drafted }, this.clock.now());
      await this.jobs.enqueue(tx, simulationJob, { runId: id }, { key: `ai.simulations:${id}` });
    });
    return this.get(ctx, id);
  }

  async get(ctx: Ctx, id: string): Promise<SimulationRunBody> {
    const row = await this.queries.byId(ctx, id);
    if (!row) throw new AppError('not_found', 404, 'This run does not exist in your workspace.');
    const { state, done, total, k, drafted, green, error, report, createdAt, finishedAt } = row;
    const at = { createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
    return { id, state, done, total, k, drafted, green, error, report, ...at };
  }

  @JobHandler(simulationJob)
  async carryOut(ctx: Ctx, { runId }: { runId: string }, info: JobInfo): Promise<void> {
    const row = await this.queries.byId(ctx, runId);
    if (!row || row.finishedAt) return;
    try {
      await this.playAll(ctx, row, info.signal);
    } catch (error) {
      if (info.attempt < info.maxAttempts) throw error;
      this.log.error({ err: error, runId }, 'simulations could not be played');
      const end = { green: null, error: 'They could not be played to the end.', report: null, summary: null };
      await this.queries.finish(ctx, runId, end, this.clock.now());
    }
  }

  /** Plays them once, right now; for who waits for the answer. */
  async redWith(ctx: Ctx, draft: Draft): Promise<SimulationResult[]> {
    const chosen = await this.simulations.chosen(ctx);
    const red = await this.once(chosen, await this.trial(ctx, 'built-in', draft));
    if (red.length === 0) return [];
    // What was red before is no reason against what is published now.
    const again = chosen.filter(({ id }) => red.some((one) => one.id === id));
    const before = await this.once(again, await this.trial(ctx, 'built-in', {}));
    return red.filter(({ id }) => !before.some((one) => one.id === id));
  }

  private async once(chosen: readonly SimulationBody[], trial: Trial): Promise<SimulationResult[]> {
    const { play } = await import('./play');
    const results: SimulationResult[] = [];
    for (const simulation of chosen) {
      const played = await play(simulation, trial, 0);
      if (!played.passed) results.push({ id: simulation.id, name: simulation.name, plays: [played] });
      await breathe();
    }
    return results;
  }

  private async playAll(ctx: Ctx, { id, request, k, drafted }: RunRow, signal: AbortSignal): Promise<void> {
    const { play } = await import('./play');
    const chosen = await this.simulations.chosen(ctx, request.ids);
    const trial = await this.trial(ctx, request.brain, request.draft ?? {});
    const results: SimulationResult[] = [];
    let done = 0;
    for (const simulation of chosen) {
      const plays: SimulationResult['plays'] = [];
      for (let seed = 0; seed < k; seed += 1) {
        signal.throwIfAborted();
        plays.push(await play(simulation, trial, seed));
        done += 1;
        if (done % PROGRESS_EVERY === 1) await this.queries.progress(ctx, id, done);
        await breathe();
      }
      results.push({ id: simulation.id, name: simulation.name, plays });
    }
    const report = reportOf(results, k, trial.brains[0]?.name ?? 'none');
    const passed = ({ plays }: SimulationResult): number => plays.filter((one) => one.passed).length;
    const summary = results.map((one) => ({ id: one.id, passed: passed(one), runs: k }));
    const green = report.pass1.hits === report.pass1.n;
    await this.queries.finish(ctx, id, { green, error: null, report, summary }, this.clock.now());
    this.log.info({ runId: id, green, drafted, plays: report.pass1.n }, 'simulations were played');
  }

  private async trial(ctx: Ctx, brain: 'built-in' | 'configured', draft: Draft): Promise<Trial> {
    const [active, policy, { shop }, brains, hosts] = await Promise.all([
      this.procedures.active(ctx),
      this.policies.current(ctx),
      this.settings.get(ctx),
      this.brains.all(),
      this.hosts.of(ctx),
    ]);
    return {
      workspaceId: ctx.workspaceId,
      shop,
      procedures: withDrafts(active, proceduresIn(draft)),
      policy: withDraft(policy, draft.policy),
      brains: brain === 'built-in' ? brains.slice(-1) : brains,
      hosts,
      articles: this.articles(ctx),
    };
  }

  /** The shop's articles as they are; what a simulation asks is no gap of theirs. */
  private articles(ctx: Ctx): ArticleSearch | null {
    const { knowledge } = this;
    if (!knowledge) return null;
    return {
      search: async (_offline, { text, language, limit }) =>
        knowledge.search(ctx, { query: text, ...(language && { language }), audience: 'public', limit }),
    };
  }
}

/** Others in this process have their turn between two plays. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function proceduresIn(draft: Draft | undefined): ActiveProcedure[] {
  return (draft?.procedures ?? []).map((input) => {
    const result = validate(input);
    if (result.ok) return { document: result.document, version: 0 };
    const words = result.problems.map(({ message }) => message).join(' ');
    throw new AppError('procedure_not_valid', 422, words.slice(0, 2000), { errors: result.problems });
  });
}

function withDrafts(
  active: readonly ActiveProcedure[],
  drafts: readonly ActiveProcedure[],
): readonly ActiveProcedure[] {
  const names = new Set(drafts.map(({ document }) => document.name));
  return [...drafts, ...active.filter(({ document }) => !names.has(document.name))];
}

const withDraft = (policy: Policy, draft: PolicyDraft | undefined): Policy =>
  draft ? { version: policy.version, document: complete(draft, policy.document) } : policy;
