import { withDatabase } from '@satchel/kernel';
import { randomBytes } from 'node:crypto';
import { onServer, SERVER_URL, TEMPLATE } from './cluster';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh migrated database of its own, copied from the run's template. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env[SERVER_URL];
  const template = process.env[TEMPLATE];
  if (!server || !template) throw new Error('Name this file *.db-spec.ts or *.e2e-spec.ts: only those get a database.');
  const name = `satchel_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  return {
    url: withDatabase(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}
