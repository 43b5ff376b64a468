import { cpus, totalmem } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { appendOnRawPg, appendOverApi, nestEcho } from './append.bench';
import { contextRead } from './context.bench';
import { idleToScreen } from './mail-idle.bench';
import { mailsAccepted, mailsForgotten, mailToScreenUnderLoad } from './mail-load.bench';
import { mailToScreen } from './mail.bench';
import { type Rig, startRig } from './rig';
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
 * `bench [mail|context|turn] [--seconds N] [--json FILE]`: every figure with its floor, measured in the same run on this machine.
 * Figures are for comparing two states of the code on one machine, so nothing here fails on a slow one.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const seconds = Number(option(args, '--seconds') ?? 10);
  const rows: Row[] = [];
  const rig = await startRig();
  const part = PARTS[args[0] ?? ''];
  if (part) {
    try {
      rows.push(...(await part(rig, seconds)));
    } finally {
      await rig.stop();
    }
    return report(args, rows);
  }
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
    rows.push(...(await mailRows(rig, seconds)));
    rows.push(...(await contextRows(rig, seconds)));
    rows.push(...(await turnRows(rig)));
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
  await report(args, rows);
}

async function report(args: readonly string[], rows: Row[]): Promise<void> {
  print(rows);
  const file = option(args, '--json');
  if (file) await writeFile(file, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
}

/** Mail on its way in: how much, and how soon somebody sees it. */
async function mailRows(rig: Rig, seconds: number): Promise<Row[]> {
  const alone = await mailToScreen(rig, 200);
  const steady = await mailToScreenUnderLoad(rig, 50, seconds);
  const idle = await idleToScreen(rig, 40);
  const floor = await mailsForgotten(seconds);
  const accepted = await mailsAccepted(rig, seconds);
  const smtp = { what: 'an SMTP server that forgets', figure: floor.perSecond };
  const rows = [
    row('SMTP accept to console socket, p95', alone.p95Ms, 'ms', 'under 500 ms', alone.p95Ms < 500),
    row('  at 50 mails/s, p95', steady.p95Ms, 'ms', 'under 1 s', steady.p95Ms < 1000),
    row('mails taken at the SMTP door, 16 clients', accepted.perSecond, '/s', '50/s', accepted.perSecond >= 50, smtp),
  ];
  if (!idle) return rows;
  const told = { what: 'IDLE alone, p95', figure: idle.idle.p95Ms };
  const { p95Ms } = idle.screen;
  return [...rows, row('mailbox (IDLE) to console socket, p95', p95Ms, 'ms', 'under 2 s', p95Ms < 2000, told)];
}

/** What an agent waits for when a ticket is opened. */
async function contextRows(rig: Rig, seconds: number): Promise<Row[]> {
  const { cold, warm, slow } = await contextRead(rig, seconds);
  return [
    row("a customer's context, first look, p95", cold.p95Ms, 'ms', '-', true),
    row('  within the minute, p95', warm.p95Ms, 'ms', 'under 150 ms', warm.p95Ms < 150),
    row('  with a shop that never answers, p95', slow.p95Ms, 'ms', 'under 900 ms', slow.p95Ms < 900),
  ];
}

/** What a customer's question costs the house, the shop's and the carrier's own time left out. */
async function turnRows(rig: Rig): Promise<Row[]> {
  const { p95Ms } = await builtInTurn(rig, 60);
  return [row('built-in engine turn without vendors, p95', p95Ms, 'ms', 'under 100 ms', p95Ms < 100)];
}

/** What can be measured alone. */
const PARTS: Partial<Record<string, (rig: Rig, seconds: number) => Promise<Row[]>>> = {
  mail: mailRows,
  context: contextRows,
  turn: turnRows,
};

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
