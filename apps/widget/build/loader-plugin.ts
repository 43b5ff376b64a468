import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import { build, type Plugin, type UserConfig } from 'vite';

/**
 * The loader is one classic script with a name that never changes, so it is built after the app: it must know the
 * hashed names of the app and of the words.
 */
export function loaderPlugin(shared: UserConfig): Plugin {
  let outDir = '';
  return {
    name: 'satchel:loader',
    configResolved: (config) => void (outDir = config.build.outDir),
    async writeBundle(_options, bundle) {
      const entries = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' && chunk.isEntry ? [chunk] : [],
      );
      const words = Object.fromEntries(
        entries.flatMap(({ facadeModuleId, fileName }) =>
          facadeModuleId?.includes('/locales/') ? [[basename(facadeModuleId, '.ts'), basename(fileName)]] : [],
        ),
      );
      const app = entries.find(({ name }) => name === 'app');
      if (!app) throw new Error('the app was not built');
      await build({
        ...shared,
        configFile: false,
        logLevel: 'warn',
        define: { APP_FILE: JSON.stringify(basename(app.fileName)), WORDS_FILES: JSON.stringify(words) },
        build: {
          ...shared.build,
          outDir,
          emptyOutDir: false,
          lib: {
            entry: fileURLToPath(new URL('../loader/main.ts', import.meta.url)),
            formats: ['iife'],
            name: 'satchelLoader',
            fileName: () => 'widget.js',
          },
        },
      });
    },
  };
}
