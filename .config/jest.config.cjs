const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// Packages that ship ES modules only; Jest below Node 24.9 cannot require them, so SWC turns them into CommonJS.
const esModules = [
  'nodemailer',
  'imapflow',
  'html-to-text',
  '@selderee',
  'selderee',
  'parseley',
  'leac',
  'peberminta',
  '@zone-eu',
  'libmime',
  'libbase64',
  'libqp',
  'deepmerge-ts',
  'content-disposition',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'ical.js',
  'jose',
  'marked',
  'unpdf',
];
const rootDir = join(__dirname, '..');
const swc = JSON.parse(readFileSync(join(__dirname, 'swc.json'), 'utf8'));

/** Three rings by file name: *.spec pure, *.db-spec on PostgreSQL, *.e2e-spec the whole product. */
const ring = (displayName, suffix, extra = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testRegex: `(apps|libs)/.*\\.${suffix}\\.tsx?$`,
  transform: { '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest', { ...swc, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '^@satchel/([a-z-]+)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['<rootDir>/.config/fast-check.cjs'],
  ...extra,
});
const onDatabase = {
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.ts',
};

module.exports = {
  rootDir,
  testTimeout: 30_000,
  maxWorkers: 2,
  reporters: ['default', join(rootDir, 'apps/cli/bin/test/counts-reporter.cjs')],
  projects: [ring('unit', 'spec'), ring('db', 'db-spec', onDatabase), ring('e2e', 'e2e-spec', onDatabase)],
};
