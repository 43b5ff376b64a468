import type { IncomingHttpHeaders } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Networks whose machines may stand in front of us as a proxy; the same as the HTTP side believes. */
const NEAR = new Set(['loopback', 'linkLocal', 'uniqueLocal', 'private']);

/** Whose request it is: the last address of X-Forwarded-For that no proxy of ours wrote about itself. */
export function clientIp(remote: string, headers: IncomingHttpHeaders): string {
  const given = headers['x-forwarded-for'];
  const hops = [...String(given ?? '').split(','), remote].map((hop) => hop.trim()).filter((hop) => hop !== '');
  return hops.findLast((hop, place) => place === 0 || !isNear(hop)) ?? remote;
}

function isNear(address: string): boolean {
  try {
    return NEAR.has(ipaddr.process(address).range());
  } catch {
    return false;
  }
}
