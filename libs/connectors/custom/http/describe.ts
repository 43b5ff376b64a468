import { HTTP_METHODS, type HttpOperationBody } from '@satchel/contracts';
import { fieldsIn, parsedJson } from '../../vendor/loose';
import { argumentsOf, schemaProblem } from '../arguments';
import {
  cardOf,
  type Complain,
  findOf,
  noStrangers,
  OPERATION_NAME,
  rowsOf,
  templatesOf,
  textOf,
} from '../operation-parts';
import { ARGUMENT_NAME, namesIn } from '../template';

const MOST_OPERATIONS = 100;
const MOST_CHARS = 500_000;
const METHODS: readonly string[] = HTTP_METHODS;
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/;
/** The connection's own matter, or the wire's. */
const NO_HEADERS =
  /^(host|connection|content-length|content-type|transfer-encoding|upgrade|te|trailer|authorization|proxy-.*|cookie)$/i;
const FIELDS = new Set([
  ...['name', 'label', 'description', 'effect', 'method', 'path', 'query', 'headers', 'body'],
  ...['arguments', 'result', 'keyIn', 'find', 'card'],
]);

export interface Described {
  operations: HttpOperationBody[];
  /** Sentences for the person who wrote them: "operation find_member: path names {id}, which is no argument". */
  problems: string[];
}

/** Reads the operations of a connection, from JSON or as they are, and says all that is wrong with them. */
export function describedOperations(value: unknown): Described {
  if (value === undefined || value === null || value === '') return { operations: [], problems: [] };
  if (typeof value === 'string' && value.length > MOST_CHARS)
    return { operations: [], problems: ['the operations are too long'] };
  const list = typeof value === 'string' ? parsedJson(value) : value;
  if (!Array.isArray(list)) return { operations: [], problems: ['the operations must be a JSON list'] };
  if (list.length > MOST_OPERATIONS)
    return { operations: [], problems: [`more than ${MOST_OPERATIONS} operations are too many`] };
  const problems: string[] = [];
  const operations = list.map((one: unknown, place) => {
    const { name } = fieldsIn(one);
    const who = typeof name === 'string' && name ? name : `number ${place + 1}`;
    return operationOf(fieldsIn(one), (problem) => problems.push(`operation ${who}: ${problem}`));
  });
  problems.push(...amongEachOther(operations));
  return { operations, problems };
}

function operationOf(one: Record<string, unknown>, complain: Complain): HttpOperationBody {
  for (const field of Object.keys(one)) if (!FIELDS.has(field)) complain(`there is no field "${field}"`);
  const effect = one.effect === 'read' || one.effect === 'write' ? one.effect : null;
  if (!effect) complain('effect is "read" or "write"');
  const schema = fieldsIn(one.arguments ?? { type: 'object', properties: {} });
  const wrong = schemaProblem(schema);
  if (wrong) complain(`arguments ${wrong}`);
  for (const name of argumentsOf(schema).names) {
    if (!ARGUMENT_NAME.test(name)) complain(`the argument "${name}" may have letters, digits and _ only`);
    if (name === 'key') complain('an argument cannot be called "key": {key} stands for the id of our action');
  }
  const operation: HttpOperationBody = {
    name: nameOf(one.name, complain),
    label: textOf(one.label, 'label', 80, complain),
    description: textOf(one.description, 'description', 2_000, complain),
    effect: effect ?? 'write',
    method: methodOf(one.method, complain),
    path: pathOf(one.path, schema, complain),
    query: templatesOf(one.query, 'query', complain),
    headers: headersOf(one.headers, complain),
    body: one.body ?? null,
    arguments: schema,
    result: rowsOf(one.result, 'result', complain),
    keyIn: keyInOf(one, complain),
    find: findOf(one.find, schema, complain),
    card: cardOf(one.card, effect, schema, complain),
  };
  if (operation.body !== null && operation.method === 'GET') complain('a GET has no body');
  for (const part of ['query', 'headers', 'body'] as const) noStrangers(operation[part], part, schema, complain);
  return operation;
}

function nameOf(value: unknown, complain: Complain): string {
  const name = textOf(value, 'name', 60, complain);
  if (name && !OPERATION_NAME.test(name)) complain('name is made of small letters, digits and _: "find_member"');
  return name;
}

function methodOf(value: unknown, complain: Complain): HttpOperationBody['method'] {
  if (typeof value === 'string' && METHODS.includes(value)) return value as HttpOperationBody['method'];
  complain(`method is one of ${METHODS.join(', ')}`);
  return 'GET';
}

function pathOf(value: unknown, schema: Record<string, unknown>, complain: Complain): string {
  const path = textOf(value, 'path', 1_000, complain);
  if (path && !path.startsWith('/')) complain('path must begin with /');
  if (/[?#\\\s]/.test(path)) complain('path holds a character that it may not: ?, #, \\ or a space (use query)');
  if (path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part))) complain('path goes up or stays: no "." or ".."');
  noStrangers(path, 'path', schema, complain);
  const { required } = argumentsOf(schema);
  for (const name of namesIn(path))
    if (argumentsOf(schema).names.has(name) && !required.has(name))
      complain(`path needs {${name}}, so the argument must be required`);
  return path;
}

function headersOf(value: unknown, complain: Complain): Record<string, string> {
  const headers = templatesOf(value, 'headers', complain);
  for (const name of Object.keys(headers)) checkHeader(name, complain);
  return headers;
}

function checkHeader(name: string, complain: Complain): void {
  if (!HEADER_NAME.test(name)) complain(`"${name}" is not the name of a header`);
  else if (NO_HEADERS.test(name)) complain(`the header ${name} is not an operation's to set`);
}

function keyInOf({ keyIn, effect, body }: Record<string, unknown>, complain: Complain): HttpOperationBody['keyIn'] {
  if (keyIn === undefined || keyIn === null) return null;
  if (effect !== 'write') complain('keyIn is for writes only');
  const { header, field } = fieldsIn(keyIn);
  if (typeof header === 'string' && field === undefined) {
    checkHeader(header, complain);
    return { header };
  }
  if (typeof field === 'string' && field && header === undefined) {
    if (Array.isArray(body) || typeof body !== 'object' || body === null)
      complain(`keyIn names the field "${field}", and the body is not an object`);
    return { field };
  }
  complain('keyIn is {"header": "Idempotency-Key"} or {"field": "reference"}');
  return null;
}

function amongEachOther(operations: readonly HttpOperationBody[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { name, effect, find } of operations) {
    if (name && seen.has(name)) problems.push(`operation ${name}: there are two of this name`);
    seen.add(name);
    if (!find) continue;
    const asked = operations.find((one) => one.name === find.operation);
    if (effect !== 'write') problems.push(`operation ${name}: find is for writes only`);
    if (asked?.effect !== 'read') {
      problems.push(`operation ${name}: find asks "${find.operation}", which is no operation that reads`);
      continue;
    }
    const { names, required } = argumentsOf(asked.arguments);
    for (const one of Object.keys(find.arguments))
      if (!names.has(one)) problems.push(`operation ${name}: find gives ${one}, which ${asked.name} does not take`);
    for (const one of required)
      if (!(one in find.arguments))
        problems.push(`operation ${name}: find does not give ${one}, which ${asked.name} needs`);
  }
  return problems;
}
