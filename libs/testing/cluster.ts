import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
// By path: Jest's global set-up runs before its module names are mapped.
import { migrations } from '../../migrations';
import { migrate, startEmbeddedPostgres, withDatabase } from '../kernel';

/** Where workers find the run's server; set by the person for a server of their own, else by the global set-up. */
export const SERVER_URL = 'SATCHEL_TEST_DATABASE_URL';
/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'SATCHEL_TEST_TEMPLATE';

interface TestCluster {
  serverUrl: string;
  template: string;
  stop(): Promise<void>;
}

/**
 * A server for whoever runs on test databases: the one that the process was told of, else a new one, of which it and its
 * children are told. Gives back what stops it.
 */
export async function joinCluster(): Promise<() => Promise<void>> {
  if (process.env[SERVER_URL] && process.env[TEMPLATE]) return async () => undefined;
  const cluster = await startCluster();
  Object.assign(process.env, { [SERVER_URL]: cluster.serverUrl, [TEMPLATE]: cluster.template });
  return () => cluster.stop();
}

/** One server for the whole run (without fsync: nothing here outlives it) and the template on it. */
async function startCluster(): Promise<TestCluster> {
  const given = process.env[SERVER_URL];
  const server = given ? { url: given, stop: async () => undefined } : await startServer();
  const template = `satchel_template_${process.pid}`;
  try {
    await onServer(server.url, `drop database if exists ${template}`);
    await onServer(server.url, `create database ${template}`);
    await migrate({ url: withDatabase(server.url, template), migrations });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    serverUrl: server.url,
    template,
    stop: async () => {
      if (given) await onServer(server.url, `drop database if exists ${template}`);
      await server.stop();
    },
  };
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-test-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({ dataDir, fsync: false, maxConnections: 200 });
    stopWhenOrphaned(dataDir);
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** An interrupted run tears nothing down: a shell waits for our end and then stops the server and removes its files. */
function stopWhenOrphaned(dataDir: string): void {
  const script = `
    pidfile="$2/pg18/postmaster.pid"
    while [ -f "$pidfile" ]; do
      kill -0 "$1" 2>/dev/null || { kill -QUIT "$(head -n 1 "$pidfile")"; sleep 1; rm -rf "$2"; }
      sleep 1
    done`;
  const args = ['-c', script, 'satchel-test-watch', String(process.pid), dataDir];
  spawn('/bin/sh', args, { detached: true, stdio: 'ignore' }).unref();
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
