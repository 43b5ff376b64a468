// `node -r libs/testing/jest/register.cjs file.ts`: a child process of a test runs our TypeScript as Jest does.
const { transformSync } = require('@swc/core');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '../../..');
const options = JSON.parse(readFileSync(join(root, '.config/swc.json'), 'utf8'));

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    sourceMaps: 'inline',
    swcrc: false,
  });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, room] = /^@satchel\/([a-z-]+)$/.exec(request) ?? [];
  const door = room && join(root, 'libs', room, 'index.ts');
  return resolve.call(this, door && existsSync(door) ? door : request, ...rest);
};
