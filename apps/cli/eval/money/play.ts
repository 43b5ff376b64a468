import { AsyncLocalStorage } from 'node:async_hooks';
import { type ActionDecisions, type ActionRuns, type Recovery, type RunResult } from '@satchel/actions';
import type { ActionRunBody } from '@satchel/contracts';
import { AppError, type Ctx } from '@satchel/kernel';
import type { Schedule, Wish } from './schedule';
import { lives, type ToyShop } from './vendor';

/** Longer than a lease, then than any wait before a run is looked at again. */
const FIRST_LOOK_MS = 61_000;
const LATER_MS = 25 * 3600_000;
const MOST_LOOKS = 12;
const MOST_TRIES = 12;
const OPEN = ['performing', 'uncertain'];

/** Each schedule lives in a time of its own, so that many go on at once. */
export class OwnTime {
  private readonly store = new AsyncLocalStorage<{ ahead: number }>();

  now(): Date {
    return new Date(Date.now() + (this.store.getStore()?.ahead ?? 0));
  }

  within<T>(work: () => Promise<T>): Promise<T> {
    return this.store.run({ ahead: 0 }, work);
  }

  pass(ms: number): void {
    const time = this.store.getStore();
    if (time) time.ahead += ms;
  }
}

export interface Stage {
  runs: ActionRuns;
  decisions: ActionDecisions;
  recovery: Recovery;
  shop: ToyShop;
  time: OwnTime;
  /** A person, and the AI on the customer's word. */
  person: Ctx;
  ai: Ctx;
  customerId: string;
}

/** Plays one schedule to its end. What it tells is against what was wanted; nothing: all is right. */
export async function play(stage: Stage, order: string, schedule: Schedule): Promise<string[]> {
  stage.shop.plan(order, schedule);
  const wanted: Wish[] = [];
  const problems: string[] = [];
  const started: Promise<unknown>[] = [];
  const alive = new Set<Promise<void>>();
  for (const [round, wishes] of schedule.rounds.entries()) {
    const ends = await Promise.all(
      wishes.map((wish, at) =>
        new OneWish(stage, order, schedule, `${order}-${round}-${at}`, started, alive).fulfil(wish),
      ),
    );
    for (const [at, end] of ends.entries()) {
      const wish = wishes[at] as Wish;
      if (end === 'done') wanted.push(wish);
      else if (end !== 'declined') problems.push(`${wish.amount} ended ${end}`);
    }
  }
  // Whoever was dead finds that others went on.
  stage.shop.wake(order);
  await Promise.all(started);
  const amounts = (list: number[]): string => list.sort((one, other) => one - other).join(', ') || 'nothing';
  const given = amounts(stage.shop.of(order).effects.map(({ amount }) => amount.amount));
  const meant = amounts(wanted.map(({ amount }) => amount));
  if (given !== meant) problems.push(`given ${given}, wanted ${meant}`);
  return problems;
}

class OneWish {
  constructor(
    private readonly stage: Stage,
    private readonly order: string,
    private readonly schedule: Schedule,
    private readonly name: string,
    /** All that was begun for this order, and what of it still goes on in a process that lives. */
    private readonly started: Promise<unknown>[],
    private readonly alive: Set<Promise<void>>,
  ) {}

