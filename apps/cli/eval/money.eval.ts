import type { Evaluation, Options, Report } from './evaluation';
import { scheduleOf } from './money/schedule';

const SCHEDULES = 10_000;
/** Of one workspace, so that what was given before stays little to read. */
const OF_ONE = 100;
const AT_ONCE = 16;

export const moneyEvaluation: Evaluation = {
  name: 'money',
  summary: 'each refund that was wanted exactly once at the shop, through crashes, retries, doubles and silence',
  run,
};

async function run({ cases, seed }: Options): Promise<Report> {
  const n = cases ?? SCHEDULES;
  // Loaded here: the other evaluations need no database.
  const { openTheatre } = await import('./money/stage');
  const { play } = await import('./money/play');
  const theatre = await openTheatre();
  const examples: string[] = [];
  let wrong = 0;
  let wishes = 0;
  const begin = performance.now();
  try {
    for (let first = 0; first < n; first += OF_ONE) {
      const stage = await theatre.stage();
      const numbers = Array.from({ length: Math.min(OF_ONE, n - first) }, (_, at) => first + at);
      const worker = async (): Promise<void> => {
        for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
          const order = String(1_000_000 + number);
          const schedule = scheduleOf(seed * 1_000_003 + number);
          wishes += schedule.rounds.flat().length;
          const problems = await stage.time
            .within(() => play(stage, order, schedule))
            .catch((error: unknown) => [error instanceof Error ? error.message : 'it threw something']);
          stage.shop.forget(order);
          if (problems.length === 0) continue;
          wrong++;
          examples.push(`schedule ${number}: ${problems.join('; ')} ${JSON.stringify(schedule)}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
  } finally {
    await theatre.close();
  }
  const seconds = (performance.now() - begin) / 1_000;
  return {
    figures: [
      {
        what: 'schedules in which each refund happened exactly once',
        hits: n - wrong,
        n,
        target: 'all',
        met: wrong === 0,
      },
      { what: 'violations', value: wrong, target: 'none', met: wrong === 0 },
      { what: 'refunds wanted or declined', value: wishes },
      { what: 'time', value: seconds, unit: 's' },
    ],
    examples,
  };
}
