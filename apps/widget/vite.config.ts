import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { loaderPlugin } from './build/loader-plugin';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const locales = readdirSync(here('locales')).filter((file) => file !== 'words.ts');

const shared: UserConfig = {
  root: here('.'),
  resolve: { alias: { '@satchel/contracts': here('../../libs/contracts/index.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: false, reportCompressedSize: false },
};

export default defineConfig({
  ...shared,
  plugins: [loaderPlugin(shared)],
  build: {
    ...shared.build,
    outDir: here('../../dist/widget'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        app: here('app/main.tsx'),
        ...Object.fromEntries(locales.map((file) => [file.replace('.ts', ''), here(`locales/${file}`)])),
      },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