  /** Until it is done: whoever hears that it did not happen asks again, as people do. */
  async fulfil(wish: Wish): Promise<string> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const run = await this.asked(wish, `${this.name}-${attempt}`);
      if (run === 'busy') {
        await this.settle();
        attempt--;
        if (++this.waits > MOST_TRIES) return 'busy for ever';
        continue;
      }
      if (run.state === 'done') return 'done';
      if (run.state === 'denied' && wish.confirmations === 0) return 'declined';
      if (run.state !== 'failed' && run.state !== 'refused') return run.state;
    }
    return 'tried too often';
  }

  private waits = 0;

  private async asked(wish: Wish, clientId: string): Promise<ActionRunBody | 'busy'> {
    const { ai, person } = this.stage;
    const by = wish.confirmations === null ? person : ai;
    const { requests } = wish;
    const asked = await this.all(requests, () => this.request(by, wish, clientId));
    const run = asked.find((one) => one !== 'busy');
    if (!run) return 'busy';
    if (run.state === 'awaiting_confirmation') await this.answer(run.id, wish.confirmations ?? 1);
    return this.ended(run.id);
  }

  private async request(by: Ctx, { amount }: Wish, clientId: string): Promise<ActionRunBody | 'busy'> {
    const args = { order: `#${this.order}`, amount };
    const request = { arguments: args, customerId: this.stage.customerId, clientId, assurance: 3 as const };
    return this.toRun(() => this.stage.runs.run(by, 'refund', request), clientId);
  }

  private async answer(id: string, times: number): Promise<void> {
    const { decisions, ai } = this.stage;
    if (times === 0) {
      await decisions.decline(ai, id, 'The customer said no.');
      return;
    }
    const yes = async (): Promise<void> => {
      await this.living(() => decisions.confirm(ai, id)).catch(expected);
    };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await this.all(times, yes);
      const { state } = await this.stage.runs.get(ai, id);
      if (state !== 'awaiting_confirmation') return;
      // Something else of this order was under way.
      await this.settle();
    }
  }

  /** A process that dies answers nobody; what it was about stands in the database. */
  private async living<T>(work: () => Promise<T>): Promise<T | null> {
    let die = (): void => undefined;
    const dead = new Promise<null>((resolve) => (die = () => resolve(null)));
    const working = lives.run({ die }, work);
    this.started.push(working.catch(() => undefined));
    const life = Promise.race([working, dead]);
    const ended = life.then(
      () => undefined,
      () => undefined,
    );
    this.alive.add(ended);
    void ended.then(() => this.alive.delete(ended));
    return life;
  }

  /** Hours go by only while nothing is on its way: no vendor takes that long to answer, and nobody waits that long. */
  private async later(ms: number): Promise<void> {
    while (this.alive.size > 0) await Promise.all(this.alive);
    this.stage.time.pass(ms);
  }

  private async toRun(work: () => Promise<RunResult>, clientId: string): Promise<ActionRunBody | 'busy'> {
    try {
      const result = await this.living(work);
      if (result?.ok) return result.run;
      if (result) throw new Error(result.message);
    } catch (error) {
      if (error instanceof AppError && error.code === 'busy') return 'busy';
      throw error;
    }
    const { person } = this.stage;
    const sql = 'select id from action_run where workspace_id = $1 and client_id = $2';
    const rows = await person.query<{ id: string }>(sql, [person.workspaceId, clientId]);
    return rows[0] ? this.stage.runs.get(person, rows[0].id) : 'busy';
  }

  /** What the job queue does: it comes when the lease is over, and now and then twice. */
  private async ended(id: string): Promise<ActionRunBody> {
    const { runs, recovery, person } = this.stage;
    let run = await runs.get(person, id);
    for (let looks = 0; OPEN.includes(run.state) && looks < MOST_LOOKS; looks++) {
      await this.later(looks === 0 ? FIRST_LOOK_MS : LATER_MS);
      await this.all(this.schedule.watches, () => this.living(() => recovery.watch(person, { runId: id })));
      run = await runs.get(person, id);
    }
    return run;
  }

  /** Whatever is open of this order comes to its end. */
  private async settle(): Promise<void> {
    const { person } = this.stage;
    const rows = await person.query<{ id: string }>(
      `select id from action_run where workspace_id = $1 and order_number = $2 and state = any($3)`,
      [person.workspaceId, `#${this.order}`, OPEN],
    );
    for (const { id } of rows) await this.ended(id);
  }

  private all<T>(times: number, work: () => Promise<T>): Promise<T[]> {
    return Promise.all(Array.from({ length: times }, work));
  }
}

/** Somebody was faster, or something else is being done: both are answers. */
function expected(error: unknown): void {
  if (error instanceof AppError && (error.code === 'busy' || error.code === 'wrong_state')) return;
  throw error;
}
