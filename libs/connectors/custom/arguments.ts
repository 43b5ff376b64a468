import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { ConnectorError } from '../port';
import { fieldsIn } from '../vendor/loose';

const MOST_SCHEMA_CHARS = 64_000;
const MOST_ARGUMENT_CHARS = 64_000;
const MOST_SAID = 4;
/**
 * Left out of every schema: a pattern from outside could hold up the house (the other side checks its own patterns), an
 * asynchronous schema would answer with a promise, which is not a "no", and names of schemas could meet each other.
 */
const LEFT_OUT = new Set(['pattern', 'patternProperties', '$async', '$schema', '$id', '$anchor', '$dynamicAnchor']);
/** Below these stand names of the author's own, not keywords. */
const NAMED = new Set(['properties', '$defs', 'definitions', 'dependentSchemas']);
const VERBATIM = new Set(['const', 'enum', 'default', 'examples', 'required']);

/** Checks arguments against the schemas of one connection's operations. */
export class Arguments {
  private readonly ajv = addFormats(
    new Ajv2020({ strict: false, allErrors: true, logger: false, addUsedSchema: false, validateSchema: true }),
    { mode: 'fast' },
  );
  private readonly compiled = new Map<string, { schema: object; check: ValidateFunction }>();

  /** Throws ConnectorError `rejected` that names each argument that does not fit. */
  check(operation: string, schema: Record<string, unknown>, args: Record<string, unknown>): void {
    if (JSON.stringify(args).length > MOST_ARGUMENT_CHARS)
      throw new ConnectorError('rejected', `The arguments of ${operation} are too long.`);
    const check = this.compile(operation, schema);
    if (check(args)) return;
    const said = (check.errors ?? []).slice(0, MOST_SAID).map(inWords).join('; ');
    throw new ConnectorError('rejected', `${operation}: ${said}.`);
  }

  private compile(operation: string, schema: Record<string, unknown>): ValidateFunction {
    const known = this.compiled.get(operation);
    if (known?.schema === schema) return known.check;
    const check = this.ajv.compile(harmless(schema) as Record<string, unknown>);
    // Compiled schemas are kept by operation here; the library would keep them for ever.
    this.ajv.removeSchema();
    this.compiled.set(operation, { schema, check });
    return check;
  }
}

/** What is wrong with a schema of arguments, in words; null: nothing. */
export function schemaProblem(schema: unknown): string | null {
  const { type } = fieldsIn(schema);
  if (type !== 'object') return 'must be a JSON Schema of type "object"';
  if (JSON.stringify(schema).length > MOST_SCHEMA_CHARS) return 'is too long';
  try {
    new Arguments().check('it', schema as Record<string, unknown>, {});
    return null;
  } catch (error) {
    if (error instanceof ConnectorError) return null;
    return error instanceof Error ? error.message : String(error);
  }
}

/** The arguments that a schema names, and those that it must have. */
export function argumentsOf(schema: Record<string, unknown>): { names: Set<string>; required: Set<string> } {
  const required = Array.isArray(schema.required) ? schema.required.filter((one) => typeof one === 'string') : [];
  return { names: new Set(Object.keys(fieldsIn(schema.properties))), required: new Set(required) };
}

function harmless(schema: unknown, named = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => harmless(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([name]) => named || !LEFT_OUT.has(name));
  return Object.fromEntries(
    kept.map(([name, one]) => [name, !named && VERBATIM.has(name) ? one : harmless(one, !named && NAMED.has(name))]),
  );
}

function inWords({ instancePath, keyword, params, message }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
  if (keyword === 'required') return `${[where, missingProperty].filter(Boolean).join('.')} is needed`;
  if (keyword === 'additionalProperties')
    return `${[where, additionalProperty].filter(Boolean).join('.')} is no argument`;
  return `${where || 'the arguments'} ${message ?? 'do not fit'}`;
}
