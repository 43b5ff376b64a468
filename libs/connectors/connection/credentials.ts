import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Connector } from '../port';
import { fieldsOf } from '../port';
import { badCredentials } from './connection.errors';

/** Checks what a person typed against the connector's class; throws 422 that names each bad field. */
export function parseCredentials(connector: Connector, typed: Record<string, unknown>): object {
  const known = new Map(fieldsOf(connector.credentials).map((field) => [field.name, field]));
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(typed)) {
    const field = known.get(name);
    if (!field) throw badCredentials([{ field: `credentials.${name}`, message: 'there is no such setting' }]);
    // A form sends every field: an empty one was left out.
    if (value === '' || value === null || value === undefined) continue;
    plain[name] = fromForm(field.type, value);
  }
  const credentials = plainToInstance(connector.credentials, plain);
  const errors = validateSync(credentials, { forbidUnknownValues: false }).map((it) => ({
    field: `credentials.${it.property}`,
    message: Object.values(it.constraints ?? {})[0] ?? 'not valid',
  }));
  if (errors.length > 0) throw badCredentials(errors);
  return credentials;
}

/** A form knows text only. */
function fromForm(type: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'number') return value.trim() === '' ? value : Number(value);
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return type === 'secret' ? value : value.trim();
}
