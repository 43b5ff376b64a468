import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AskedRequest } from './channel-deps.fixture';
import { fieldsIn, listIn, parsedJson, textIn } from './loose';

type Fields = Record<string, unknown>;
interface Operation {
  item: Fields;
  operation: Fields;
}

/** Some documents hold patterns that are wrong in Unicode's stricter reading. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'regExp' },
);

/** What a vendor, or its twin, answered. */
export interface GivenAnswer {
  status: number;
  body: string;
}

/** Beside the checkout, for who has the vendors' documents; they are not part of this project. */
const BESIDE_US = join(__dirname, '../../../../shared/specs');

/** A vendor's OpenAPI document, to hold against it what was really sent and answered. For tests only. */
export class Contract {
  private readonly ajv = new Ajv2020({
    strict: false,
    coerceTypes: 'array',
    allErrors: true,
    logger: false,
    code: { regExp },
  });
  /** Answers are read as they are: no text becomes a number. */
  private readonly strict = addFormats(
    new Ajv2020({ strict: false, allErrors: true, logger: false, code: { regExp } }),
  );
  private readonly document: Fields;

  private constructor(file: string) {
    const text = readFileSync(file, 'utf8');
    this.document = fieldsIn(joined(file.endsWith('.json') ? parsedJson(text) : parse(text)));
    for (const ajv of [this.ajv, this.strict]) ajv.addSchema({ $id: 'vendor', components: this.document.components });
  }

  /** Null when the document is not at hand; `folder` is where somebody keeps them instead. */
  static open(name: string, folder: string | undefined): Contract | null {
    const file = join(folder || BESIDE_US, name);
    return existsSync(file) ? new Contract(file) : null;
  }

  /** What is wrong with a request, in words; empty when the document allows it. Null: it knows no such address. */
  problems(request: AskedRequest, root: string): string[] | null {
    const url = new URL(request.url);
    const path = request.url.slice(root.length).split('?')[0] ?? '';
    const found = this.operations(path, request.method.toLowerCase()).map((one) => this.against(one, url, request));
    // "/{Media-ID}" and "/{Group-ID}" are one address to whoever reads it: the kindest reading counts.
    return found.sort((one, other) => one.length - other.length)[0] ?? null;
  }

  /**
   * What is wrong with the answer to a request, in words; empty when the document allows it, or tells nothing of its body.
   * Null: it knows no such address, or no such status there.
   */
  answerProblems(request: AskedRequest, { status, body }: GivenAnswer, root: string): string[] | null {
    const path = request.url.slice(root.length).split('?')[0] ?? '';
    const found = this.operations(path, request.method.toLowerCase())
      .map(({ operation }) => fieldsIn(operation.responses)[String(status)])
      .filter((response) => response !== undefined)
      .map((response) => fieldsIn(fieldsIn(this.resolved(response)).content)['application/json'])
      .map((media) => (media === undefined || status === 204 ? [] : this.answerErrors(fieldsIn(media).schema, body)));
    return found.sort((one, other) => one.length - other.length)[0] ?? null;
  }

  private answerErrors(schema: unknown, body: string): string[] {
    const check = this.compiled(schema, this.strict);
    const value: unknown = body === '' ? {} : JSON.parse(body);
    if (check({ value })) return [];
    return (check.errors ?? []).map((error) => `answer${error.instancePath.slice(6)} ${error.message}`);
  }

  private against({ item, operation }: Operation, url: URL, request: AskedRequest): string[] {
    const parameters = [...listIn(item.parameters), ...listIn(operation.parameters)].map((one) => this.resolved(one));
    const inQuery = parameters.filter((one) => one.in === 'query');
    const known = inQuery.map((one) => textIn(one.name));
    const asked = unbracketed(url.searchParams);
    return [
      ...Object.keys(asked)
        .filter((one) => !known.includes(one))
        .map((one) => `no query "${one}"`),
      ...inQuery.flatMap((one) => this.checked(one, asked[textIn(one.name)] ?? null)),
      ...parameters
        .filter((one) => one.in === 'header')
        .flatMap((one) => this.checked(one, request.headers.get(textIn(one.name)))),
      ...this.bodyProblems(operation, request),
    ];
  }

