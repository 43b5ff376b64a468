import { Injectable } from '@nestjs/common';
import { testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../../migrations';
import type { Ctx } from '../ctx/ctx';
import { EventLog } from '../events/event-log.service';
import { EventTail } from '../events/event-tail';
import type { LoggedEvent } from '../events/logged-event';
import { OnEvent } from '../events/on-event';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres';
import { migrate } from './migrate';

interface SpecEvents {
  'spec.happened': { n: number };
}

@Injectable()
class Subscriber {
  readonly heard: number[] = [];

  @OnEvent({ name: 'spec-restart', types: ['spec.happened'] })
  async onEvent(_ctx: Ctx, event: LoggedEvent): Promise<void> {
    this.heard.push((event.payload as { n: number }).n);
  }
}

describe('a restart of the database under a running process', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  let kernel: TestKernel;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'satchel-restart-'));
    server = await startEmbeddedPostgres({ dataDir });
    await migrate({ url: server.url, migrations });
    kernel = await testKernel({ providers: [Subscriber], databaseUrl: server.url });
  }, 60_000);
  afterAll(async () => {
    await kernel.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('stops nothing for good: queries, the tail, subscribers and jobs go on', async () => {
    const { heard } = kernel.moduleRef.get(Subscriber);
    const tail: number[] = [];
    kernel.moduleRef.get(EventTail).subscribe((events) => {
      tail.push(...events.map((event) => (event.payload as { n: number }).n));
    });
    const append = (n: number): Promise<void> =>
      kernel.moduleRef.get(EventLog).append<SpecEvents, 'spec.happened'>(kernel.ctx, 'spec.happened', { n });
    await append(1);
    await waitFor(() => heard.length === 1 && tail.length === 1);

    await server.stop();
    await expect(append(0)).rejects.toThrow();
    server = await startEmbeddedPostgres({ dataDir });

    await waitFor(async () => (await append(2)) === undefined && true, { timeoutMs: 10_000 });
    await waitFor(() => heard.includes(2) && tail.includes(2), { timeoutMs: 15_000 });
  });
});
