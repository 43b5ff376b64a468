import 'reflect-metadata';
import { ConfigError } from './config-error';

const FIELDS = Symbol('env fields');

export type EnvKind = 'text' | 'number' | 'flag' | 'secret';

/** One setting: its variable, how its text becomes a value, and what it takes, in words. */
export class EnvField {
  constructor(
    readonly property: string,
    readonly variable: string,
    private readonly kind: EnvKind,
    readonly takes: string,
  ) {}

  read(target: object, env: Record<string, string | undefined>): void {
    const text = env[this.variable]?.trim();
    if (text === undefined || text === '') return;
    Object.assign(target, { [this.property]: this.parse(text) });
  }

  /** The words for a value that breaks the rules. A secret is never repeated. */
  refuse(value: unknown): ConfigError {
    const got = this.kind === 'secret' ? 'something else (not shown)' : `"${String(value)}"`;
    return new ConfigError(`${this.variable} takes ${this.takes}, but it is ${got}.`);
  }

  private parse(text: string): unknown {
    if (this.kind === 'number') {
      if (!/^-?\d+$/.test(text)) throw this.refuse(text);
      return Number(text);
    }
    if (this.kind === 'flag') {
      if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true;
      if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false;
      throw this.refuse(text);
    }
    return text;
  }
}

/** Reads a property of the config class from a variable; `takes` completes "VARIABLE takes ...". */
export function Env(variable: string, kind: EnvKind, takes: string): PropertyDecorator {
  return (target, property) => {
    const fields = envFieldsOf(target.constructor);
    Reflect.defineMetadata(
      FIELDS,
      [...fields, new EnvField(String(property), variable, kind, takes)],
      target.constructor,
    );
  };
}

export function envFieldsOf(config: object): EnvField[] {
  return (Reflect.getMetadata(FIELDS, config) as EnvField[] | undefined) ?? [];
}
