import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's root, seen from the sources as well as from the compiled files. */
function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the server');
    folder = parent;
  }
  return folder;
}

export const CONSOLE_DIR = join(projectRoot(), 'dist', 'console');
export const WIDGET_DIR = join(projectRoot(), 'dist', 'widget');
