/**
 * The text packets of Engine.IO 4 and, inside them, Socket.IO 5, as far as one namespace without binary needs them.
 * https://socket.io/docs/v4/engine-io-protocol/ and https://socket.io/docs/v4/socket-io-protocol/
 */
const NAMESPACE = '/widget';

export type Packet =
  | { kind: 'open'; pingInterval: number; pingTimeout: number }
  | { kind: 'ping' }
  | { kind: 'connected' }
  | { kind: 'refused'; code: string }
  | { kind: 'closed' }
  | { kind: 'event'; name: string; body: unknown }
  | { kind: 'ack'; id: number; body: unknown }
  | { kind: 'other' };

export const PONG = '3';
export const encodeConnect = (auth: object): string => `40${NAMESPACE},${JSON.stringify(auth)}`;
export const encodeEvent = (name: string, body: unknown, id?: number): string =>
  `42${NAMESPACE},${id ?? ''}${JSON.stringify(body === undefined ? [name] : [name, body])}`;

/** Reads one packet. What is not for us, or is broken, is `other`: a server newer than this file must not break it. */
export function decode(data: string): Packet {
  try {
    if (data.startsWith('0')) return opened(JSON.parse(data.slice(1)));
    if (data === '2') return { kind: 'ping' };
    if (data === '1') return { kind: 'closed' };
    return decodeMessage(data);
  } catch {
    return { kind: 'other' };
  }
}

function opened(body: unknown): Packet {
  const { pingInterval, pingTimeout } = body as { pingInterval?: unknown; pingTimeout?: unknown };
  return { kind: 'open', pingInterval: Number(pingInterval) || 25_000, pingTimeout: Number(pingTimeout) || 20_000 };
}

function decodeMessage(data: string): Packet {
  const [, type, id, payload] = /^4(\d)\/widget(?:,(\d*)([\s\S]*))?$/.exec(data) ?? [];
  const body: unknown = payload ? JSON.parse(payload) : undefined;
  switch (type) {
    case '0':
      return { kind: 'connected' };
    case '1':
      return { kind: 'closed' };
    case '2':
      return eventOf(body);
    case '3':
      return Array.isArray(body) ? { kind: 'ack', id: Number(id), body: body[0] } : { kind: 'other' };
    case '4':
      return refusedOf(body);
    default:
      return { kind: 'other' };
  }
}

function refusedOf(body: unknown): Packet {
  const message = (body as { message?: unknown } | undefined)?.message;
  return { kind: 'refused', code: typeof message === 'string' ? message : 'try_again' };
}

function eventOf(body: unknown): Packet {
  if (!Array.isArray(body) || typeof body[0] !== 'string') return { kind: 'other' };
  return { kind: 'event', name: body[0], body: body[1] };
}
