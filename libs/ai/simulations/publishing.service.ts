import type { ProcedureBody } from '@satchel/contracts';
import { AppError, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Procedures } from '../procedures/procedure.service';
import { AiSettings } from '../settings/ai-settings.service';
import { type Draft, SimulationRuns } from './simulation-runs.service';

export interface Caution {
  /** Publish only when nothing turns red; else as the workspace is set. */
  requireGreen?: boolean;
  /** An owner's word: publish all the same. */
  force?: boolean;
}

/** Publishes procedures; where the workspace wants it, only when no simulation turns red by them. */
@Injectable()
export class Publishing {
  constructor(
    private readonly procedures: Procedures,
    private readonly runs: SimulationRuns,
    private readonly settings: AiSettings,
  ) {}

  async create(ctx: Ctx, document: Record<string, unknown>, caution: Caution): Promise<ProcedureBody> {
    await this.green(ctx, { procedures: [document] }, caution);
    return this.procedures.create(ctx, document);
  }

  async change(
    ctx: Ctx,
    name: string,
    { document, expectedVersion }: { document: Record<string, unknown>; expectedVersion?: number },
    caution: Caution,
  ): Promise<ProcedureBody> {
    await this.procedures.get(ctx, name);
    await this.green(ctx, { procedures: [document] }, caution);
    return this.procedures.change(ctx, name, document, expectedVersion);
  }

  /** Throws 409 `simulations_red`, with those that were green until now. */
  private async green(ctx: Ctx, draft: Draft, { requireGreen, force }: Caution): Promise<void> {
    const { blockOnRed } = await this.settings.get(ctx);
    if (!requireGreen && !blockOnRed) return;
    if (force) {
      if (ctx.actor.role === 'owner') return;
      throw new AppError('forbidden', 403, 'Only an owner may publish what turns simulations red.');
    }
    const red = await this.runs.redWith(ctx, draft);
    if (red.length === 0) return;
    const names = red.map(({ name }) => `"${name}"`).join(', ');
    throw new AppError('simulations_red', 409, `Not published: with it, ${names} would no longer go as it should.`, {
      errors: red.map(({ id, name, plays }) => ({
        field: id,
        message: `${name}: ${plays.flatMap((one) => one.failures).join(' ')}`.slice(0, 500),
      })),
    });
  }
}
