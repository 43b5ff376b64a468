#!/usr/bin/env node
// npm start: packages, build, then the whole product in this same process.
import './shared/node-version.mjs';
import { createRequire } from 'node:module';
import { ensureBuilt } from './shared/ensure-built.mjs';
import { ensureInstalled } from './shared/install.mjs';
import { dist, root } from './shared/paths.mjs';
import { step } from './shared/print.mjs';

// Relative settings such as SATCHEL_DATA_DIR=.data mean the project's folder, wherever the command was called.
process.chdir(root);
await ensureInstalled();
await ensureBuilt();
const { start } = createRequire(import.meta.url)(`${dist}/apps/cli/start/start.js`);
await start({ newStep: step, startedAt: 0 });
