import { words } from '../../lib/format';
import { parseMoney } from './money-text';
import type { ActionArgs } from './subject';

/** One argument of an action, as its JSON Schema tells it. */
export interface SchemaField {
  name: string;
  label: string;
  help: string | null;
  type: 'text' | 'long_text' | 'date' | 'number' | 'boolean' | 'choice' | 'money';
  required: boolean;
  /** As it is typed; a boolean is 'true' or 'false'. */
  initial: string;
  options: { value: string; label: string }[];
  min: number | null;
  max: number | null;
}

interface Schema {
  type?: string;
  title?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  /** What is chosen from, each with its name. */
  oneOf?: { const?: unknown; title?: string }[];
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** From here on a line is too short. */
const LONG_TEXT = 300;

/** The fields of a simple schema; what `given` knows is not asked. What no field can show is left out. */
export function fieldsOf(schema: object, given: ActionArgs): SchemaField[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).flatMap(([name, property]) => {
    const type = name in given ? null : typeOf(property);
    if (!type) return [];
    return [
      {
        name,
        label: property.title ?? words(name),
        help: property.description ?? null,
        type,
        required: required.includes(name),
        initial: initialOf(property),
        options: optionsOf(property),
        min: property.minimum ?? null,
        // zod writes the widest safe integer where there is no limit.
        max: property.maximum === undefined || property.maximum >= Number.MAX_SAFE_INTEGER ? null : property.maximum,
      },
    ];
  });
}

function optionsOf({ enum: values, oneOf }: Schema): SchemaField['options'] {
  if (oneOf) return oneOf.map((one) => ({ value: String(one.const), label: one.title ?? words(String(one.const)) }));
  return (values ?? []).map((value) => ({ value: String(value), label: words(String(value)) }));
}

function initialOf({ default: standing }: Schema): string {
  if (typeof standing === 'string') return standing;
  return typeof standing === 'number' || typeof standing === 'boolean' ? String(standing) : '';
}

function typeOf(schema: Schema): SchemaField['type'] | null {
  const { type, format, properties, maxLength = 0 } = schema;
  if (optionsOf(schema).length > 0) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return format === 'date' ? 'date' : maxLength >= LONG_TEXT ? 'long_text' : 'text';
  const parts = Object.keys(properties ?? {})
    .sort()
    .join();
  return type === 'object' && parts === 'amount,currency' ? 'money' : null;
}

/** What was typed, as arguments; null: something needed is missing or cannot be read. */
export function argsOf(
  fields: readonly SchemaField[],
  typed: Record<string, string>,
  given: ActionArgs,
  currency: string,
): ActionArgs | null {
  const args: ActionArgs = { ...given };
  for (const field of fields) {
    const text = (typed[field.name] ?? field.initial).trim();
    if (field.type === 'boolean') {
      args[field.name] = text === 'true';
      continue;
    }
    if (text === '') {
      if (field.required) return null;
      continue;
    }
    const value = valueOf(field, text, currency);
    if (value === null) return null;
    args[field.name] = value;
  }
  return args;
}

function valueOf({ type, min, max }: SchemaField, text: string, currency: string): unknown {
  if (type === 'money') {
    const amount = parseMoney(text, currency);
    return amount ? { amount, currency } : null;
  }
  if (type !== 'number') return text;
  const number = Number(text);
  const fits = Number.isInteger(number) && number >= (min ?? -Infinity) && number <= (max ?? Infinity);
  return fits ? number : null;
}
