import { ConfigError, EmbeddedPostgresError, withoutPassword } from '@satchel/kernel';
import { CliError } from './cli-error';

interface Failure {
  code?: string;
  message?: string;
  cause?: unknown;
  errors?: unknown[];
}

/** What PostgreSQL or the network says, in words; by error code. */
const DATABASE_TROUBLES: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ECONNRESET: 'it closed the connection',
  ENOENT: 'there is no such socket',
  '28P01': 'it refused the user or the password',
  '28000': 'it refused the user',
  '3D000': 'it has no such database',
  '53300': 'it has no connection left',
  '57P03': 'it is still starting up',
};

/** A failed connection hides its reasons in `errors` (one per address tried) or in `cause`. */
function codeOf(error: Failure): string | undefined {
  const first = error.errors?.[0] as Failure | undefined;
  return error.code ?? first?.code ?? (error.cause as Failure | undefined)?.code;
}

/** Why the database cannot be used, in one sentence, its password left out. */
export function databaseSentence(url: string, error: unknown): string {
  const failure = error as Failure;
  const code = codeOf(failure);
  const known = code ? DATABASE_TROUBLES[code] : undefined;
  const why =
    known ??
    (/timeout/i.test(failure.message ?? '') ? 'it did not answer in time' : (failure.message ?? String(error)));
  return `The database ${shown(url)} cannot be used: ${why}. Check DATABASE_URL, or unset it to use the embedded database.`;
}

/** The sentence for a failure that a person can mend, or null when it is a surprise that needs its stack. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof EmbeddedPostgresError) return [error.message, error.hint].filter(Boolean).join(' ');
  if (error instanceof ConfigError || error instanceof CliError) return error.message;
  if ((error as Failure).code === 'ENOSPC') return 'The disk is full: free some space and start again.';
  return null;
}

function shown(url: string): string {
  try {
    return withoutPassword(url);
  } catch {
    return 'at DATABASE_URL';
  }
}
