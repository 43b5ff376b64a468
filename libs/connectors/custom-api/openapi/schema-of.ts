import { outsideWords } from '../../custom/outside-words';
import { fieldsIn, listIn } from '../../vendor/loose';
import type { Follow } from './follow';

const MOST_DEPTH = 8;
const MOST_PARTS = 600;
const KEPT = new Set([
  ...['type', 'format', 'enum', 'const', 'default', 'minimum', 'maximum', 'minLength', 'maxLength', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'required', 'minProperties', 'maxProperties'],
]);
const ONE = ['items', 'additionalProperties', 'not'];
const SEVERAL = ['allOf', 'anyOf', 'oneOf'];

export interface Copying {
  follow: Follow;
  /** What is asked is never ours to send: `readOnly` is left out. */
  sent: boolean;
}

/** A copy of a schema of OpenAPI 3.0 or 3.1 as plain JSON Schema, no larger than a form can be: what is beyond is open. */
export function schemaOf(schema: unknown, how: Copying): Record<string, unknown> {
  return copyOf(schema, how, { left: MOST_PARTS }, []);
}

function copyOf(schema: unknown, how: Copying, budget: { left: number }, above: string[][]): Record<string, unknown> {
  const { value: given, by } = how.follow(schema);
  budget.left -= 1;
  const again = by.some((pointer) => above.some((one) => one.includes(pointer)));
  if (above.length > MOST_DEPTH || budget.left < 0 || again) return {};
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) if (KEPT.has(name)) copy[name] = value;
  for (const name of ['title', 'description']) if (given[name]) copy[name] = outsideWords(given[name], 300);
  for (const side of ['Minimum', 'Maximum'] as const) {
    const limit = given[`exclusive${side}`];
    if (typeof limit === 'number') copy[`exclusive${side}`] = limit;
    // In 3.0 it says of the other limit that it is excluded.
    else if (limit === true) {
      copy[`exclusive${side}`] = copy[side.toLowerCase()];
      delete copy[side.toLowerCase()];
    }
  }
  if (given.nullable === true && typeof copy.type === 'string') copy.type = [copy.type, 'null'];
  if (given.nullable === true && Array.isArray(copy.enum)) copy.enum = [...(copy.enum as unknown[]), null];
  const inside = (one: unknown) => copyOf(one, how, budget, [...above, by]);
  for (const name of ONE)
    if (typeof given[name] === 'object' && given[name] !== null) copy[name] = inside(given[name]);
    else if (typeof given[name] === 'boolean') copy[name] = given[name];
  for (const name of SEVERAL) if (Array.isArray(given[name])) copy[name] = listIn(given[name]).map(inside);
  if (given.properties) {
    const sent = Object.entries(fieldsIn(given.properties)).filter(
      ([, one]) => !how.sent || how.follow(one).value.readOnly !== true,
    );
    copy.properties = Object.fromEntries(sent.map(([name, one]) => [name, inside(one)]));
    if (Array.isArray(copy.required))
      copy.required = copy.required.filter((name) => sent.some(([known]) => known === name));
  }
  return copy;
}

/** One object out of an object, or out of all parts of `allOf` that are objects. */
export function objectOf(schema: Record<string, unknown>): {
  properties: Record<string, unknown>;
  required: unknown[];
} {
  const parts = [schema, ...listIn(schema.allOf).map(fieldsIn)];
  return {
    properties: Object.assign({}, ...parts.map((part) => fieldsIn(part.properties))) as Record<string, unknown>,
    required: parts.flatMap((part) => listIn(part.required)),
  };
}
