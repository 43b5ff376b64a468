import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { wilson } from '@satchel/kernel';
import type { Figure, Options, Report } from './evaluation';
import { NoData } from './evaluation';
import { EVALUATIONS } from './index';

const BESIDE = '../shared/data';

/** `eval [name...] [--cases N] [--skip N] [--runs N] [--seed N] [--data FOLDER] [--json FILE]`; without a name, all of them. */
export async function evaluate(args: readonly string[]): Promise<number> {
  const names = namesIn(args);
  const unknown = names.filter((name) => !EVALUATIONS.some((one) => one.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no evaluation "${unknown.join('", "')}". There are: ${EVALUATIONS.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  const wanted = EVALUATIONS.filter(({ name }) => names.length === 0 || names.includes(name));
  const options = optionsIn(args);
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
  const file = option(args, '--json');
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

function namesIn(args: readonly string[]): string[] {
  return args.filter((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'));
}

function optionsIn(args: readonly string[]): Options {
  const cases = option(args, '--cases');
  const runs = option(args, '--runs');
  const data = resolve(option(args, '--data') ?? BESIDE);
  return {
    cases: cases === undefined ? null : Number(cases),
    skip: Number(option(args, '--skip') ?? 0),
    runs: runs === undefined ? null : Number(runs),
    seed: Number(option(args, '--seed') ?? 1),
    data: existsSync(data) ? data : null,
  };
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
