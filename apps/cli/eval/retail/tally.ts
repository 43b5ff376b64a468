import type { Figure } from '../evaluation';
import type { Outcome } from './conversation';
import { type Level, LEVELS } from './noise';
import type { Customer, WishKind } from './wishes';

/** One conversation of one customer. */
export interface Result {
  customer: Customer;
  level: Level;
  seed: number;
  outcome: Outcome;
}

const KINDS: readonly WishKind[] = ['cancel', 'return', 'exchange', 'items', 'address', 'payment'];

function choose(n: number, k: number): number {
  let ways = 1;
  for (let at = 0; at < k; at += 1) ways = (ways * (n - at)) / (at + 1);
  return Math.round(ways);
}

/** The chance that k runs of the same customer all pass, over all customers: C(passes, k) / C(runs, k). */
export function passAll(results: readonly Result[], k: number): number {
  const runs = byCustomer(results);
  const shares = [...runs.values()].map((all) => {
    const passes = all.filter(({ outcome }) => outcome.passed).length;
    return all.length < k ? 0 : choose(passes, k) / choose(all.length, k);
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function byCustomer(results: readonly Result[]): Map<string, Result[]> {
  const runs = new Map<string, Result[]>();
  for (const result of results) runs.set(result.customer.id, [...(runs.get(result.customer.id) ?? []), result]);
  return runs;
}

const passed = ({ outcome }: Result): boolean => outcome.passed;
const share = (what: string, some: readonly Result[], hit = passed): Figure => ({
  what,
  hits: some.filter(hit).length,
  n: some.length,
});

const AIM_ONE = 0.98;
const AIM_ALL = 0.95;

export function figuresOf(title: string, results: readonly Result[], seeds: number, aimed: boolean): Figure[] {
  if (results.length === 0) return [];
  const first = share(`${title}: pass^1`, results);
  const runs = [...byCustomer(results).values()].filter((all) => all.length >= seeds);
  const every = runs.filter((all) => all.every(passed)).length;
  const violations = results.filter(({ outcome }) => outcome.violations.length > 0).length;
  const handedOver = share('  handed to a person', results, ({ outcome }) => outcome.handedOver);
  const one = (first.hits ?? 0) / results.length;
  const all = passAll(results, seeds);
  const mean = results.reduce((sum, { outcome }) => sum + outcome.turns, 0) / results.length;
  const aim = (target: string, met: boolean): Partial<Figure> => (aimed ? { target, met } : {});
  return [
    { ...first, ...aim('>= 98 %', one >= AIM_ONE) },
    { what: `${title}: pass^${seeds}`, hits: every, n: runs.length, ...aim('>= 95 %', all >= AIM_ALL) },
    { what: '  with a violation', hits: violations, n: results.length, ...aim('none', violations === 0) },
    handedOver,
    share('  with something that a lead had to approve', results, ({ outcome }) => outcome.approvals > 0),
    { what: '  turns of a conversation, mean', value: mean },
    ...LEVELS.map((level) =>
      share(
        `  ${level}`,
        results.filter((one) => one.level === level),
      ),
    ),
    ...KINDS.map((kind) =>
      share(
        `  with a wish to ${kind}`,
        results.filter(({ customer }) => customer.wishes.some((one) => one.kind === kind)),
      ),
    ),
    ...[1, 2].map((count) =>
      share(
        count === 1 ? '  one wish' : '  several wishes',
        results.filter(({ customer }) => (count === 1 ? customer.wishes.length === 1 : customer.wishes.length > 1)),
      ),
    ),
  ].filter(({ n }: Figure) => n === undefined || n > 0);
}

/** One line for who mends it: what went wrong, and where all that was said is. */
export function exampleOf({ customer, level, seed, outcome }: Result, path: string): string {
  const [violation] = outcome.violations;
  const why = violation
    ? `${violation.what}: ${violation.why}`
    : outcome.handedOver
      ? 'handed to a person'
      : (outcome.differences[0] ?? '');
  return `${customer.id} ${level} #${seed} (${customer.wishes.map(({ kind }) => kind).join(', ')}) ${why.slice(0, 160)} | ${path}`;
}
