import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataFolder, type Evaluation, NoData, type Report } from '../evaluation';
import type { Agent } from './conversation';
import { loadShop } from './load';
import { meet } from './meet';
import { LEVELS } from './noise';
import type { RetailWorlds } from './oracle';
import { exampleOf, figuresOf, type Result } from './tally';
import type { Customer, ShopData } from './wishes';

const SEEDS = 4;
const AT_ONCE = 4;
/** The first ones are what the aim is for; the others are looked at when nothing is mended any more. */
const AIMED = 200;
const TRANSCRIPTS = resolve('.data/eval/retail');

/**
 * Customers who want something of a shop's orders, talk to the AI until they have it, and say yes only to that. What
 * counts is what the shop looks like afterwards.
 */
export const retail: Evaluation = {
  name: 'retail',
  summary: 'customers of a shop who want orders cancelled, changed, returned and exchanged; the shop is looked at',
  async run(options): Promise<Report> {
    const folder = join(dataFolder(options), 'tau-retail-v1');
    const { cases, skip, seed } = options;
    const runs = options.runs ?? SEEDS;
    if (!existsSync(folder)) throw new NoData(`There is no ${folder}.`);
    const data = await loadShop(folder);
    // The house brings the whole product along; whoever measures something else does not wait for it.
    const { RetailHouse } = await import('./house');
    const house = await RetailHouse.start();
    try {
      await house.worlds.load(folder);
      const met = data.customers.slice(skip, cases === null ? undefined : skip + cases);
      const results = await all(house, house.worlds, data, met, { seed, runs });
      return await reportOf(results, data.customers, runs);
    } finally {
      await house.stop();
    }
  },
};

async function all(
  agent: Agent,
  worlds: RetailWorlds,
  data: ShopData,
  customers: Customer[],
  { seed, runs }: { seed: number; runs: number },
) {
  const left = customers.flatMap((customer, index) =>
    Array.from({ length: runs }, (_, run) => {
      const level = LEVELS[(run + index) % LEVELS.length] ?? 'plain';
      return { customer, level, seed: seed * 100 + run };
    }),
  );
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) results.push(await meet(agent, worlds, data, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function reportOf(results: readonly Result[], customers: readonly Customer[], runs: number): Promise<Report> {
  await rm(TRANSCRIPTS, { recursive: true, force: true });
  await mkdir(TRANSCRIPTS, { recursive: true });
  const examples: string[] = [];
  for (const result of results.filter(({ outcome }) => !outcome.passed)) {
    const { customer, level, seed, outcome } = result;
    const path = join(TRANSCRIPTS, `${customer.id}-${level}-${seed}.txt`);
    const why = [...outcome.violations.map((one) => `${one.what}: ${one.why}`), ...outcome.differences];
    await writeFile(path, [...why, '', ...outcome.transcript, ''].join('\n'));
    examples.push(exampleOf(result, path));
  }
  const aimed = new Set(customers.slice(0, AIMED).map(({ id }) => id));
  const [first, further] = [true, false].map((of) => results.filter(({ customer }) => aimed.has(customer.id) === of));
  return {
    figures: [
      ...figuresOf('customers', first ?? [], runs, true),
      ...figuresOf('further customers', further ?? [], runs, false),
    ],
    examples,
  };
}
