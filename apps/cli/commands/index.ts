import { bench } from './bench';
import { doctor } from './doctor';
import { migrate } from './migrate';
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
  { name: 'bench', summary: 'measure, each figure beside its floor: [--seconds N] [--json FILE]', run: bench },
];
