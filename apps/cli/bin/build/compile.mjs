import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { dist, root } from '../shared/paths.mjs';
import { rewriteAliases } from './rewrite.mjs';

/** Compiles or copies the given sources into dist; answers with the sentences of those that do not parse. */
export async function compile(stale) {
  if (!stale.length) return [];
  const { transform } = (await import('@swc/core')).default;
  const settings = JSON.parse(await readFile(join(root, '.config/swc.json'), 'utf8'));
  const problems = [];
  await Promise.all(
    [...new Set(stale.map(({ output }) => dirname(join(dist, output))))].map((folder) =>
      mkdir(folder, { recursive: true }),
    ),
  );

  const one = async ({ source, output, text }) => {
    const target = join(dist, output);
    if (!/\.tsx?$/.test(source)) return copyFile(join(root, source), target);
    const sourceFileName = posix.relative(posix.dirname(`dist/${output}`), source);
    const options = { ...settings, filename: join(root, source), sourceFileName, swcrc: false, configFile: false };
    try {
      const { code, map } = await transform(text.toString('utf8'), options);
      await writeFile(target, `${rewriteAliases(code, output)}\n//# sourceMappingURL=${basename(output)}.map\n`);
      if (map) await writeFile(`${target}.map`, map);
    } catch (error) {
      problems.push({ source, message: String(error.message ?? error) });
    }
  };
  await Promise.all(stale.map(one));
  return problems;
}
