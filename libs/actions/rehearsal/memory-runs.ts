import type { ActionRunState } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { NewRun, RunRow, StepRow } from '../run/run-row';
import type { RunFilter, RunQueries } from '../run/run.queries';

const OPEN: readonly ActionRunState[] = ['performing', 'uncertain'];

/** Runs that are kept in memory alone: what a rehearsal does leaves nothing behind. */
export class MemoryRuns implements Pick<RunQueries, keyof RunQueries> {
  private readonly kept = new Map<string, RunRow>();

  /** Oldest first. */
  all(): RunRow[] {
    return [...this.kept.values()];
  }

  async insert(_ctx: Ctx, run: NewRun): Promise<RunRow | null> {
    const row: RunRow = { ...run, phase: 'do', looks: 0, attempts: 1, decidedBy: null, nextLookAt: null };
    this.kept.set(run.id, row);
    return structuredClone(row);
  }

  async change(
    _ctx: Ctx,
    id: string,
    from: { states: readonly ActionRunState[]; claim?: string | null },
    changes: Partial<RunRow>,
  ): Promise<RunRow | null> {
    const row = this.kept.get(id);
    if (!row || !from.states.includes(row.state)) return null;
    if (from.claim !== undefined && row.claimedBy !== from.claim) return null;
    const changed = { ...row, ...structuredClone(changes) };
    this.kept.set(id, changed);
    return structuredClone(changed);
  }

  async markLeft(_ctx: Ctx, id: string, claim: string, index: number, at: Date): Promise<boolean> {
    const row = this.kept.get(id);
    const step = row?.steps[index];
    if (!row || !step || row.claimedBy !== claim || !OPEN.includes(row.state)) return false;
    this.kept.set(id, {
      ...row,
      claimedAt: at,
      steps: row.steps.with(index, { ...step, leftAt: at.toISOString() }),
    });
    return true;
  }

  saveSteps(ctx: Ctx, id: string, claim: string, steps: StepRow[]): Promise<RunRow | null> {
    return this.change(ctx, id, { states: OPEN, claim }, { steps });
  }

  async byId(_ctx: Ctx, id: string): Promise<RunRow | null> {
    return structuredClone(this.kept.get(id) ?? null);
  }

  async byClientId(_ctx: Ctx, clientId: string): Promise<RunRow | null> {
    return structuredClone(this.all().find((row) => row.clientId === clientId) ?? null);
  }

  async busy(_ctx: Ctx, connectionId: string | null, lockKey: string | null): Promise<RunRow | null> {
    const inTheWay = this.all().find(
      (row) => row.connectionId === connectionId && row.lockKey === lockKey && OPEN.includes(row.state),
    );
    return structuredClone(inTheWay ?? null);
  }

  async list(_ctx: Ctx, { states, ticketId, customerId, limit }: RunFilter): Promise<RunRow[]> {
    const fits = (row: RunRow): boolean =>
      (!states || states.includes(row.state)) &&
      (!ticketId || row.ticketId === ticketId) &&
      (!customerId || row.customerId === customerId);
    return structuredClone(this.all().filter(fits).reverse().slice(0, limit));
  }

  async history(
    _ctx: Ctx,
    customerId: string,
    name: string,
    since: Date,
  ): Promise<{ orderId: string | null; points: number }[]> {
    return this.standing()
      .filter((row) => row.customerId === customerId && row.name === name && row.createdAt >= since)
      .map(({ orderId, facts }) => ({ orderId, points: facts.points ?? 0 }));
  }

  /** Done or under way: whatever failed or was taken back gave nothing. */
  standing(): RunRow[] {
    return this.all().filter(({ state }) => state === 'done' || OPEN.includes(state));
  }
}
