import type { SimulationBody, SimulationDraft } from '@satchel/contracts';
import { AppError, Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { type SimulationRow, SimulationQueries } from './simulation.queries';
import { TEMPLATES } from './templates';

/** All of them are played before something is published, while somebody waits. */
const MOST_OWN = 100;

/** The conversations that a workspace tries its AI with: those that come along, and its own. */
@Injectable()
export class Simulations {
  constructor(
    private readonly queries: SimulationQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The shop's own first, newest first. */
  async list(ctx: Ctx): Promise<SimulationBody[]> {
    const rows = await this.queries.list(ctx);
    const recent = await this.queries.recent(ctx);
    const lastOf = (id: string): SimulationBody['last'] => {
      for (const { id: runId, at, summary } of recent) {
        const found = summary.find((one) => one.id === id);
        if (found) return { runId, passed: found.passed, runs: found.runs, at: at.toISOString() };
      }
      return null;
    };
    const own = rows.filter(({ template }) => template === null).map((row) => bodyOf(row, lastOf(row.id)));
    const shipped = TEMPLATES.map(({ id, draft }): SimulationBody => {
      const row = rows.find(({ template }) => template === id);
      if (row) return { ...bodyOf(row, lastOf(id)), id, origin: 'edited' };
      return { ...draft, id, kind: 'scripted', origin: 'house', off: false, ticketId: null, last: lastOf(id) };
    });
    return [...own, ...shipped];
  }

  async get(ctx: Ctx, id: string): Promise<SimulationBody> {
    const found = (await this.list(ctx)).find((one) => one.id === id);
    if (!found) throw noSuchSimulation();
    return found;
  }

  /** Those that are played: the named ones, or all that are not left out. */
  async chosen(ctx: Ctx, ids?: readonly string[]): Promise<SimulationBody[]> {
    const all = await this.list(ctx);
    if (!ids) return all.filter(({ off }) => !off);
    const missing = ids.find((id) => !all.some((one) => one.id === id));
    if (missing !== undefined) throw noSuchSimulation();
    return all.filter(({ id }) => ids.includes(id));
  }

  async create(ctx: Ctx, draft: SimulationDraft, saved: { ticketId: string } | null = null): Promise<SimulationBody> {
    const rows = await this.queries.list(ctx);
    if (rows.filter(({ template }) => template === null).length >= MOST_OWN)
      throw new AppError('too_many_simulations', 409, `A shop has ${MOST_OWN} simulations of its own at most.`);
    const id = this.ids.next();
    const kind = saved ? 'saved' : 'scripted';
    const row = { id, name: draft.name, kind, template: null, off: false, ticketId: saved?.ticketId ?? null } as const;
    await this.queries.add(ctx, { ...row, document: draft }, this.clock.now());
    return this.get(ctx, id);
  }

  /** One that is shipped gets a version of the shop's own. */
  async change(ctx: Ctx, id: string, draft: SimulationDraft, off: boolean): Promise<SimulationBody> {
    const before = await this.get(ctx, id);
    const now = this.clock.now();
    if (before.origin === 'own') await this.queries.change(ctx, id, { document: draft, off }, now);
    else {
      const row = {
        id: this.ids.next(),
        name: draft.name,
        kind: 'scripted',
        template: id,
        off,
        ticketId: null,
      } as const;
      await this.queries.add(ctx, { ...row, document: draft }, now);
    }
    return this.get(ctx, id);
  }

  /** Of one that is shipped, the shop's version goes. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const before = await this.get(ctx, id);
    if (before.origin !== 'house') await this.queries.remove(ctx, id);
  }
}

const bodyOf = (
  { id, kind, off, ticketId, document }: SimulationRow,
  last: SimulationBody['last'],
): SimulationBody => ({
  ...document,
  id,
  kind,
  origin: 'own',
  off,
  ticketId,
  last,
});

const noSuchSimulation = (): AppError =>
  new AppError('not_found', 404, 'This simulation does not exist in your workspace.');
