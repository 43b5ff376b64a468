import { posix } from 'node:path';

const ALIAS = /\brequire\((["'])@satchel\/([a-z][a-z-]*)\1\)/g;

/**
 * Turns `require("@satchel/kernel")` in a compiled file into the path of that room's door, because plain Node knows
 * no aliases. `file` is the compiled file's path from the root of dist, with forward slashes.
 */
export function rewriteAliases(code, file) {
  return code.replace(ALIAS, (_whole, quote, room) => {
    const path = posix.relative(posix.dirname(file), `libs/${room}/index.js`);
    return `require(${quote}${path.startsWith('.') ? path : `./${path}`}${quote})`;
  });
}
