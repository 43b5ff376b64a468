import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

const TYPED = ['tsconfig.json', 'apps/console/tsconfig.json', 'apps/widget/tsconfig.json'].filter((path) =>
  existsSync(join(root, path)),
);
const SOURCES = 'apps libs migrations';
const script = (words) => words.split(' ');

/** Longest first, because two run at a time. Each is a list of scripts in node_modules that all must pass. */
export const tools = [
  {
    name: 'lint',
    commands: [
      script(
        `eslint/bin/eslint.js -c .config/eslint.config.mjs --max-warnings 0 --no-error-on-unmatched-pattern ${SOURCES}`,
      ),
    ],
  },
  { name: 'types', commands: TYPED.map((project) => script(`typescript-native/bin/tsc --noEmit -p ${project}`)) },
  {
    name: 'walls',
    commands: [
      script(
        `dependency-cruiser/bin/dependency-cruise.mjs --config .config/dependency-cruiser.cjs -T err-long ${SOURCES}`,
      ),
    ],
  },
  {
    name: 'dead code',
    commands: [script('knip/bin/knip.js --config .config/knip.json --no-progress --no-config-hints')],
  },
  {
    name: 'format',
    commands: [
      script(
        'prettier/bin/prettier.cjs --config .config/prettier.json --ignore-path .config/prettierignore --check --cache .',
      ),
    ],
    hint: 'npm run format mends it',
  },
];
