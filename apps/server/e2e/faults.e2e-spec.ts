import type { ActionProblem, ActionRunBody, Page } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { type Ask, club, connectVendors, type Member, paidBack, someAsks, VENDORS } from './fault-asks';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { startWorld, type World } from './world';

/** `SATCHEL_FAULT_ACTIONS=500` for a long look by hand. */
const ACTIONS = Number(process.env.SATCHEL_FAULT_ACTIONS ?? 60);
const AT_ONCE = 6;
const FAULTS = [
  'lose_answer',
  '500_after',
  'no_effect',
  'none',
  '500',
  '429',
  'down',
  'timeout_after',
  'timeout',
] as const;
/** The second shop notes on the order what it is about to do: here the change itself is hit. */
const OF_CHANGES: Record<string, string> = { lose_answer: 'lose_change', '500_after': '500_after_change' };
/** About how long an action takes on a busy machine; the kill comes anywhere within it. */
const ACTION_MS = 800;
/** Points that no other action here grants. */
const GIFT = 77_777;

interface Effect {
  kind: string;
  target: string;
  key: string | null;
  amount: number | null;
}

/** What a run did at vendors, as its row tells it. */
interface StepFact {
  id: string;
  key: string;
  state: string;
  kind: 'points' | 'refund';
}

