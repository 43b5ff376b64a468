import { ConnectionService } from '@satchel/connectors';
import type { ActionProblem, ActionRunBody, CustomerBody, Page } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { startWorld, type World } from './world';

/** `SATCHEL_FAULT_ACTIONS=500` for a long look by hand. */
const ACTIONS = Number(process.env.SATCHEL_FAULT_ACTIONS ?? 60);
const AT_ONCE = 6;
const FAULTS = ['lose_answer', '500_after', 'no_effect', 'none', '500', '429', 'down'] as const;
/** About how long an action takes on a busy machine; the kill comes anywhere within it. */
const ACTION_MS = 400;
/** Points that no other action here grants. */
const GIFT = 77_777;
const SMILE_KEY = 'sandbox-smile-key';

interface Effect {
  kind: string;
  key: string | null;
  amount: number | null;
}

describe('actions at a vendor that fails, by a server that is killed', () => {
  let world: World;
  let server: ServerProcess;
  let members: { id: string; email: string; points: number }[];

  beforeAll(async () => {
    await ServerProcess.build();
    world = await startWorld({ withoutShop: true, settings: { port: await freePort(), smtpInPort: await freePort() } });
    await world.server.app.get(ConnectionService).create(world.ctx, {
      connectorId: 'smile',
      label: 'Club',
      baseUrl: `${world.sandbox.url}/smile`,
      credentials: { apiKey: SMILE_KEY },
    });
    members = [];
    for (const { email, points } of (await club()).slice(0, ACTIONS)) {
      const customer = await world.api<CustomerBody>('POST', '/customers', { name: email, email });
      members.push({ id: customer.id, email, points });
    }
    await world.server.stop();
    server = new ServerProcess(world.config);
    await server.start();
  }, 180_000);
  afterAll(async () => {
    await server?.kill();
    await world?.stop();
  }, 30_000);

  async function club(): Promise<{ email: string; points: number }[]> {
    const answer = await fetch(`${world.sandbox.url}/smile/v1/customers?limit=250`, {
      headers: { authorization: `Bearer ${SMILE_KEY}` },
    });
    const { customers } = (await answer.json()) as {
      customers: { email: string; state: string; points_balance: number }[];
    };
    return customers
      .filter(({ state }) => state === 'member')
      .map(({ email, points_balance }) => ({ email: email.toLowerCase(), points: points_balance }));
  }

  /** The caller's own id for it: in the body, or as the header that every write takes. */
  const grant = async (n: number): Promise<void> => {
    const key = `fault-${n}`;
    await world.ask(
      'POST',
      '/actions/grant_points',
      {
        arguments: { points: 1 + n, reason: `Round ${n}` },
        customerId: members[n % members.length]?.id,
        ...(n % 2 === 0 && { clientId: key }),
      },
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
    for (let from = 0; from < ACTIONS; from += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, ACTIONS - from) }, (_, n) => from + n);
      const mode = FAULTS[(from / AT_ONCE) % FAULTS.length] ?? 'none';
      await world.sandbox.control('faults', { vendor: 'smile', mode, times: 4 });
      const asked = Promise.allSettled(batch.map(grant));
      if ((from / AT_ONCE) % 2 === 1) {
        const moment = Math.round(Math.random() * ACTION_MS);
        moments.push(moment);
        await new Promise((resolve) => setTimeout(resolve, moment));
        await server.kill();
        await server.start();
      }
      await asked;
      // Whoever got no answer asks again, under the same id.
      await Promise.allSettled(batch.map(grant));
      await world.sandbox.control('faults', { vendor: 'smile', mode: 'none' });
    }
    await Promise.allSettled(Array.from({ length: ACTIONS }, (_, n) => n).map(grant));

    const told = `killed after ${moments.join(', ')} ms`;
    await waitFor(
      async () => {
        await aMinutePasses();
        await world.idle();
        return (await open()).length === 0;
      },
      { timeoutMs: 120_000, what: `no action to be open (${told})` },
    );

    const { effects } = await world.sandbox.control<{ effects: Effect[] }>('effects');
    const runs = await allRuns();
    const happened = new Map<string, number>();
    for (const { key } of effects) {
      const id = (key ?? '').replace('satchel:', '');
      happened.set(id, (happened.get(id) ?? 0) + 1);
    }
    const outcomes = runs.map(({ id, state, clientId, error }) => ({
      clientId,
      state,
      error,
      effects: happened.get(id) ?? 0,
    }));
    // Each was recorded once, did what it claims, and no more.
    expect(runs.map(({ clientId }) => clientId).sort()).toEqual(
      Array.from({ length: ACTIONS }, (_, n) => `fault-${n}`).sort(),
    );
    expect(outcomes.filter(({ state, effects: n }) => n !== (state === 'done' ? 1 : 0))).toEqual([]);
    expect(effects.every(({ key }) => runs.some(({ id }) => key?.includes(id)))).toBe(true);
    expect(outcomes.filter(({ state }) => !['done', 'failed', 'refused'].includes(state))).toEqual([]);

    // The club's own books say the same.
    const given = new Map<string | null, number>();
    for (const { state, customerId, arguments: args } of runs)
      if (state === 'done') given.set(customerId, (given.get(customerId) ?? 0) + Number(args.points));
    const now = new Map((await club()).map(({ email, points }) => [email, points]));
    expect(members.map(({ id, email, points }) => (now.get(email) ?? 0) - points - (given.get(id) ?? 0))).toEqual(
      members.map(() => 0),
    );
    process.stdout.write(
      `faults: ${JSON.stringify(counted(outcomes.map(({ state }) => state)))} of ${runs.length} runs; ${told}\n`,
    );
  }, 900_000);

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
