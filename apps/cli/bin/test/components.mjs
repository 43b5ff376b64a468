import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../shared/paths.mjs';

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
const firstThere = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/**
 * What some tests need beyond npm's packages. Found paths are handed to the tests by environment variable; a test
 * whose component is missing skips itself. `required: false` is for measurements only, never for a verdict.
 */
export function findComponents() {
  return [
    {
      name: 'chromium',
      variable: 'CHROMIUM_PATH',
      required: true,
      path: firstThere([
        process.env.CHROMIUM_PATH,
        ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(onPath),
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ]),
      hint: 'apt-get install chromium, or set CHROMIUM_PATH',
    },
    {
      name: 'dovecot',
      variable: 'DOVECOT_PATH',
      required: true,
      path: firstThere([
        process.env.DOVECOT_PATH,
        ...onPath('dovecot'),
        '/usr/sbin/dovecot',
        '/opt/homebrew/sbin/dovecot',
      ]),
      hint: 'apt-get install dovecot-imapd, or set DOVECOT_PATH',
    },
    {
      name: 'data sets',
      variable: 'SATCHEL_DATA_SETS',
      required: false,
      path: firstThere([process.env.SATCHEL_DATA_SETS, join(root, '..', 'shared', 'data')]),
      hint: 'set SATCHEL_DATA_SETS to a folder of them; only measurements need it',
    },
  ];
}
