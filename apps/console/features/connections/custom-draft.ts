import type { CustomerFact, HttpOperationBody, OperationRowBody } from '@satchel/contracts';

/** An argument as a row of the form; `rest` is what of its schema the form does not show. */
export interface ArgumentRow {
  name: string;
  type: string;
  required: boolean;
  description: string;
  /** Where a card takes it from; '' nowhere. */
  fact: CustomerFact | '';
  rest: Record<string, unknown>;
}

/** An operation while it is typed. Lines are "name: value", one below the other. */
export interface OperationDraft {
  name: string;
  label: string;
  description: string;
  effect: 'read' | 'write';
  method: HttpOperationBody['method'];
  path: string;
  query: string;
  headers: string;
  body: string;
  arguments: ArgumentRow[];
  rest: Record<string, unknown>;
  result: OperationRowBody[];
  keyPlace: 'none' | 'header' | 'field';
  keyName: string;
  findOperation: string;
  findArguments: string;
  findPath: string;
  cardTitle: string;
  findResult: OperationRowBody[] | undefined;
}

export const EMPTY_ROW: OperationRowBody = { label: '', path: '$.' };
export const EMPTY_ARGUMENT: ArgumentRow = {
  name: '',
  type: 'string',
  required: true,
  description: '',
  fact: '',
  rest: {},
};

export const NEW_OPERATION: HttpOperationBody = {
  ...{ name: '', label: '', description: '', effect: 'read', method: 'GET', path: '/' },
  ...{ query: {}, headers: {}, body: null, keyIn: null, find: null, card: null },
  arguments: { type: 'object', properties: {}, required: [] },
  result: [EMPTY_ROW],
};

type Json = Record<string, unknown>;
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

export function draftOf(operation: HttpOperationBody): OperationDraft {
  const { properties, required, ...rest } = operation.arguments;
  const needed = Array.isArray(required) ? (required as string[]) : [];
  const { keyIn, find, card } = operation;
  return {
    ...operation,
    query: linesOf(operation.query),
    headers: linesOf(operation.headers),
    body: operation.body === null ? '' : JSON.stringify(operation.body, null, 2),
    arguments: Object.entries(objectOf(properties)).map(([name, schema]) => {
      const { type, description, ...more } = objectOf(schema);
      return {
        name,
        type: typeof type === 'string' ? type : '',
        required: needed.includes(name),
        description: typeof description === 'string' ? description : '',
        fact: card?.arguments[name] ?? '',
        rest: typeof type === 'string' || type === undefined ? more : { ...more, type },
      };
    }),
    rest,
    keyPlace: !keyIn ? 'none' : 'header' in keyIn ? 'header' : 'field',
    keyName: !keyIn ? '' : 'header' in keyIn ? keyIn.header : keyIn.field,
    findOperation: find?.operation ?? '',
    findArguments: linesOf(find?.arguments ?? {}),
    findPath: find?.path ?? '',
    findResult: find?.result,
    cardTitle: card?.title ?? '',
  };
}

/** Throws an Error in words when something typed cannot be read; what it means is for the server to judge. */
export function operationOf(draft: OperationDraft): HttpOperationBody {
  const { name, label, description, effect, method, path } = draft;
  const rows = draft.arguments.filter((row) => row.name.trim() !== '');
  const writes = effect === 'write';
  const facts = rows.flatMap((row) => (row.fact ? [[row.name.trim(), row.fact] as const] : []));
  return {
    ...{ name: name.trim(), label: label.trim(), description: description.trim(), effect, method, path: path.trim() },
    query: valuesOf(draft.query),
    headers: valuesOf(draft.headers),
    body: method === 'GET' ? null : jsonOf(draft.body),
    arguments: {
      ...draft.rest,
      type: 'object',
      properties: Object.fromEntries(rows.map((row) => [row.name.trim(), schemaOf(row)])),
      required: rows.filter((row) => row.required).map((row) => row.name.trim()),
    },
    result: draft.result.filter((row) => row.label.trim() !== ''),
    keyIn: !writes || draft.keyPlace === 'none' ? null : keyInOf(draft.keyPlace, draft.keyName.trim()),
    find:
      writes && draft.findOperation
        ? {
            operation: draft.findOperation,
            arguments: valuesOf(draft.findArguments),
            path: draft.findPath.trim(),
            ...(draft.findResult && { result: draft.findResult }),
          }
        : null,
    card:
      !writes && draft.cardTitle.trim()
        ? { title: draft.cardTitle.trim(), arguments: Object.fromEntries(facts) }
        : null,
  };
}

function keyInOf(place: 'header' | 'field', name: string): HttpOperationBody['keyIn'] {
  return place === 'header' ? { header: name } : { field: name };
}

function schemaOf({ type, description, rest }: ArgumentRow): Json {
  return { ...rest, ...(type && { type }), ...(description.trim() && { description: description.trim() }) };
}

const linesOf = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function valuesOf(lines: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const at = line.indexOf(':');
    if (at < 1) throw new Error(`"${line.trim()}" is not "name: value".`);
    values[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return values;
}

function jsonOf(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('The body is not JSON.');
  }
}
