import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { planBuild } from '../build/plan.mjs';

/**
 * Brings dist up to date. Looking costs little and is done here; building is done in a process of its own, so that the
 * compiler's memory is not kept by the server that is started next. Ends the process when the build fails.
 */
export async function ensureBuilt({ console: withConsole = true } = {}) {
  const { stale, removed, staleApps } = planBuild();
  if (!stale.length && !removed.length && !(staleApps.length && withConsole)) return;
  const args = [fileURLToPath(new URL('../build.mjs', import.meta.url)), ...(withConsole ? [] : ['--no-console'])];
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  if (code !== 0) process.exit(1);
}
