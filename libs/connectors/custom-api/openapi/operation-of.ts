import type { HttpOperationBody } from '@satchel/contracts';
import { outsideWords } from '../../custom/outside-words';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { ArgumentNames, Unfit } from './argument-names';
import type { Follow } from './follow';
import { rowsOf } from './rows-of';
import { objectOf, schemaOf } from './schema-of';

export { Unfit };
type Json = Record<string, unknown>;
/** OpenAPI leaves these three to other places of the document. */
const NOT_HEADERS = /^(accept|content-type|authorization|cookie|host|content-length)$/i;
const KEY_HEADER = /^(x-)?(idempotency|request)-?(key|id)$/i;

/** One operation of an OpenAPI document, with parameters and body as one schema of arguments. */
export function operationOf(
  path: string,
  method: string,
  item: Json,
  described: Json,
  taken: Set<string>,
  follow: Follow,
): HttpOperationBody {
  const reads = method === 'get';
  const names = new ArgumentNames();
  const operation: HttpOperationBody = {
    name: nameOf(textIn(described.operationId) || `${method} ${path}`, taken),
    label:
      outsideWords(described.summary, 80) ||
      outsideWords(described.operationId, 80) ||
      `${method} ${path}`.slice(0, 80),
    description:
      outsideWords(described.description, 1_000) || outsideWords(described.summary, 1_000) || `${method} ${path}`,
    effect: reads ? 'read' : 'write',
    method: method.toUpperCase() as HttpOperationBody['method'],
    ...{ path, query: {}, headers: {}, body: null, arguments: {}, keyIn: null, find: null, card: null },
    result: rowsOf(described, follow),
  };
  for (const parameter of parametersOf(item, described, follow)) take(operation, parameter, names, follow);
  if (!reads) operation.body = bodyOf(described, names, follow);
  operation.path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const known = names.of('path', name);
    if (!known) throw new Unfit(`its path names {${name}}, which it does not describe`);
    return `{${known}}`;
  });
  return { ...operation, arguments: names.schema() };
}

function parametersOf(item: Json, described: Json, follow: Follow): Json[] {
  const all = [...listIn(item.parameters), ...listIn(described.parameters)].map((one) => follow(one).value);
  // An operation's own stand before those of its path.
  return [...new Map(all.map((one) => [`${textIn(one.in)} ${textIn(one.name)}`, one])).values()];
}

function take(operation: HttpOperationBody, parameter: Json, names: ArgumentNames, follow: Follow): void {
  const name = textIn(parameter.name);
  const place = textIn(parameter.in);
  const required = parameter.required === true || place === 'path';
  const unable = (reason: string): void => {
    if (required) throw new Unfit(reason);
  };
  if (!name) return;
  if (place === 'cookie') return unable(`it needs the cookie "${name}"`);
  if (place === 'header' && NOT_HEADERS.test(name)) return;
  if (place === 'header' && operation.effect === 'write' && KEY_HEADER.test(name)) {
    operation.keyIn = { header: name };
    return;
  }
  const schema = schemaOf(parameter.schema ?? Object.values(fieldsIn(parameter.content)).map(fieldsIn)[0]?.schema, {
    follow,
    sent: true,
  });
  if (schema.type === 'object' || (schema.type === 'array' && place !== 'query'))
    return unable(`its parameter "${name}" is a list or an object`);
  if (!['path', 'query', 'header'].includes(place)) return;
  const description = outsideWords(parameter.description, 300);
  const argument = names.add(place, name, description ? { ...schema, description } : schema, required);
  if (place === 'query') operation.query[name] = `{${argument}}`;
  if (place === 'header') operation.headers[name] = `{${argument}}`;
}

function bodyOf(described: Json, names: ArgumentNames, follow: Follow): unknown {
  const { content, required } = follow(described.requestBody).value;
  const types = Object.entries(fieldsIn(content));
  if (types.length === 0) return null;
  const json = types.find(([type]) => /^(application\/([\w.+-]+\+)?json|\*\/\*)\s*(;|$)/i.test(type))?.[1];
  if (!json) {
    if (required === true) throw new Unfit(`it takes ${outsideWords(types[0]?.[0], 60)} and not JSON`);
    return null;
  }
  const schema = schemaOf(fieldsIn(json).schema, { follow, sent: true });
  const { properties, required: needed } = objectOf(schema);
  const fields = Object.entries(properties);
  if (fields.length === 0) return `{${names.add('body', 'body', schema, required === true)}}`;
  return Object.fromEntries(
    fields.map(([name, one]) => [name, `{${names.add('body', name, fieldsIn(one), needed.includes(name))}}`]),
  );
}

function nameOf(wish: string, taken: Set<string>): string {
  const plain = wish
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
  const base = plain.replaceAll(/^[_0-9]+|_+$/g, '').slice(0, 50) || 'operation';
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? base : `${base}_${turn}`;
    if (!taken.has(name)) return name;
  }
}
