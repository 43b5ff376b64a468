import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../start/cli-error';
import { numberOption } from './arguments';

/** The sources beside `dist`, where the tests lie. */
const ROOT = join(__dirname, '..', '..', '..', '..');
const SUITE = 'apps/server/e2e/dovecot.e2e-spec.ts';

/** `chaos --mails 10000`: the mail suite that breaks everything, with as many mails as one likes. Needs a checkout. */
export async function chaos(args: readonly string[]): Promise<number> {
  const mails = numberOption(args, '--mails', { fallback: 2000, min: 20, max: 100_000 });
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  if (!existsSync(jest) || !existsSync(join(ROOT, SUITE)))
    throw new CliError('This runs a test of the sources: use a checkout with its development packages.');
  const child = spawn(process.execPath, [jest, SUITE, '-c', '.config/jest.config.cjs', '--selectProjects', 'e2e'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CI: 'true', SATCHEL_CHAOS_MAILS: String(mails) },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