describe('actions at vendors that fail, by a server that is killed', () => {
  let world: World;
  let server: ServerProcess;
  let members: Member[];
  let asks: Ask[];
  let before: Map<string, number>;

  beforeAll(async () => {
    await ServerProcess.build();
    world = await startWorld({ withoutShop: true, settings: { port: await freePort(), smtpInPort: await freePort() } });
    await connectVendors(world);
    ({ asks, members } = await someAsks(world, ACTIONS));
    before = await paidBack(world);
    await world.server.stop();
    server = new ServerProcess(world.config);
    await server.start();
  }, 300_000);
  afterAll(async () => {
    await server?.kill();
    await world?.stop();
  }, 30_000);

  /** The caller's own id for it: in the body, or as the header that every write takes. */
  const ask = async (n: number): Promise<void> => {
    const [key, one] = [`fault-${n}`, asks[n]];
    if (!one) throw new Error('there are not so many asks');
    await world.ask(
      'POST',
      `/actions/${one.action}`,
      { ...one.body, ...(n % 2 === 0 && { clientId: key }) },
      n % 2 === 0 ? {} : { 'idempotency-key': key },
    );
  };
  const allRuns = async (): Promise<ActionRunBody[]> => {
    const runs: ActionRunBody[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<ActionRunBody> = await world.api(
        'GET',
        `/action-runs?limit=200${cursor ? `&cursor=${cursor}` : ''}`,
      );
      runs.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    return runs;
  };
  const open = async (): Promise<ActionRunBody[]> =>
    (await allRuns()).filter(({ state }) => state === 'performing' || state === 'uncertain');
  const stepFacts = (): Promise<StepFact[]> =>
    world.sql<StepFact>(
      `select run.id, step ->> 'key' as key, step ->> 'state' as state,
         case when run.name = 'refund' then 'refund' else 'points' end as kind
       from action_run run, jsonb_array_elements(run.steps) as step`,
    );
  /** One and the same fault at one of them, or at all. */
  const breakThem = async (mode: string, vendors: readonly string[]): Promise<void> => {
    for (const vendor of vendors) {
      const here = vendor === 'lightspeed' ? (OF_CHANGES[mode] ?? mode) : mode;
      // An answer that never comes takes a quarter of a minute each.
      const times = mode.startsWith('timeout') ? 1 : vendors.length === 1 ? 4 : 2;
      await world.sandbox.control('faults', { vendor, mode: here, times });
    }
  };
  /** Whatever waits for its lease or its next look has waited long enough. */
  const aMinutePasses = async (): Promise<void> => {
    await world.sql(
      `update action_run set claimed_at = claimed_at - interval '1 minute', next_look_at = next_look_at - interval '1 day',
         steps = (select jsonb_agg(case when step ->> 'leftAt' is null then step else
           jsonb_set(step, '{leftAt}', to_jsonb(to_char((step ->> 'leftAt')::timestamptz - interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS.MSOF'))) end)
           from jsonb_array_elements(steps) as step)
       where state in ('performing', 'uncertain')`,
    );
    await world.hurry();
  };

  it(`doubles nothing and claims nothing that is not there, in ${ACTIONS} actions`, async () => {
    const moments: number[] = [];
    const began = Date.now();
    for (let from = 0; from < ACTIONS; from += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, ACTIONS - from) }, (_, n) => from + n);
      const turn = from / AT_ONCE;
      const round = Math.floor(turn / FAULTS.length);
      const one = VENDORS[(turn + round) % VENDORS.length] ?? 'smile';
      await breakThem(FAULTS[turn % FAULTS.length] ?? 'none', round === 0 ? VENDORS : [one]);
      const asked = Promise.allSettled(batch.map(ask));
      if (turn % 2 === 1) {
        const moment = Math.round(Math.random() * ACTION_MS);
        moments.push(moment);
        await new Promise((resolve) => setTimeout(resolve, moment));
        await server.kill();
        await server.start();
      }
      await asked;
      // Whoever got no answer asks again, under the same id.
      await Promise.allSettled(batch.map(ask));
      await breakThem('none', VENDORS);
    }

    const told = `killed after ${moments.join(', ')} ms`;
    const unrecorded = async (): Promise<number[]> => {
      const there = new Set((await allRuns()).map(({ clientId }) => clientId));
      return Array.from(asks.keys()).filter((n) => !there.has(`fault-${n}`));
    };
    await waitFor(
      async () => {
        // What an open one of the same order kept waiting was not taken up.
        for (const n of await unrecorded()) await ask(n);
        await aMinutePasses();
        await world.idle();
        return (await open()).length === 0 && (await unrecorded()).length === 0;
      },
      { timeoutMs: 120_000, what: `no action to be open (${told})` },
    );

    const { effects: all } = await world.sandbox.control<{ effects: Effect[] }>('effects');
    const effects = all.filter(({ kind }) => kind === 'points' || kind === 'refund');
    const runs = await allRuns();
    const steps = await stepFacts();
    const happened = new Map<string, number>();
    for (const { key } of effects) {
      const id = (key ?? '').replace('satchel:', '');
      happened.set(id, (happened.get(id) ?? 0) + 1);
    }
    // Each was recorded once, did what it claims, and no more.
    expect(runs.map(({ clientId }) => clientId).sort()).toEqual(
      Array.from({ length: ACTIONS }, (_, n) => `fault-${n}`).sort(),
    );
    expect(steps.filter(({ key, state }) => (happened.get(key) ?? 0) !== (state === 'done' ? 1 : 0))).toEqual([]);
    expect(runs.filter((run) => (run.state === 'done') !== run.steps.every(({ state }) => state === 'done'))).toEqual(
      [],
    );
    expect(effects.filter(({ key }) => !steps.some((step) => key?.includes(step.key)))).toEqual([]);
    expect(runs.filter(({ state }) => !['done', 'failed', 'refused'].includes(state))).toEqual([]);

    // The club's own books say the same, and the shops'.
    const given = new Map<string | null, number>();
    for (const { action, state, customerId, arguments: args } of runs)
      if (action === 'grant_points' && state === 'done')
        given.set(customerId, (given.get(customerId) ?? 0) + Number(args.points));
    const now = new Map((await club(world)).map(({ email, points }) => [email, points]));
    expect(members.map(({ id, email, points }) => (now.get(email) ?? 0) - points - (given.get(id) ?? 0))).toEqual(
      members.map(() => 0),
    );
    const claimed = new Map<string, number>();
    for (const { action, steps: theirs, orderNumber, amount } of runs) {
      const name = (orderNumber ?? '').replace('ORD0', '#');
      // Of a credit note and a refund, the second one moves the money.
      if (action === 'refund' && theirs.at(-1)?.state === 'done')
        claimed.set(name, (claimed.get(name) ?? 0) + (amount?.amount ?? 0));
    }
    const moved = [...(await paidBack(world))].flatMap(([name, cents]) => {
      const here = cents - (before.get(name) ?? 0);
      return here === 0 ? [] : [[name, here] as const];
    });
    expect(new Map(moved.sort())).toEqual(new Map([...claimed].sort()));
    const report = {
      ...counted(runs.map(({ action, state }) => `${action} ${state}`)),
      effects: effects.length,
      kills: moments.length,
      seconds: Math.round((Date.now() - began) / 1000),
    };
    process.stdout.write(`faults: ${JSON.stringify(report)}; ${told}\n`);
  }, 3_600_000);

  it('tells of one that stays open, until a person says what happened', async () => {
    const [member] = members;
    const gift = async (): Promise<Effect | undefined> =>
      (await world.sandbox.control<{ effects: Effect[] }>('effects')).effects.find(({ amount }) => amount === GIFT);
    const left = `select 1 from action_run where client_id = 'stays-open' and steps -> 0 ->> 'leftAt' is not null`;

    await world.sandbox.control('faults', { vendor: 'smile', mode: 'slow', delayMs: 700 });
    const asked = world
      .ask('POST', '/actions/grant_points', {
        arguments: { points: GIFT, reason: 'For the wait' },
        customerId: member?.id,
        clientId: 'stays-open',
      })
      .catch(() => undefined);
    await waitFor(async () => (await world.sql(left)).length > 0, { timeoutMs: 20_000, what: 'the request to leave' });
    await server.kill();
    await asked;
    // Nobody here knows whether it arrived, and the vendor is not to be asked.
    await world.sandbox.control('faults', { vendor: 'smile', mode: 'down' });
    await server.start();
    // Once: another minute in the middle of the look would take its claim away.
    await aMinutePasses();
    const uncertain = async (): Promise<ActionRunBody | undefined> =>
      (await world.api<Page<ActionRunBody>>('GET', '/action-runs?state=uncertain')).data[0];
    const listed = await waitFor(uncertain, { timeoutMs: 60_000, what: 'the action to be listed as uncertain' });
    expect(listed).toMatchObject({ clientId: 'stays-open', attempts: 2, error: { code: 'not_readable' } });
    const refused = await world.ask<ActionProblem>('POST', '/actions/grant_points', {
      arguments: { points: 1, reason: 'Another one' },
      customerId: member?.id,
    });
    expect([409, 503]).toContain(refused.status);
    const happened = (await gift()) !== undefined;
    const resolved = await world.api<ActionRunBody>('POST', `/action-runs/${listed.id}/resolve`, { happened });
    expect(resolved).toMatchObject({ state: happened ? 'done' : 'failed', decidedBy: { kind: 'api' } });
    await world.sandbox.control('faults', { vendor: 'smile', mode: 'none' });
    expect((await gift()) !== undefined).toBe(happened);
  }, 120_000);
});

function counted(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
