import { Injectable } from '@nestjs/common';
import { Config, type Ctx, JobHandler, Log } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries } from '../connection/connection.queries';
import { HealthService } from '../connection/health.service';
import { hookOf, registerHookJob } from '../connection/register-hook.job';
import { ConnectorError } from '../port';

/** Makes vendors call us. One that cannot be made to is shown as failing, in words: its changes come an hour late. */
@Injectable()
export class HookRegistrations {
  constructor(
    private readonly config: Config,
    private readonly queries: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly health: HealthService,
    private readonly log: Log,
  ) {}

  @JobHandler(registerHookJob)
  async register(ctx: Ctx, { connectionId }: { connectionId: string }): Promise<void> {
    const row = await this.queries.row(ctx, connectionId);
    if (!row?.enabled) return;
    const hook = hookOf(this.adapters.of(row));
    if (!hook?.register) return;
    if (!row.baseUrl && !this.config.publicUrlGiven) {
      this.log.info({ connectionId }, 'no PUBLIC_URL is set, so no vendor can call us; changes are looked for instead');
      return;
    }
    try {
      await hook.register();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await this.queries.saveHookProblem(ctx, connectionId, `It does not tell us what changes: ${why}`);
      await this.health.report(ctx, connectionId, null);
      if (!(error instanceof ConnectorError) || error.retryable || error.code === 'uncertain') throw error;
      return;
    }
    if (row.hookProblem === null) return;
    await this.queries.saveHookProblem(ctx, connectionId, null);
    await this.health.report(ctx, connectionId, null);
  }
}
