#!/usr/bin/env node
// npm test: every ring of tests that this machine can run. `npm test -- libs/desk` runs a part of them.
import './shared/node-version.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findComponents } from './test/components.mjs';
import { ensureInstalled } from './shared/install.mjs';
import { root } from './shared/paths.mjs';

const inCi = process.env.CI === 'true' || process.env.CI === '1';

function reportComponents(components) {
  const mark = ({ path, required }) => (path ? '✓' : required && inCi ? '✗' : '–');
  for (const it of components) console.log(`${mark(it)} ${it.name.padEnd(14)} ${it.path ?? `missing: ${it.hint}`}`);
  return components.filter(({ path, required }) => !path && required);
}

function runJest(args, environment) {
  const jest = [
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '-c',
    '.config/jest.config.cjs',
  ];
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, [...jest, ...args], { cwd: root, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => resolve(console.error(error.message) ?? 1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main() {
  await ensureInstalled();
  const built = spawnSync(process.execPath, [join(root, 'apps/cli/bin/build.mjs')], { stdio: 'inherit' });
  const components = findComponents();
  const missing = reportComponents(components);
  const found = Object.fromEntries(components.flatMap(({ variable, path }) => (path ? [[variable, path]] : [])));

  const folder = mkdtempSync(join(tmpdir(), 'satchel-test-'));
  const file = join(folder, 'counts.json');
  const code = await runJest(process.argv.slice(2), { ...found, SATCHEL_TEST_COUNTS: file });
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });

  if (built.status !== 0) console.error('\nThe product does not build, so what ran above is not the whole truth.');
  if (inCi && missing.length)
    console.error(`\nMissing here, which counts as failed: ${missing.map(({ name }) => name).join(', ')}.`);
  const failed = counts.failed + (inCi ? missing.length : 0) + (built.status === 0 ? 0 : 1);
  process.exitCode = code === 0 && failed === 0 ? 0 : 1;
  console.log(`${counts.passed} passed, ${failed || (code === 0 ? 0 : 1)} failed, ${counts.skipped} skipped`);
}

await main();
