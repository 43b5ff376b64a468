import { fileURLToPath } from 'node:url';

/** The repository's root: everything the commands do is relative to it, wherever they were called from. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/[\\/]$/, '');
export const dist = `${root}/dist`;
