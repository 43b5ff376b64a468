import 'reflect-metadata';
import type { CredentialField } from './connector';

const FIELDS = Symbol('credential fields');

/** Declares a credential's place in the settings form; the class-validator decorators beside it check it. */
export function Field(
  field: Omit<CredentialField, 'name' | 'help' | 'required'> & { help?: string; required?: boolean },
) {
  return (target: object, name: string): void => {
    const fields = (Reflect.getMetadata(FIELDS, target) as CredentialField[] | undefined) ?? [];
    const added: CredentialField = {
      name,
      help: field.help ?? null,
      required: field.required ?? true,
      label: field.label,
      type: field.type,
      ...(field.options && { options: field.options }),
      ...(field.editor && { editor: field.editor }),
    };
    Reflect.defineMetadata(FIELDS, [...fields, added], target);
  };
}

export function fieldsOf(credentials: new () => object): CredentialField[] {
  return (Reflect.getMetadata(FIELDS, credentials.prototype as object) as CredentialField[] | undefined) ?? [];
}
