import { ConnectorError } from '@satchel/connectors';

const FROM_MEMORY = 'Its orders are shown as it last told them.';

/** Why a system told nothing, in a sentence for the person who waits; `instead`: what they are shown. */
export function problemOf(label: string, error: unknown, instead: boolean | string): string {
  const why = `${label} ${verb(error)}`;
  if (instead === false) return why;
  return `${why} ${instead === true ? FROM_MEMORY : instead}`;
}

function verb(error: unknown): string {
  const code = error instanceof ConnectorError ? error.code : null;
  if (code === 'auth') return 'refuses our credentials: connect it again in the settings.';
  if (code === 'rate_limited') return 'asks us to slow down: try again in a moment.';
  if (code === 'rejected' || code === 'not_found') return 'does not understand our question: check its connection.';
  return 'does not answer at the moment.';
}
