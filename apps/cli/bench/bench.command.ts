import { cpus, totalmem } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { appendOnRawPg, appendOverApi, nestEcho } from './append.bench';
import { mailToScreen } from './mail.bench';
import { startRig } from './rig';
import { startAndRest } from './start.bench';
import { builtInTurn } from './turn.bench';

interface Row {
  what: string;
  figure: number;
  unit: string;
  floor?: { what: string; figure: number };
  target: string;
  met: boolean;
}

/**
 * `bench [--seconds N] [--json FILE]`: every figure with its floor, measured in the same run on this machine.
 * Figures are for comparing two states of the code on one machine, so nothing here fails on a slow one.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const seconds = Number(option(args, '--seconds') ?? 10);
  const rows: Row[] = [];
  const rig = await startRig();
  try {
    const api = await appendOverApi(rig, seconds);
    const raw = await appendOnRawPg(rig, seconds);
    const echo = await nestEcho(seconds);
    rows.push(
      row('message appended over the API, 32 writers', api.perSecond, '/s', 'at least 1,000/s', api.perSecond >= 1000, {
        what: 'same statement on raw pg',
        figure: raw.perSecond,
      }),
      row(
        '  as a share of raw pg',
        (100 * api.perSecond) / raw.perSecond,
        '%',
        'at least 25 %',
        api.perSecond >= raw.perSecond / 4,
      ),
      row('  beside a Nest echo', api.perSecond, '/s', '-', true, { what: 'validated echo', figure: echo.perSecond }),
      row('  its p95', api.p95Ms, 'ms', '-', true, { what: 'raw pg p95', figure: raw.p95Ms }),
    );
    const mail = await mailToScreen(rig, 200);
    rows.push(row('SMTP accept to console socket, p95', mail.p95Ms, 'ms', 'under 500 ms', mail.p95Ms < 500));
    const turn = await builtInTurn(rig, 60);
    rows.push(row('built-in engine turn without vendors, p95', turn.p95Ms, 'ms', 'under 150 ms', turn.p95Ms < 150));
  } finally {
    await rig.stop();
  }
  const start = await startAndRest();
  rows.push(
    row('npm start on an empty data folder', start.firstSeconds, 's', '-', true),
    row('npm start, warm', start.warmSeconds, 's', 'under 6 s', start.warmSeconds < 6),
  );
  if (start.restingMegabytes !== null) {
    rows.push(
      row(
        'memory at rest without PostgreSQL',
        start.restingMegabytes,
        'MB',
        'under 350 MB',
        start.restingMegabytes < 350,
      ),
    );
  }
  print(rows);
  const file = option(args, '--json');
  if (file) await writeFile(file, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
}

function row(what: string, figure: number, unit: string, target: string, met: boolean, floor?: Row['floor']): Row {
  return { what, figure, unit, target, met, ...(floor ? { floor } : {}) };
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}

function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
}

function print(rows: Row[]): void {
  const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
  console.log(`\n${machine()}\n`);
  for (const { what, figure, unit, floor, target, met } of rows) {
    const beside = floor ? `${floor.what} ${number(floor.figure)} (${number((100 * figure) / floor.figure)} %)` : '';
    const verdict = target === '-' ? '' : `${met ? '✓' : '✗'} ${target}`;
    console.log(`${what.padEnd(44)} ${`${number(figure)} ${unit}`.padStart(12)}   ${beside.padEnd(46)} ${verdict}`);
  }
}
