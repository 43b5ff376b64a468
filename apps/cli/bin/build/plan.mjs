import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from '../shared/paths.mjs';
import { consoleHash, digest, serverSources } from './sources.mjs';

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
    return { tools: '', files: {}, console: null };
  }
}

function outputsThere() {
  try {
    return new Set(readdirSync(dist, { recursive: true }).map((path) => path.replaceAll('\\', '/')));
  } catch {
    return new Set();
  }
}

/** Compares the sources with what was built: what to compile, what to remove, whether the console is stale. */
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
  const console = consoleHash();
  const staleConsole = console !== null && (all || before.console !== console || !there.has('console/index.html'));
  return {
    before,
    tools,
    sources,
    stale,
    removed,
    console,
    staleConsole,
    upToDate: !stale.length && !removed.length && !staleConsole,
  };
}
