import { Injectable } from '@nestjs/common';
import { testDatabase, testKernel, type TestKernel, waitFor } from '@satchel/testing';
import type { Ctx } from '../ctx/ctx';
import { AppError } from '../errors/app-error';
import { EventLog } from './event-log.service';
import { EventTail } from './event-tail';
import type { LoggedEvent } from './logged-event';
import { OnEvent } from './on-event';

interface SpecEvents {
  'spec.happened': { n: number };
  'spec.ignored': { n: number };
}
const numberOf = (event: LoggedEvent): number => (event.payload as { n: number }).n;

@Injectable()
class Subscribers {
  readonly first: { ctx: Ctx; event: LoggedEvent }[] = [];
  readonly second: number[] = [];

  @OnEvent({ name: 'spec-first', types: ['spec.happened'] })
  async onFirst(ctx: Ctx, event: LoggedEvent): Promise<void> {
    this.first.push({ ctx, event });
  }

  @OnEvent({ name: 'spec-second', types: ['spec.happened'] })
  async onSecond(_ctx: Ctx, event: LoggedEvent): Promise<void> {
    if (numberOf(event) === 13) throw new AppError('unlucky', 500, 'no', { retryable: false });
    this.second.push(numberOf(event));
  }
}

describe('subscribers of the event log', () => {
  let kernel: TestKernel;
  let subscribers: Subscribers;
  let log: EventLog;

  beforeAll(async () => {
    kernel = await testKernel({ providers: [Subscribers] });
    subscribers = kernel.moduleRef.get(Subscribers);
    log = kernel.moduleRef.get(EventLog);
  });
  afterAll(() => kernel.close());

  it('get each event once, in its workspace, under the request that caused it', async () => {
    await kernel.ctx.transaction(async (tx) => {
      await log.append<SpecEvents, 'spec.happened'>(tx, 'spec.happened', { n: 1 });
      await log.append<SpecEvents, 'spec.ignored'>(tx, 'spec.ignored', { n: 2 });
    });
    await waitFor(() => subscribers.first.length === 1 && subscribers.second.length === 1);
    const { ctx, event } = subscribers.first[0]!;
    expect(event).toMatchObject({ type: 'spec.happened', payload: { n: 1 }, at: expect.any(Date) });
    expect([ctx.workspaceId, ctx.requestId]).toEqual([kernel.ctx.workspaceId, kernel.ctx.requestId]);
    expect(ctx.actor.kind).toBe('system');
  });

  it('fail alone: the other subscriber of the same event is not disturbed', async () => {
    subscribers.first.length = 0;
    subscribers.second.length = 0;
    for (const n of [12, 13, 14]) await log.append<SpecEvents, 'spec.happened'>(kernel.ctx, 'spec.happened', { n });
    await waitFor(() => subscribers.first.length === 3 && subscribers.second.length === 2);
    expect(subscribers.second.sort()).toEqual([12, 14]);
  });

  it('hear nothing of what was rolled back, and everything of a burst', async () => {
    subscribers.first.length = 0;
    const failing = kernel.ctx.transaction(async (tx) => {
      await log.append<SpecEvents, 'spec.happened'>(tx, 'spec.happened', { n: -1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const burst = Array.from({ length: 60 }, (_, n) => n + 100);
    await Promise.all(burst.map((n) => log.append<SpecEvents, 'spec.happened'>(kernel.ctx, 'spec.happened', { n })));
    await waitFor(() => subscribers.first.length >= 60);
    expect(subscribers.first.map(({ event }) => numberOf(event)).sort()).toEqual(burst);
  });

  it('are served once by two processes on one database, and by the other when one goes', async () => {
    const database = await testDatabase();
    const [one, two] = await Promise.all(
      [1, 2].map(() => testKernel({ providers: [Subscribers], databaseUrl: database.url })),
    );
    if (!one || !two) throw new Error('two processes');
    const heard = [one, two].map(({ moduleRef }) => moduleRef.get(Subscribers).first);
    const numbers = (): number[] => heard.flat().map(({ event }) => numberOf(event));
    const append = (from: TestKernel, n: number): Promise<void> =>
      from.moduleRef.get(EventLog).append<SpecEvents, 'spec.happened'>(from.ctx, 'spec.happened', { n });

    const burst = Array.from({ length: 40 }, (_, n) => n + 200);
    await Promise.all(burst.map((n) => append(n % 2 === 0 ? one : two, n)));
    await waitFor(() => numbers().length >= 40);
    expect(numbers().sort()).toEqual(burst);
    await one.close();
    await append(two, 1);
    await waitFor(() => numbers().includes(1));
    await two.close();
    await database.drop();
  });

  it('have a tail beside them that sees every event of every workspace in order', async () => {
    const seen: number[] = [];
    const stop = kernel.moduleRef.get(EventTail).subscribe((events) => void seen.push(...events.map(numberOf)));
    for (const n of [1, 2, 3, 4, 5]) {
      await kernel.moduleRef.get(EventLog).append<SpecEvents, 'spec.ignored'>(kernel.ctx, 'spec.ignored', { n });
    }
    await waitFor(() => seen.length === 5);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    stop();
  });
});
