import { ConnectorError } from '../port';

/** "{email}" stands for the argument; "{{email}}" for those very characters. */
const PLACE = /\{\{([A-Za-z_]\w*)\}\}|\{([A-Za-z_]\w*)\}/g;
const ONE_PLACE = /^\{([A-Za-z_]\w*)\}$/;
export const ARGUMENT_NAME = /^[A-Za-z_]\w*$/;

export type Values = Record<string, unknown>;

/** The arguments that a template names, in the depth of any JSON. */
export function namesIn(template: unknown): Set<string> {
  const names = new Set<string>();
  eachText(template, (text) => {
    for (const [, , name] of text.matchAll(PLACE)) if (name) names.add(name);
  });
  return names;
}

/** Null: the template is one placeholder whose argument is absent. `encode` makes a value harmless in its place. */
export function fillText(template: string, values: Values, encode: (value: string) => string): string | null {
  const alone = ONE_PLACE.exec(template)?.[1];
  if (alone && isAbsent(valueOf(values, alone))) return null;
  return template.replaceAll(PLACE, (_, literal: string | undefined, name: string | undefined) => {
    if (literal) return `{${literal}}`;
    const value = valueOf(values, name ?? '');
    return isAbsent(value) ? '' : encode(plain(name ?? '', value));
  });
}

/** Fills a JSON template: a value lands as a value, so nothing that it holds can become structure. */
export function fillJson(template: unknown, values: Values): unknown {
  if (typeof template === 'string') {
    const alone = ONE_PLACE.exec(template)?.[1];
    if (alone) return valueOf(values, alone) ?? undefined;
    return fillText(template, values, (value) => value);
  }
  if (Array.isArray(template)) return template.map((one) => fillJson(one, values)).filter((one) => one !== undefined);
  if (typeof template !== 'object' || template === null) return template;
  const filled = Object.entries(template).map(([name, one]) => [name, fillJson(one, values)] as const);
  return Object.fromEntries(filled.filter(([, one]) => one !== undefined));
}

/** The value as it stands in an address, a header or a text. */
export function plain(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new ConnectorError('rejected', `The argument ${name} must be a text, a number, or true or false.`);
}

export function valueOf(values: Values, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function eachText(template: unknown, see: (text: string) => void): void {
  if (typeof template === 'string') see(template);
  else if (typeof template === 'object' && template !== null)
    for (const one of Object.values(template)) eachText(one, see);
}
