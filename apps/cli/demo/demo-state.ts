import type { Config } from '@satchel/kernel';
import type { Client } from 'pg';
import { type DemoSecrets, readDemoFile } from './demo-file';

export const DEMO_SLUG = 'fernhill';

/** Where the demo's connections lead; kept in its settings, so that a start with other ports is noticed. */
export function sandboxOf(config: Pick<Config, 'sandboxUrl' | 'sandboxSmtpPort'>): string {
  return `${config.sandboxUrl} ${config.sandboxSmtpPort}`;
}

/** Whether the demo is there as a whole, with connections that lead to this start's sandbox. */
export async function demoIsComplete(client: Client, sandbox: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from workspace where slug = $1 and is_demo and settings ->> 'demoSandbox' = $2`,
    [DEMO_SLUG, sandbox],
  );
  return rowCount === 1;
}

/** What an earlier start wrote down, or null when it is incomplete. */
export function keptSecrets(dataDir: string): DemoSecrets | null {
  const { adminEmail, adminPassword, apiKey } = readDemoFile(dataDir);
  return adminEmail && adminPassword && apiKey ? { adminEmail, adminPassword, apiKey } : null;
}
