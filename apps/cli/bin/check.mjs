#!/usr/bin/env node
// npm run check: types, lint, walls, dead code and format, two at a time. `npm run check -- types walls` runs only those.
import './shared/node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './shared/install.mjs';
import { root } from './shared/paths.mjs';
import { dim, green, red, seconds } from './shared/print.mjs';

const AT_A_TIME = 2;

function runCommand([script, ...args]) {
  return new Promise((resolve) => {
    let output = '';
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
    const env = { ...process.env, ...colour, NODE_OPTIONS: '--max-old-space-size=4096' };
    const child = spawn(process.execPath, [join('node_modules', script), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

async function runTool({ name, commands, hint }) {
  const from = performance.now();
  let passed = true;
  let output = '';
  for (const command of commands) {
    const result = await runCommand(command);
    passed &&= result.passed;
    if (!result.passed) output += result.output;
  }
  const mark = passed ? green('✓') : red('✗');
  console.log(`${mark} ${name.padEnd(10)} ${dim(seconds(performance.now() - from))}`);
  if (!passed) console.log([output.trim(), hint && `(${hint})`, ''].filter((line) => line !== undefined).join('\n'));
  return passed;
}

async function main() {
  await ensureInstalled();
  const { tools } = await import('./check/tools.mjs');
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !tools.some((tool) => tool.name === name));
  if (unknown.length) {
    console.error(`No check is named ${unknown.join(', ')}; there are: ${tools.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  const queue = tools.filter(({ name }) => !wanted.length || wanted.includes(name));
  let allPassed = true;
  const lane = async () => {
    for (let tool = queue.shift(); tool; tool = queue.shift()) allPassed = (await runTool(tool)) && allPassed;
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  process.exitCode = allPassed ? 0 : 1;
}

await main();
