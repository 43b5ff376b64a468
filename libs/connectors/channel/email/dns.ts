import { promises as dns } from 'node:dns';
import type { ConnectorDeps } from '../../port';
import type { Resolve } from './proof/limited-resolver';

/** The names of senders' domains: asked of DNS, or over HTTP where another base address stands in for the world outside. */
export function resolverOf({ baseUrl, fetch }: ConnectorDeps): Resolve {
  if (!baseUrl) return (name, rr) => dns.resolve(name, rr);
  return async (name, rr) => {
    const query = new URLSearchParams({ name, type: rr });
    const answer = await fetch(`${baseUrl}/mail/dns?${query.toString()}`);
    const body = (await answer.json()) as { records?: unknown; code?: string };
    if (answer.ok) return body.records;
    throw Object.assign(new Error(`no ${rr} records of ${name}`), { code: body.code ?? 'ENOTFOUND' });
  };
}