  private operations(path: string, method: string): Operation[] {
    const matches = Object.entries(fieldsIn(this.document.paths))
      .filter(([template]) =>
        new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path),
      )
      .map(([template, item]) => ({ holes: template.split('{').length, item: fieldsIn(item) }))
      .filter(({ item }) => method in item);
    const fewest = Math.min(...matches.map((one) => one.holes));
    return matches
      .filter((one) => one.holes === fewest)
      .map(({ item }) => ({ item, operation: fieldsIn(item[method]) }));
  }

  private checked(parameter: Fields, value: unknown): string[] {
    const name = textIn(parameter.name);
    if (value === null) return parameter.required ? [`${name} is missing`] : [];
    return this.errors(parameter.schema, value, name);
  }

  private bodyProblems(operation: Fields, { headers, body }: AskedRequest): string[] {
    const expected = fieldsIn(operation.requestBody);
    if (body === null && expected.required !== true) return [];
    const content = fieldsIn(expected.content);
    if (Object.keys(content).length === 0) return ['no body is expected'];
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (!(type in content)) return [`no body of type "${type}"`];
    const schema = fieldsIn(content[type]).schema;
    if (type === 'multipart/form-data') return partsOf(body ?? '', fieldsIn(fieldsIn(schema).properties));
    if (type === 'application/json') return this.errors(schema, JSON.parse(body ?? ''), 'body');
    const form = new URLSearchParams(body ?? '');
    const properties = fieldsIn(fieldsIn(schema).properties);
    const values = unbracketed(form);
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string' && fieldsIn(properties[name]).type === 'array') values[name] = [value];
    }
    const strange = Object.keys(values).filter((name) => !(name in properties));
    return [...strange.map((name) => `no field "${name}"`), ...this.errors(schema, values, 'body')];
  }

  private errors(schema: unknown, value: unknown, what: string): string[] {
    const check = this.compiled(schema);
    return check({ value })
      ? []
      : (check.errors ?? []).map((error) => `${what}${error.instancePath.slice(6)} ${error.message}`);
  }

  /** Wrapped, so that coercion has somewhere to put a plain value. */
  private compiled(schema: unknown, ajv = this.ajv): ValidateFunction {
    const absolute: unknown = JSON.parse(
      JSON.stringify(schema ?? true).replaceAll('"#/components/', '"vendor#/components/'),
    );
    return ajv.compile({ type: 'object', properties: { value: absolute as object } });
  }

  private resolved(value: unknown): Fields {
    const { $ref } = fieldsIn(value);
    if (typeof $ref !== 'string') return fieldsIn(value);
    return $ref
      .slice(2)
      .split('/')
      .reduce((at: Fields, name) => fieldsIn(at[name]), this.document);
  }
}

/** `additionalProperties: false` in a part of an allOf forbids the other parts' fields, which no author means. */
function joined(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(joined);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Fields = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, joined(value)]));
  // The validator knows OpenAPI 3.0's word only beside a type, and holds null against an enum.
  if (copy.nullable === true && (copy.type === undefined || copy.enum !== undefined)) {
    delete copy.nullable;
    return { anyOf: [copy, { type: 'null' }] };
  }
  const parts = listIn(copy.allOf).map(fieldsIn);
  if (parts.length > 0 && copy.additionalProperties === false) {
    delete copy.additionalProperties;
    copy.unevaluatedProperties = false;
  }
  if (!parts.some((part) => part.additionalProperties === false)) return copy;
  copy.allOf = parts.map(({ additionalProperties: _, ...part }) => part);
  copy.unevaluatedProperties = false;
  return copy;
}

function partsOf(body: string, properties: Fields): string[] {
  const names = [...body.matchAll(/Content-Disposition: form-data; name="([^"]+)"/g)].map((match) => match[1] ?? '');
  if (names.length === 0) return ['a form without parts'];
  return names.filter((name) => !(name in properties)).map((name) => `no part "${name}"`);
}

/** `metadata[ticket]=42` and `expand[0]=data` as the object and the list that they mean; a name that comes twice is a list. */
function unbracketed(form: URLSearchParams): Fields {
  const values: Fields = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    const [outer = '', ...inner] = name.replaceAll(']', '').split('[');
    if (inner.length === 0) values[outer] = all.length > 1 ? all : all[0];
    else if (inner.every((one) => /^\d*$/.test(one))) values[outer] = [...listIn(values[outer]), ...all];
    else values[outer] = { ...fieldsIn(values[outer]), [inner.join('.')]: all[0] };
  }
  return values;
}
