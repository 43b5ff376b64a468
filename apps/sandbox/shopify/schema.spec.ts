import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
} from 'graphql';
import { schema } from './execute';

const published = resolve(__dirname, '../../../../shared/specs/shopify/admin_2026-10.json.gz');

interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
interface Argument {
  name: string;
  type: TypeRef;
  defaultValue: string | null;
}
interface PublishedType {
  kind: string;
  name: string;
  fields: { name: string; type: TypeRef; args: Argument[] }[] | null;
  inputFields: Argument[] | null;
  enumValues: { name: string }[] | null;
  interfaces: { name: string }[] | null;
  possibleTypes: { name: string }[] | null;
}

function written(type: TypeRef): string {
  if (type.kind === 'NON_NULL') return `${type.ofType ? written(type.ofType) : ''}!`;
  return type.kind === 'LIST' ? `[${type.ofType ? written(type.ofType) : ''}]` : (type.name ?? '');
}

function loadPublished(): Map<string, PublishedType> {
  const json = JSON.parse(gunzipSync(readFileSync(published)).toString('utf8')) as {
    data: { __schema: { types: PublishedType[] } };
  };
  return new Map(json.data.__schema.types.map((type) => [type.name, type]));
}

(existsSync(published) ? describe : describe.skip)(
  "the twin's schema against Shopify's published 2026-10 schema",
  () => {
    const known = existsSync(published) ? loadPublished() : new Map<string, PublishedType>();
    const ours = Object.values(schema().getTypeMap()).filter((type) => !type.name.startsWith('__'));

    const argumentProblems = (where: string, mine: readonly GraphQLArgument[], theirs: Argument[]) => {
      const problems = mine.flatMap((argument) => {
        const there = theirs.find((one) => one.name === argument.name);
        if (!there) return [`${where}(${argument.name}) does not exist`];
        const same = written(there.type) === String(argument.type);
        return same ? [] : [`${where}(${argument.name}) is ${written(there.type)}, not ${String(argument.type)}`];
      });
      const missing = theirs.filter((one) => one.type.kind === 'NON_NULL' && one.defaultValue === null);
      return [
        ...problems,
        ...missing
          .filter((one) => !mine.some(({ name }) => name === one.name))
          .map((one) => `${where} needs (${one.name})`),
      ];
    };

    it.each(ours.map((type) => [type.name, type] as const))('%s', (name, type) => {
      const there = known.get(name);
      if (['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name)) return;
      if (!there) throw new Error(`Shopify has no type ${name}`);
      const problems: string[] = [];
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          const other = there.fields?.find((one) => one.name === field.name);
          if (!other) problems.push(`${name}.${field.name} does not exist`);
          else {
            if (written(other.type) !== String(field.type)) {
              problems.push(`${name}.${field.name} is ${written(other.type)}, not ${String(field.type)}`);
            }
            problems.push(...argumentProblems(`${name}.${field.name}`, field.args, other.args));
          }
        }
        for (const one of type.getInterfaces()) {
          if (!there.interfaces?.some((other) => other.name === one.name)) problems.push(`${name} is no ${one.name}`);
        }
      } else if (isEnumType(type)) {
        for (const value of type.getValues()) {
          if (!there.enumValues?.some((other) => other.name === value.name))
            problems.push(`${name} has no ${value.name}`);
        }
      } else if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          const other = there.inputFields?.find((one) => one.name === field.name);
          if (!other || written(other.type) !== String(field.type)) problems.push(`${name}.${field.name} differs`);
        }
      } else if (isUnionType(type)) {
        for (const one of type.getTypes()) {
          if (!there.possibleTypes?.some((other) => other.name === one.name))
            problems.push(`${name} is never ${one.name}`);
        }
      } else if (there.kind !== 'SCALAR') problems.push(`${name} is no scalar`);
      expect(problems).toEqual([]);
    });
  },
);

if (!existsSync(published)) it.skip(`skipped: ${published} is not on this machine`, () => undefined);
