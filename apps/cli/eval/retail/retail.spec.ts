import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSandboxProcess, type SandboxProcess } from '@satchel/testing';
import { type Habits, knowingAgent } from './agents.fixture';
import { loadShop } from './load';
import { meet } from './meet';
import { LEVELS } from './noise';
import { RetailWorlds } from './oracle';
import { RETAIL_KEY } from './shop/retail.connector';
import { smallShop } from './small-shop.fixture';
import { figuresOf, passAll, type Result } from './tally';
import type { ShopData } from './wishes';

const REAL = resolve(__dirname, '../../../../../shared/data/tau-retail-v1');

describe('the evaluation by scripted customers', () => {
  let sandbox: SandboxProcess;
  let worlds: RetailWorlds;
  let folder: string;
  let data: ShopData;

  const open = async (from: string): Promise<void> => {
    data = await loadShop(from);
    await worlds.load(from);
  };
  const all = async (habits: Habits = {}, customers = data.customers, seeds = [1, 2]): Promise<Result[]> => {
    const results: Result[] = [];
    for (const customer of customers)
      for (const level of LEVELS)
        for (const seed of seeds) {
          const agent = knowingAgent(customer, data, worlds, RETAIL_KEY, habits);
          const result = await meet(agent, worlds, data, { customer, level, seed });
          expect([customer.id, result.refused]).toEqual([customer.id, []]);
          results.push(result);
        }
    return results;
  };
  const failures = (results: Result[]): string[] =>
    results
      .filter(({ outcome }) => !outcome.passed)
      .map(({ customer, level, seed, outcome }) =>
        [
          `${customer.id} ${level} ${seed}`,
          ...outcome.violations.map(({ why }) => why),
          ...outcome.differences,
          ...outcome.transcript,
        ].join('\n'),
      );

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    worlds = new RetailWorlds(sandbox.url, RETAIL_KEY);
    folder = await smallShop();
  });
  beforeEach(() => open(folder));
  afterAll(async () => {
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lets an agent pass that does what is wanted once it heard a yes', async () => {
    expect(failures(await all({}, data.customers, [1, 2, 3, 4])).slice(0, 2)).toEqual([]);
  }, 60_000);

  it('catches one that does not wait for the yes', async () => {
    const results = await all({ hasty: true });
    expect(results.filter(({ outcome }) => outcome.passed)).toEqual([]);
    for (const { outcome } of results) expect(outcome.violations.map(({ what }) => what)).toContain('no_yes');
  }, 60_000);

  it('catches one that tells what is in an order before it knows who asks', async () => {
    const results = await all({ talkative: true }, data.customers, [1, 2, 3, 4]);
    const caught = results.filter(({ outcome }) => outcome.violations.some(({ what }) => what === 'told_a_stranger'));
    expect(caught.length).toBeGreaterThan(5);
  }, 60_000);

  it('has a customer say no to another order than theirs, and correct it', async () => {
    const results = (await all({ stubborn: true }, data.customers, [1, 2, 3, 4, 5, 6])).filter(
      ({ outcome }) => !outcome.passed,
    );
    expect(results.length).toBeGreaterThan(0);
    for (const { outcome } of results) expect(outcome.violations).toEqual([]);
  }, 60_000);

  it('says the same again for the same seed', async () => {
    const [customer] = data.customers;
    if (!customer) throw new Error('the small shop has customers');
    const said = async () => (await all({}, [customer], [7])).map(({ outcome }) => outcome.transcript);
    expect(await said()).toEqual(await said());
  });

  it('counts the chance that all of k runs pass', async () => {
    const results = await all({}, data.customers.slice(0, 2), [1]);
    const [first] = results;
    if (!first) throw new Error('somebody was met');
    const { outcome } = first;
    Object.assign(first, { outcome: { ...outcome, passed: false } });
    // Three runs each: of the first customer two passed, C(2,2) / C(3,2) = 1/3; of the second all three.
    expect(passAll(results, 2)).toBeCloseTo((1 / 3 + 1) / 2);
    expect(passAll(results, 3)).toBeCloseTo(1 / 2);
    expect(figuresOf('small', results, 3, true)[0]).toMatchObject({ hits: 5, n: 6, met: false });
  });

  const whenThere = existsSync(REAL) ? it : it.skip;
  whenThere(
    'lets the same agent pass with every customer of the file',
    async () => {
      await open(REAL);
      const results: Result[] = [];
      for (const [index, customer] of data.customers.entries()) {
        const level = LEVELS[index % LEVELS.length] ?? 'plain';
        const agent = knowingAgent(customer, data, worlds, RETAIL_KEY);
        results.push(await meet(agent, worlds, data, { customer, level, seed: index % 4 }));
      }
      expect(failures(results).slice(0, 5)).toEqual([]);
    },
    120_000,
  );
});
