import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wilson } from '@satchel/kernel';
import type { Figure, Options, Report } from './evaluation';
import { NoData } from './evaluation';
import { EVALUATIONS } from './index';

const BESIDE = '../shared/data';

const USAGE = `npm run eval -- [name...] [options]      without a name, all of them

  --cases N     at most so many cases       --skip N    none of the first N
  --runs N      each case so many times     --seed N    what chance begins with (1)
  --data DIR    the evaluation data         --json FILE the figures as JSON as well

`;

export async function evaluate(args: readonly string[]): Promise<number> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 1;
  }
  const { names, file, options } = asked;
  if (asked.help) {
    console.log(USAGE + EVALUATIONS.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`).join('\n'));
    return 0;
  }
  const unknown = names.filter((name) => !EVALUATIONS.some((one) => one.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no evaluation "${unknown.join('", "')}". There are: ${EVALUATIONS.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  const wanted = EVALUATIONS.filter(({ name }) => names.length === 0 || names.includes(name));
  const reports: Record<string, Report> = {};
  let missed = false;
  for (const { name, summary, run } of wanted) {
    console.log(`\n${name}: ${summary}`);
    try {
      const report = await run(options);
      reports[name] = report;
      for (const figure of report.figures) console.log(line(figure));
      for (const example of report.examples.slice(0, 20)) console.log(`    ${example}`);
      missed ||= report.figures.some(({ met }) => met === false);
    } catch (error) {
      if (!(error instanceof NoData)) throw error;
      console.log(`  not measured: ${error.message}`);
    }
  }
  if (file) await writeFile(file, JSON.stringify(reports, null, 2));
  return missed ? 1 : 0;
}

function line({ what, hits, n, value, unit, target, met }: Figure): string {
  const told = n === undefined || hits === undefined ? number(value ?? 0, unit) : share(hits, n);
  const verdict = target === undefined ? '' : `${met ? '✓' : '✗'} ${target}`;
  return `  ${what.padEnd(58)} ${told.padEnd(44)} ${verdict}`.trimEnd();
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function share(hits: number, n: number): string {
  const { share: middle, low, high } = wilson(hits, n);
  return `${percent(middle)} (${percent(low)} to ${percent(high)}), n = ${n}`;
}

const number = (value: number, unit = ''): string => `${Number(value.toFixed(2))}${unit && ` ${unit}`}`;

interface Asked {
  names: string[];
  help: boolean;
  file: string | null;
  options: Options;
}

/** What was asked for, or what is wrong with it. */
function readArgs(args: readonly string[]): Asked | string {
  const text = { type: 'string' } as const;
  let read;
  try {
    read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        ...{ cases: text, skip: text, runs: text, seed: text, data: text, json: text },
      },
    });
  } catch (error) {
    return `${error instanceof Error ? error.message : 'This was not understood.'}\n\n${USAGE}`;
  }
  const { values, positionals } = read;
  const counts = ['cases', 'skip', 'runs', 'seed'] as const;
  const wrong = counts.find((name) => values[name] !== undefined && !/^\d+$/.test(values[name]));
  if (wrong) return `--${wrong} must be a whole number, and is "${values[wrong]}".`;
  const count = (name: (typeof counts)[number]): number | null =>
    values[name] === undefined ? null : Number(values[name]);
  const data = resolve(values.data ?? BESIDE);
  return {
    names: positionals,
    help: values.help === true,
    file: values.json ?? null,
    options: {
      cases: count('cases'),
      skip: count('skip') ?? 0,
      runs: count('runs'),
      seed: count('seed') ?? 1,
      data: existsSync(data) ? data : null,
    },
  };
}
