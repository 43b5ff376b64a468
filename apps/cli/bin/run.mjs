#!/usr/bin/env node
// npm run cli -- <command>: runs a command of apps/cli after bringing packages and build up to date.
import './shared/node-version.mjs';
import { createRequire } from 'node:module';
import { ensureBuilt } from './shared/ensure-built.mjs';
import { ensureInstalled } from './shared/install.mjs';
import { dist } from './shared/paths.mjs';

await ensureInstalled();
await ensureBuilt({ console: false });
process.argv.splice(1, 1, `${dist}/apps/cli/main.js`);
createRequire(import.meta.url)(`${dist}/apps/cli/main.js`);
