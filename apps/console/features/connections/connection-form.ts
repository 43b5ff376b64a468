import type { ConnectionBody, ConnectorBody, ConnectorFieldBody, CreateConnectionRequest } from '@satchel/contracts';
import { ApiError, messageOf } from '../../lib/api';

/** Everything is text while it is typed; a boolean is 'true', 'false' or '' (never touched). */
export interface FormValues {
  label: string;
  address: string;
  credentials: Record<string, string>;
}

export interface FormErrors {
  /** `label`, `address` or the name of a connector's field. */
  fields: Record<string, string>;
  /** What belongs to no field on screen. */
  form: string | null;
}

/** What a blank field says: `keep` what the server holds (it never shows it), or `clear` what we sent it ourselves. */
export type Blank = 'keep' | 'clear';

export type ConnectionPatch = Partial<Pick<ConnectionBody, 'label' | 'enabled'>> & {
  address?: string;
  credentials?: Record<string, unknown>;
};

export const NO_ERRORS: FormErrors = { fields: {}, form: null };

export const hasErrors = (errors: FormErrors): boolean => errors.form !== null || Object.keys(errors.fields).length > 0;

export const needsAddress = (connector: Pick<ConnectorBody, 'needsAddress'>): boolean => connector.needsAddress;

function typedValue(field: ConnectorFieldBody, text: string): unknown {
  if (field.type === 'number') return Number(text);
  if (field.type === 'boolean') return text === 'true';
  // Spaces at the ends of a password may be meant.
  return field.type === 'secret' ? text : text.trim();
}

const isBlank = (field: ConnectorFieldBody, text: string): boolean =>
  (field.type === 'secret' ? text : text.trim()) === '';

/** An untouched boolean is left out too: the server then picks what fits, such as TLS by the port. */
function credentialsOf(connector: ConnectorBody, values: FormValues, blank: Blank): Record<string, unknown> {
  const credentials: Record<string, unknown> = {};
  for (const field of connector.fields) {
    // What its own editor stored stays.
    if (field.editor === 'own') continue;
    const text = values.credentials[field.name] ?? '';
    if (!isBlank(field, text)) credentials[field.name] = typedValue(field, text);
    else if (blank === 'clear') credentials[field.name] = '';
  }
  return credentials;
}

export function createRequest(connector: ConnectorBody, values: FormValues): CreateConnectionRequest {
  return {
    connectorId: connector.id,
    label: values.label.trim(),
    ...(needsAddress(connector) ? { address: values.address.trim() } : {}),
    credentials: credentialsOf(connector, values, 'keep'),
  };
}

export function patchRequest(connector: ConnectorBody, values: FormValues, blank: Blank): ConnectionPatch {
  return {
    label: values.label.trim(),
    ...(needsAddress(connector) ? { address: values.address.trim() } : {}),
    credentials: credentialsOf(connector, values, blank),
  };
}

/** What need not go to the server to be known; `stored`: the server may hold the blank ones already. */
export function problemsOf(connector: ConnectorBody, values: FormValues, stored: boolean): FormErrors {
  const fields: Record<string, string> = {};
  if (values.label.trim() === '') fields['label'] = 'Give it a name.';
  if (needsAddress(connector) && values.address.trim() === '') fields['address'] = 'Give the address.';
  for (const field of connector.fields) {
    const text = values.credentials[field.name] ?? '';
    if (isBlank(field, text)) {
      if (field.required && !stored && field.type !== 'boolean') fields[field.name] = `${field.label} is needed.`;
    } else if (field.type === 'number' && !Number.isFinite(Number(text))) fields[field.name] = 'Give a number.';
  }
  return { fields, form: null };
}

/** Puts a refusal where it belongs; what names nothing on screen is said for the form as a whole. */
export function errorsOf(error: unknown, connector: ConnectorBody): FormErrors {
  if (!(error instanceof ApiError)) return { fields: {}, form: messageOf(error) };
  const shown = connector.fields.filter(({ editor }) => editor !== 'own');
  const labels = new Map(shown.map(({ name, label }) => [name, label]));
  labels.set('label', 'The name');
  if (needsAddress(connector)) labels.set('address', 'The address');
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const [path, message] of Object.entries(error.fields)) {
    const name = path.replace(/^credentials\./, '');
    const label = labels.get(name);
    if (label === undefined) rest.push(message);
    // The server names a setting as its code does; people know it by its label.
    else fields[name] = message.startsWith(`${name} `) ? label + message.slice(name.length) : message;
  }
  const placed = Object.keys(fields);
  // A conflict says "in use" at its field, and by whom only as a whole: the field gets the whole.
  if (error.status !== 422 && placed.length === 1 && rest.length === 0)
    return { fields: { [String(placed[0])]: error.message }, form: null };
  const said = error.status === 422 && placed.length + rest.length > 0;
  return { fields, form: [...(said ? [] : [error.message]), ...rest].join(' ') || null };
}
