import { spawn } from 'node:child_process';
import { dist, root } from '../shared/paths.mjs';

const MOST_LINES = 40;
const shortened = (text) => text.split('\n').slice(0, MOST_LINES).join('\n');

/** Builds the console or the widget with Vite in a process of its own; answers with its output when it failed, else null. */
export function buildBrowserApp(name) {
  const args = ['node_modules/vite/bin/vite.js', 'build', '-c', `apps/${name}/vite.config.ts`, `apps/${name}`];
  const settings = ['--outDir', `${dist}/${name}`, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve) => {
    let output = '';
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    const env = { ...process.env, ...plain, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
    const child = spawn(process.execPath, [...args, ...settings], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : shortened(output.trim()) || `vite ended with ${code}`));
  });
}
