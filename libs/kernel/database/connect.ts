import { Client } from 'pg';
import { ConfigError } from '../config/config-error';
import { withoutPassword } from './url';

const CONNECT_TIMEOUT_MS = 10_000;

/** A connection of its own. Nobody there, or a wrong password: `ConfigError`, one sentence. */
export async function connect(url: string, name: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: name,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    // Node's error for several addresses that all failed has no message of its own.
    const { code, message } = error as { code?: string; message?: string };
    const reason = code && /^[A-Z]+$/.test(code) ? code : message || 'no answer';
    throw new ConfigError(`The database at ${shown(url)} cannot be reached (${reason}).`);
  }
}

function shown(url: string): string {
  return withoutPassword(url).split('?')[0] ?? '';
}
