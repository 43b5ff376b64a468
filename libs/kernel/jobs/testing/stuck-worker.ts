import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config } from '../../config/config';
import type { Ctx } from '../../ctx/ctx';
import { shutDownOnSignals } from '../../health/shutdown';
import { KernelModule } from '../../kernel.module';
import { JobHandler } from '../job-handler';
import { stuckJob } from './stuck.job';

/** A process of its own that takes a job and never ends it, for the test that kills it. */
@Injectable()
class Stuck {
  @JobHandler(stuckJob)
  async onStuck(_ctx: Ctx, { from }: { from: string }): Promise<void> {
    process.stdout.write(`stuck on ${from}\n`);
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  }
}

const config = new Config().with({ databaseUrl: process.argv[2], logLevel: 'warn' });

@Module({ imports: [KernelModule.forRoot({ entities: [], config })], providers: [Stuck] })
class StuckModule {}

void NestFactory.createApplicationContext(StuckModule, { logger: false }).then((app) => shutDownOnSignals(app));
