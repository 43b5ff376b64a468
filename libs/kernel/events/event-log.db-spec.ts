import { testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { Client } from 'pg';
import { makeWorkspace } from '@satchel/testing';
import { migrate } from '../database/migrate';
import { EventLog } from './event-log.service';

interface SpecEvents {
  'spec.happened': { n: number };
  'spec.other': { n: number };
}

/** Numbers that repeat from run to run: a failure can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const hold = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the event log', () => {
  let kernel: TestKernel;
  let log: EventLog;

  beforeAll(async () => {
    kernel = await testKernel({ runJobs: false, config: { databasePool: 20 } });
    log = kernel.moduleRef.get(EventLog);
  });
  afterAll(() => kernel.close());

  it('keeps who did what, where and when', async () => {
    const { ctx } = kernel;
    const from = await log.head();
    const ticketId = '0198c0de-0000-7000-8000-000000000001';
    await log.append<SpecEvents, 'spec.happened'>(ctx, 'spec.happened', { n: 7 }, { ticketId });
    const { events, cursor } = await waitFor(async () => {
      const page = await log.read(ctx, from, 10);
      return page.events.length > 0 && page;
    });
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        cursor,
        type: 'spec.happened',
        workspaceId: ctx.workspaceId,
        ticketId,
        actor: { kind: 'person', id: ctx.actor.id },
        payload: { n: 7 },
        requestId: ctx.requestId,
        at: expect.any(Date),
      },
    ]);
    expect(await log.read(ctx, cursor, 10)).toEqual({ events: [], cursor });
  });

  it('is read per workspace and by type', async () => {
    const from = await log.head();
    const other = (await makeWorkspace(kernel.db)).ctx;
    await log.append<SpecEvents, 'spec.happened'>(kernel.ctx, 'spec.happened', { n: 1 });
    await log.append<SpecEvents, 'spec.other'>(kernel.ctx, 'spec.other', { n: 2 });
    await log.append<SpecEvents, 'spec.happened'>(other, 'spec.happened', { n: 3 });
    const numbers = async (ctx: typeof other, types?: string[]): Promise<number[]> =>
      (await log.read(ctx, from, 10, { types })).events.map(({ payload }) => (payload as { n: number }).n);
    await waitFor(async () => (await numbers(kernel.db.system())).length === 3);
    expect(await numbers(kernel.ctx)).toEqual([1, 2]);
    expect(await numbers(kernel.ctx, ['spec.other'])).toEqual([2]);
    expect(await numbers(other)).toEqual([3]);
  });

  it('refuses a cursor that it did not give out', async () => {
    await expect(log.read(kernel.ctx, "1.1'; drop", 1)).rejects.toMatchObject({ code: 'bad_cursor', status: 400 });
  });

  it('never skips an event whose transaction began earlier and committed later', async () => {
    const { ctx } = kernel;
    const from = await log.head();
    let commit: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (commit = resolve));
    let early: Promise<void> = Promise.resolve();
    await new Promise<void>((written) => {
      early = ctx.transaction(async (tx) => {
        await log.append<SpecEvents, 'spec.happened'>(tx, 'spec.happened', { n: 1 });
        written();
        await gate;
      });
    });
    await log.append<SpecEvents, 'spec.happened'>(ctx, 'spec.happened', { n: 2 });
    const before = await log.read(ctx, from, 10);
    expect(before.events).toEqual([]);
    commit();
    await early;
    const after = await waitFor(async () => {
      const page = await log.read(ctx, before.cursor, 10);
      return page.events.length === 2 && page;
    });
    expect(after.events.map(({ payload }) => payload)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('shows every committed event exactly once and in order to a reader that resumes in tiny pages', async () => {
    const { ctx } = kernel;
    const from = await log.head();
    const committed = new Set<number>();
    let writing = true;
    let number = 0;
    const writer = async (seed: number): Promise<void> => {
      const random = seeded(seed);
      for (let round = 0; round < 40; round += 1) {
        const mine: number[] = [];
        const work = ctx.transaction(async (tx) => {
          for (let i = 0; i <= random() * 3; i += 1) {
            const n = (number += 1);
            mine.push(n);
            await log.append<SpecEvents, 'spec.happened'>(tx, 'spec.happened', { n });
            await hold(random() * 12);
          }
          if (random() < 0.25) throw new Error('rolled back');
        });
        await work.then(
          () => mine.forEach((n) => committed.add(n)),
          () => undefined,
        );
      }
    };
    const seen: { n: number; cursor: string }[] = [];
    const reader = async (): Promise<void> => {
      let cursor: string | null = from;
      const random = seeded(99);
      for (;;) {
        const done = !writing;
        const page: Awaited<ReturnType<EventLog['read']>> = await log.read(ctx, cursor, 1 + Math.floor(random() * 3));
        cursor = page.cursor;
        seen.push(...page.events.map((event) => ({ n: (event.payload as { n: number }).n, cursor: event.cursor })));
        if (page.events.length > 0) continue;
        if (done && seen.length >= committed.size) return;
        await hold(2);
      }
    };
    const reading = reader();
    await Promise.all(Array.from({ length: 8 }, (_, i) => writer(i + 1)));
    writing = false;
    await reading;

    expect(committed.size).toBeGreaterThan(300);
    expect(number).toBeGreaterThan(committed.size);
    expect(seen.map(({ n }) => n).sort((a, b) => a - b)).toEqual([...committed].sort((a, b) => a - b));
    const order = seen.map(({ cursor }) => cursor.split('.').map(BigInt));
    for (let i = 1; i < order.length; i += 1) {
      const [xid = 0n, seq = 0n] = order[i] ?? [];
      const [lastXid = 0n, lastSeq = 0n] = order[i - 1] ?? [];
      expect(xid > lastXid || (xid === lastXid && seq > lastSeq)).toBe(true);
    }
  });

  it('keeps its order, and its readers their place, when it is restored into a younger cluster', async () => {
    const own = await testKernel({ runJobs: false });
    const login = new Client({ connectionString: own.databaseUrl });
    await login.connect();
    try {
      for (const n of [1, 2, 3]) {
        await own.moduleRef.get(EventLog).append<SpecEvents, 'spec.happened'>(own.ctx, 'spec.happened', { n });
      }
      // As a dump of a cluster that has handed out more transaction ids than this one.
      await login.query(`update event set xid = ((10 ^ 12)::bigint + seq)::text::xid8`);
      await login.query(
        `insert into event_reader (name, xid, seq) select 'spec', xid, seq from event order by seq limit 1`,
      );
      await migrate({ url: own.databaseUrl, migrations: [] });
      await own.moduleRef.get(EventLog).append<SpecEvents, 'spec.happened'>(own.ctx, 'spec.happened', { n: 4 });

      const all = await waitFor(async () => {
        const { events } = await own.moduleRef.get(EventLog).read(own.ctx, null, 10);
        return events.length === 4 && events;
      });
      expect(all.map(({ payload }) => (payload as { n: number }).n)).toEqual([1, 2, 3, 4]);
      const { rows } = await login.query(`select xid || '.' || seq as place from event_reader where name = 'spec'`);
      const rest = await own.moduleRef.get(EventLog).read(own.ctx, rows[0].place, 10);
      expect(rest.events.map(({ payload }) => (payload as { n: number }).n)).toEqual([2, 3, 4]);
    } finally {
      await login.end();
      await own.close();
    }
  });
});
