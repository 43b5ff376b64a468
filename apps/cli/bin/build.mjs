#!/usr/bin/env node
// npm run build: TypeScript to dist by SWC, the console by Vite; only what changed since the last time.
import './shared/node-version.mjs';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './build/compile.mjs';
import { buildConsole } from './build/console.mjs';
import { MANIFEST, planBuild } from './build/plan.mjs';
import { ensureInstalled } from './shared/install.mjs';
import { dist } from './shared/paths.mjs';
import { step } from './shared/print.mjs';

function removeOutputs(outputs) {
  for (const output of outputs) {
    rmSync(join(dist, output), { force: true });
    rmSync(join(dist, `${output}.map`), { force: true });
  }
}

/** Written last and in one move: a build that was killed half-way is simply done again. */
function writeManifest(plan, broken, consoleBuilt) {
  const files = {};
  for (const { source, output, hash } of plan.sources) if (!broken.has(source)) files[source] = { output, hash };
  const text = JSON.stringify({ tools: plan.tools, files, console: consoleBuilt ? plan.console : plan.before.console });
  mkdirSync(dist, { recursive: true });
  writeFileSync(`${MANIFEST}.${process.pid}`, text);
  renameSync(`${MANIFEST}.${process.pid}`, MANIFEST);
}

async function main() {
  await ensureInstalled();
  const plan = planBuild({ all: process.argv.includes('--all') });
  if (plan.upToDate) return console.log('✓ build          nothing changed');

  const progress = step('build');
  const wantsConsole = plan.staleConsole && !process.argv.includes('--no-console');
  removeOutputs(plan.removed);
  const [problems, consoleProblem] = await Promise.all([compile(plan.stale), wantsConsole ? buildConsole() : null]);
  writeManifest(
    plan,
    new Set(problems.map(({ source }) => source)),
    !plan.staleConsole || (wantsConsole && !consoleProblem),
  );

  if (problems.length || consoleProblem) {
    progress.failed();
    for (const { source, message } of problems) console.error(`\n${source}\n${message}`);
    if (consoleProblem) console.error(`\nThe console does not build:\n${consoleProblem}`);
    process.exitCode = 1;
    return;
  }
  const parts = [
    plan.stale.length && `${plan.stale.length} files`,
    plan.removed.length && `${plan.removed.length} removed`,
    wantsConsole && 'console',
  ];
  progress.done(parts.filter(Boolean).join(', '));
}

await main();
