import { compile, type JSONPathQuery, type JSONValue } from 'json-p3';
import type { OperationRowBody } from '@satchel/contracts';
import { ConnectorError, type CustomResult } from '../port';
import { storable } from '../vendor/storable';
import { namesIn, type Values, valueOf } from './template';

/** The try-it button and the record of an action show no more. */
const RAW_CHARS = 64_000;
const VALUE_CHARS = 1_000;
/** Values that one path may give before the rest is left out. */
const MOST_VALUES = 20;

/** What is wrong with a JSONPath, in words; null: nothing. Placeholders stand for literals. */
export function pathProblem(path: string): string | null {
  try {
    compile(literally(path, Object.fromEntries([...namesIn(path)].map((name) => [name, 'x']))));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A JSONPath with each "{name}" as a literal of JSONPath: a value can never become a part of the path. */
export function literally(path: string, values: Values): string {
  return path.replaceAll(/\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value = valueOf(values, name) ?? null;
    if (typeof value === 'object' && value !== null)
      throw new ConnectorError('rejected', `The argument ${name} cannot be looked for: it is a list or an object.`);
    return JSON.stringify(value);
  });
}

/** The values at a path, the first of them first. */
export function valuesAt(path: string, raw: unknown): unknown[] {
  let compiled: JSONPathQuery;
  try {
    compiled = compile(path);
    const found: unknown[] = [];
    for (const node of compiled.lazyQuery(raw as JSONValue)) {
      found.push(node.value);
      if (found.length === MOST_VALUES) break;
    }
    return found;
  } catch (cause) {
    throw new ConnectorError('rejected', `The answer cannot be read by ${path}.`, { cause });
  }
}

/** The rows that a person asked for, and the answer cut to a sane size. */
export function resultOf(rows: readonly OperationRowBody[], raw: unknown): CustomResult {
  const fields = rows.flatMap(({ label, path }) => {
    const values = valuesAt(path, raw).filter((value) => value !== null && value !== '');
    return values.length > 0 ? [{ label, value: cut(values.map(shown).join(', '), VALUE_CHARS) }] : [];
  });
  return { fields, raw: cutJson(raw) };
}

export function cutJson(raw: unknown): unknown {
  const text = JSON.stringify(raw) ?? 'null';
  return text.length > RAW_CHARS ? cut(text, RAW_CHARS) : (JSON.parse(storable(text)) as unknown);
}

export function cut(text: string, chars: number): string {
  const clean = storable(text);
  return clean.length > chars ? `${storable(clean.slice(0, chars - 1))}…` : clean;
}

/** A value on one line: a text as it is, anything else as JSON. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
