#!/usr/bin/env node
// npm run build: TypeScript to dist by SWC, the console and the widget by Vite; only what changed since the last time.
import './shared/node-version.mjs';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBrowserApp } from './build/browser-app.mjs';
import { compile } from './build/compile.mjs';
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
function writeManifest(plan, broken, built) {
  const files = {};
  for (const { source, output, hash } of plan.sources) if (!broken.has(source)) files[source] = { output, hash };
  const apps = Object.fromEntries(
    Object.entries(plan.browser).map(([name, hash]) => [
      name,
      plan.staleApps.includes(name) && !built.includes(name) ? plan.before[name] : hash,
    ]),
  );
  const text = JSON.stringify({ tools: plan.tools, files, ...apps });
  mkdirSync(dist, { recursive: true });
  writeFileSync(`${MANIFEST}.${process.pid}`, text);
  renameSync(`${MANIFEST}.${process.pid}`, MANIFEST);
}

async function main() {
  await ensureInstalled();
  const plan = planBuild({ all: process.argv.includes('--all') });
  if (plan.upToDate) return console.log('✓ build          nothing changed');

  const progress = step('build');
  // For who only needs the server: neither the console nor the widget.
  const apps = process.argv.includes('--no-console') ? [] : plan.staleApps;
  removeOutputs(plan.removed);
  const [problems, ...appProblems] = await Promise.all([compile(plan.stale), ...apps.map(buildBrowserApp)]);
  writeManifest(
    plan,
    new Set(problems.map(({ source }) => source)),
    apps.filter((_name, at) => appProblems[at] === null),
  );

  if (problems.length || appProblems.some((problem) => problem !== null)) {
    progress.failed();
    for (const { source, message } of problems) console.error(`\n${source}\n${message}`);
    for (const [at, problem] of appProblems.entries())
      if (problem !== null) console.error(`\nThe ${apps[at]} does not build:\n${problem}`);
    process.exitCode = 1;
    return;
  }
  const parts = [
    plan.stale.length && `${plan.stale.length} files`,
    plan.removed.length && `${plan.removed.length} removed`,
    ...apps,
  ];
  progress.done(parts.filter(Boolean).join(', '));
}

await main();
