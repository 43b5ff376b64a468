import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from '../shared/paths.mjs';
import { browserHash, digest, serverSources } from './sources.mjs';

export const MANIFEST = `${dist}/.build.json`;

/** A new compiler, new settings or a new way of building makes all old output worthless. */
function toolHash() {
  const swc = JSON.parse(readFileSync(join(root, 'node_modules/@swc/core/package.json'), 'utf8'));
  const ours = ['rewrite.mjs', 'compile.mjs'].map((name) => readFileSync(new URL(name, import.meta.url)));
  return digest(swc.version, readFileSync(join(root, '.config/swc.json')), ...ours);
}

function readManifest() {
  try {
    return JSON.parse(readFileSync(MANIFEST, 'utf8'));
  } catch {
    return { tools: '', files: {} };
  }
}

function outputsThere() {
  try {
    return new Set(readdirSync(dist, { recursive: true }).map((path) => path.replaceAll('\\', '/')));
  } catch {
    return new Set();
  }
}

/** What Vite builds for browsers, each into a folder of its own in dist, and the file by which it is seen to be there. */
const BROWSER_APPS = [
  { name: 'console', mark: 'console/index.html' },
  { name: 'widget', mark: 'widget/widget.js' },
];

/** Compares the sources with what was built: what to compile, what to remove, which apps for browsers are stale. */
export function planBuild({ all = false } = {}) {
  const tools = toolHash();
  const before = readManifest();
  const fresh = all || before.tools !== tools;
  const there = outputsThere();
  const sources = serverSources();
  const stale = sources.filter(
    ({ source, output, hash }) => fresh || before.files[source]?.hash !== hash || !there.has(output),
  );
  const kept = new Set(sources.map(({ output }) => output));
  const removed = Object.values(before.files)
    .map(({ output }) => output)
    .filter((output) => !kept.has(output));
  const browser = Object.fromEntries(BROWSER_APPS.map(({ name }) => [name, browserHash(`apps/${name}`)]));
  const staleApps = BROWSER_APPS.filter(
    ({ name, mark }) => browser[name] !== null && (all || before[name] !== browser[name] || !there.has(mark)),
  ).map(({ name }) => name);
  return {
    before,
    tools,
    sources,
    stale,
    removed,
    browser,
    staleApps,
    upToDate: !stale.length && !removed.length && !staleApps.length,
  };
}
