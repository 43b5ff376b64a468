/** One argument as a field to type in. */
export interface TypedField {
  name: string;
  label: string;
  help: string | null;
  required: boolean;
  type: string;
}

/** Something typed that is not of its type, in words. */
export class ArgumentError extends Error {}

type Json = Record<string, unknown>;
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

export function fieldsToType(schema: Json): TypedField[] {
  const needed = Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : [];
  return Object.entries(objectOf(schema['properties'])).map(([name, one]) => {
    const { type, title, description } = objectOf(one);
    const known = typeof type === 'string' ? type : 'any';
    const hints = [description, known === 'array' || known === 'object' ? 'As JSON' : null];
    return {
      name,
      label: typeof title === 'string' && title ? title : name,
      help: hints.filter((hint): hint is string => typeof hint === 'string' && hint !== '').join('. ') || null,
      required: needed.includes(name),
      type: known,
    };
  });
}

/** A field left empty is left out. Throws ArgumentError. */
export function argumentsTyped(fields: readonly TypedField[], typed: Record<string, string>): Json {
  const values: Json = {};
  for (const { name, label, type } of fields) {
    const text = typed[name] ?? '';
    if (text.trim() !== '') values[name] = valueOf(label, type, text);
  }
  return values;
}

function valueOf(label: string, type: string, text: string): unknown {
  if (type === 'string') return text;
  if (type === 'number' || type === 'integer') {
    if (!Number.isFinite(Number(text))) throw new ArgumentError(`${label} is a number.`);
    return Number(text);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What takes anything takes a text as it is.
    if (type === 'any') return text;
    throw new ArgumentError(type === 'boolean' ? `${label} is true or false.` : `${label} is not JSON.`);
  }
}
