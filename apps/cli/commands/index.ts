import { backfill } from './backfill';
import { bench } from './bench';
import { chaos } from './chaos';
import { doctor } from './doctor';
import { evaluate } from './eval';
import { migrate } from './migrate';
import { reconcile } from './reconcile';
import { seed } from './seed';

export interface Command {
  name: string;
  /** For the help, one line. */
  summary: string;
  /** Answers the exit code. */
  run(args: readonly string[]): Promise<number>;
}

export const commands: readonly Command[] = [
  { name: 'migrate', summary: 'bring the database up to date', run: migrate },
  { name: 'seed', summary: 'fill it with the demo workspace, if it has none', run: seed },
  { name: 'doctor', summary: 'look at this machine and say what would not work, with a fix for each', run: doctor },
  {
    name: 'reconcile',
    summary: 'hold mailboxes against what came in; fails when something is missing: [connection] [--days N] [--fetch]',
    run: reconcile,
  },
  { name: 'backfill', summary: 'import old mail, which nothing answers: <connection> [--days N]', run: backfill },
  { name: 'chaos', summary: 'lose no mail while everything breaks, on a Dovecot of its own: [--mails N]', run: chaos },
  {
    name: 'bench',
    summary: 'measure, each figure beside its floor: [mail|context] [--seconds N] [--json FILE]',
    run: bench,
  },
  {
    name: 'eval',
    summary:
      'measure the AI, each figure with its interval: [name...] [--cases N] [--skip N] [--runs N] [--seed N] [--data FOLDER] [--json FILE]',
    run: evaluate,
  },
];
