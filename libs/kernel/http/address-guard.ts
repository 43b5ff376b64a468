import ipaddr from 'ipaddr.js';
import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { AppError } from '../errors/app-error';

/**
 * Only addresses of the public Internet. ipaddr.js names every other range: private, loopback, link-local (where clouds
 * keep their metadata), carrier-grade NAT, unique-local, multicast, reserved.
 */
export function isPublicAddress(address: string): boolean {
  let ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv6) {
    if (ip.isIPv4MappedAddress()) ip = ip.toIPv4Address();
    else if (embedsIPv4(ip)) return false;
  }
  return ip.range() === 'unicast';
}

/** NAT64, 6to4 and Teredo carry an IPv4 address inside, which a gateway would unwrap: no honest vendor lives there. */
function embedsIPv4(ip: ipaddr.IPv6): boolean {
  return ['rfc6052', 'rfc6145', '6to4', 'teredo', 'ipv4Mapped'].includes(ip.range());
}

export function refuseAddress(host: string): AppError {
  return new AppError('address_refused', 400, `${host} is not an address on the public Internet.`, {
    retryable: false,
  });
}

/** A host written as an IP address is never looked up, so it is checked here. */
export function checkLiteralHost(hostname: string): void {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !isPublicAddress(literal)) throw refuseAddress(hostname);
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** `lookup` of the connecting socket: what it lets through is what is connected to, so a second DNS answer cannot differ. */
export function guardedLookup(hostname: string, options: LookupOptions, done: LookupCallback): void {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const allowed = addresses.filter(({ address }) => isPublicAddress(address));
    const first = allowed[0];
    if (!first) return done(refuseAddress(hostname), []);
    return options.all ? done(null, allowed) : done(null, first.address, first.family);
  });
}
