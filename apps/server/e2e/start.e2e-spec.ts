import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '@satchel/kernel';
import { testDatabase, type TestDatabase, waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';

/** Writes down each file that the process loads, and when it listens. */
const RECORDER = `
const { appendFileSync } = require('node:fs');
const { Module } = require('node:module');
const { Server } = require('node:http');
const note = (line) => appendFileSync(process.env.LOADED, line + '\\n');
const { load } = Module.prototype;
Module.prototype.load = function (file) { note(file); return load.call(this, file); };
const { listen } = Server.prototype;
Server.prototype.listen = function (...args) { this.once('listening', () => note('listening')); return listen.apply(this, args); };
`;
const LANGCHAIN = /node_modules\/(?:langchain|@langchain|langsmith|openai|js-tiktoken)\//;

describe('a server without a model key', () => {
  let dataDir: string;
  let database: TestDatabase;
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    await ServerProcess.build();
    dataDir = await mkdtemp(join(tmpdir(), 'satchel-start-'));
    database = await testDatabase();
  }, 120_000);
  afterAll(async () => {
    await server?.kill();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /**
   * What is promised is the start: a worker loads the built-in engine, which is one of LangChain's chat models, some
   * seconds later.
   */
  it('has loaded nothing of LangChain when it listens', async () => {
    const [recorder, record] = [join(dataDir, 'recorder.cjs'), join(dataDir, 'loaded')];
    await writeFile(recorder, RECORDER);
    await writeFile(record, '');
    const config = new Config().with({
      databaseUrl: database.url,
      dataDir,
      port: await freePort(),
      smtpInPort: await freePort(),
    });
    server = new ServerProcess(config, {
      NODE_OPTIONS: `--require ${recorder}`,
      LOADED: record,
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
    });
    await server.start();
    const loaded = async (): Promise<string[]> => (await readFile(record, 'utf8')).split('\n');
    const start = await loaded();
    const before = start.slice(0, start.indexOf('listening'));
    expect(before.some((file) => file.endsWith('dist/libs/ai/brains/brains.service.js'))).toBe(true);
    expect(before.filter((file) => LANGCHAIN.test(file))).toEqual([]);

    // The same record sees the engine come, so it would have seen it before.
    await waitFor(async () => (await loaded()).some((file) => LANGCHAIN.test(file)), {
      timeoutMs: 20_000,
      what: 'the engine to load',
    });
  }, 60_000);
});
