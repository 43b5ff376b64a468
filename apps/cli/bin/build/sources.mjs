import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

const SERVER_TREES = ['apps/server', 'apps/cli', 'apps/sandbox', 'libs', 'migrations'];
const SHARED_WITH_BROWSERS = ['libs/contracts', 'libs/sdk'];
const LEFT_OUT = ['apps/cli/bin/', 'node_modules/'];

export const digest = (...parts) => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** What becomes of a source in dist: the compiled or copied path, or null when it stays behind. */
export function outputOf(source) {
  if (LEFT_OUT.some((prefix) => source.startsWith(prefix))) return null;
  if (
    /\.(spec|db-spec|e2e-spec)\.tsx?$|\.d\.ts$|\.md$|(^|\/)(__snapshots__|fixtures)\/|(^|\/)(tsconfig[^/]*\.json|\.[^/]*)$/.test(
      source,
    )
  )
    return null;
  return source.replace(/\.tsx?$/, '.js');
}

function filesUnder(tree) {
  try {
    return readdirSync(join(root, tree), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath ?? entry.path, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !path.includes('/node_modules/'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Every source of the server side with the hash of what it says now. */
export function serverSources() {
  return SERVER_TREES.flatMap(filesUnder).flatMap((source) => {
    const output = outputOf(source);
    if (!output) return [];
    const text = readFileSync(join(root, source));
    return [{ source, output, text, hash: digest(source, text) }];
  });
}

/** One hash over all that an app for browsers is made of; null when there is no such app. */
export function browserHash(app) {
  const files = [app, ...SHARED_WITH_BROWSERS]
    .flatMap(filesUnder)
    .filter((path) => !/\.(spec|e2e-spec)\.tsx?$|\.md$|\/e2e\//.test(path));
  if (!files.some((path) => path.startsWith(`${app}/`))) return null;
  const lock = readFileSync(join(root, 'package-lock.json'));
  return digest(lock, ...files.sort().flatMap((path) => [path, readFileSync(join(root, path))]));
}
