import type { HttpOperationBody } from '@satchel/contracts';
import { ConnectorError } from '../../port';
import { storable } from '../../vendor/storable';
import { USER_AGENT } from '../../vendor/user-agent';
import { fillJson, fillText, type Values, valueOf } from '../template';

export interface BuiltRequest {
  url: string;
  init: RequestInit;
}

/** What an operation's template becomes with these arguments. `key`: our action's id, for a write. */
export function buildRequest(
  base: string,
  operation: HttpOperationBody,
  args: Values,
  key: string | null,
  own: { headers: Record<string, string>; query: Record<string, string> },
): BuiltRequest {
  const url = new URL(base.replace(/\/+$/, '') + filledPath(operation.path, args));
  for (const [name, template] of Object.entries(operation.query)) {
    for (const value of queryValues(template, args)) url.searchParams.append(name, value);
  }
  for (const [name, value] of Object.entries(own.query)) url.searchParams.set(name, value);
  const headers = new Headers({ accept: 'application/json', 'user-agent': USER_AGENT });
  for (const [name, template] of Object.entries(operation.headers)) {
    const value = fillText(template, args, headerValue);
    if (value !== null) headers.set(name, value);
  }
  const { keyIn } = operation;
  if (key !== null && keyIn && 'header' in keyIn) headers.set(keyIn.header, key);
  // The connection's own come last: no operation speaks in another name.
  for (const [name, value] of Object.entries(own.headers)) headers.set(name, value);
  const init: RequestInit = { method: operation.method, headers: Object.fromEntries(headers) };
  if (operation.body === null) return { url: url.href, init };
  let body = fillJson(operation.body, args);
  if (key !== null && keyIn && 'field' in keyIn) body = { ...(body as object), [keyIn.field]: key };
  headers.set('content-type', 'application/json');
  return { url: url.href, init: { ...init, headers: Object.fromEntries(headers), body: JSON.stringify(body) } };
}

/** A value never leaves its place in the path: "/", "?" and "%" are written as such, and "." and ".." are refused. */
function filledPath(path: string, args: Values): string {
  return path
    .split('/')
    .map((part) => {
      const filled = fillText(part, args, segment);
      if (filled === null) throw new ConnectorError('rejected', 'An argument that the address needs is missing.');
      return filled;
    })
    .join('/');
}

function segment(value: string): string {
  if (value === '' || /^\.+$/.test(value))
    throw new ConnectorError('rejected', 'An argument that stands in the address is empty or made of dots.');
  return encodeURIComponent(storable(value));
}

function queryValues(template: string, args: Values): string[] {
  const alone = /^\{([A-Za-z_]\w*)\}$/.exec(template)?.[1];
  const value = alone ? valueOf(args, alone) : undefined;
  const plainly = (one: unknown) => fillText('{one}', { one }, (text) => text) ?? '';
  if (Array.isArray(value)) return value.map(plainly);
  const filled = fillText(template, args, (text) => text);
  return filled === null ? [] : [filled];
}

function headerValue(value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value))
    throw new ConnectorError('rejected', 'An argument holds a character that a header cannot carry.');
  return value;
}
