import { Controller, Get, Header, HttpStatus, Inject, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { Database } from '../database/database.service';
import { pendingMigrations } from '../database/pending-migrations';
import { Public } from '../http/req-ctx';
import { KERNEL_OPTIONS, type KernelOptions } from '../kernel.options';
import { Metrics } from '../metrics/metrics';
import { Shutdown } from './shutdown';

interface Reply {
  status(code: number): Reply;
}

/** For whoever runs this process. No prefix, no sign-in: keep /metrics away from the Internet by the proxy. */
@Public()
@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(KERNEL_OPTIONS) private readonly options: KernelOptions,
  ) {}

  /** The process runs; says nothing about what it needs. */
  @Get('livez')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** It can serve: the database answers, its tables are up to date, and it is not going down. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<{ status: string; reasons: string[] }> {
    const reasons = this.shutdown.inProgress ? ['shutting down'] : await this.troubles();
    if (reasons.length > 0) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: reasons.length > 0 ? 'not ready' : 'ok', reasons };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  numbers(): Promise<string> {
    return this.metrics.scrape();
  }

  private async troubles(): Promise<string[]> {
    try {
      const pending = await pendingMigrations(this.database.system(), this.options.migrations ?? []);
      return pending.length > 0 ? [`migrations have not run: ${pending.join(', ')}`] : [];
    } catch {
      return ['the database does not answer'];
    }
  }
}
