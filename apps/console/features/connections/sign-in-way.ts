import type { BeginSignInRequest, ConnectionBody, ConnectorBody, ConnectorFieldBody } from '@satchel/contracts';
import { createRequest, type FormErrors, type FormValues, patchRequest, problemsOf } from './connection-form';

/** How a connection shows who it is: `value` is what its choice holds. */
export interface Way {
  value: string;
  label: string;
}

type Provider = NonNullable<ConnectorBody['signIn']>['providers'][number];

/** Typed credentials and every place to sign in at; empty where there is nothing to choose. */
export function waysOf({ signIn, fields }: ConnectorBody): Way[] {
  if (!signIn) return [];
  const choice = fields.find(({ name }) => name === signIn.chosenBy)?.options ?? [
    { value: '', label: 'Typed settings' },
  ];
  const typed = choice.filter(({ value }) => !signIn.providers.some(({ id }) => id === value));
  return [...typed, ...signIn.providers.map(({ id, label }) => ({ value: id, label: `Sign in with ${label}` }))];
}

/** The way until somebody picks another: the one that is stored, else typing. */
export const firstWay = (connector: ConnectorBody, connection: ConnectionBody | null): string =>
  connection?.signIn?.provider ?? waysOf(connector)[0]?.value ?? '';

export const providerOf = (connector: ConnectorBody, way: string): Provider | null =>
  connector.signIn?.providers.find(({ id }) => id === way) ?? null;

/** `shown`: what is needed this way. `more`: what may be set as well. What has an editor of its own is neither. */
export function fieldsOf(
  connector: ConnectorBody,
  way: string,
): { shown: ConnectorFieldBody[]; more: ConnectorFieldBody[] } {
  const { signIn } = connector;
  const typed = connector.fields.filter(({ editor }) => editor !== 'own');
  if (!signIn) return { shown: typed, more: [] };
  const fields = typed.filter(({ name }) => name !== signIn.chosenBy);
  const provider = providerOf(connector, way);
  if (provider) {
    const needed = (field: ConnectorFieldBody): boolean => provider.fields.includes(field.name);
    return { shown: fields.filter(needed), more: fields.filter((field) => !needed(field)) };
  }
  const elsewhere = new Set([...signIn.grants, ...signIn.providers.flatMap((it) => it.fields)]);
  return { shown: fields.filter(({ name }) => !elsewhere.has(name)), more: [] };
}

/** Whether somebody typed what signing in would have brought. */
export const typedGrant = (connector: ConnectorBody, values: FormValues): boolean =>
  connector.signIn?.grants.some((name) => (values.credentials[name] ?? '') !== '') ?? false;

/** The provider fills in what its hosts are, so nothing else is needed before leaving. */
export function problemsBefore(connector: ConnectorBody, values: FormValues): FormErrors {
  const optional = connector.fields.map((field) => ({ ...field, required: false }));
  return problemsOf({ ...connector, fields: optional }, values, false);
}

export function signInRequest(
  connector: ConnectorBody,
  values: FormValues,
  provider: string,
  connectionId: string | null,
): BeginSignInRequest {
  if (connectionId) return { connectionId, provider, ...patchRequest(connector, values, 'keep') };
  return { provider, ...createRequest(connector, values) };
}
