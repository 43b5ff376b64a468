import { cut } from './pick';

/** Shown to nobody and read by models: control and format characters, with tags and marks of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u{e0000}-\u{e007f}]+/gu;

/** Words of another system on one line, without what cannot be seen, and no longer than a person would read. */
export function outsideWords(value: unknown, chars: number): string {
  return typeof value === 'string' ? cut(value.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim(), chars) : '';
}

/** A schema of another system: the words in it are as much outside words as any. */
export function outsideSchema(schema: unknown, depth = 0): unknown {
  if (depth > 20) return {};
  if (Array.isArray(schema)) return schema.map((one) => outsideSchema(one, depth + 1));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, one]) => [
      name,
      (name === 'description' || name === 'title') && typeof one === 'string'
        ? outsideWords(one, 300)
        : outsideSchema(one, depth + 1),
    ]),
  );
}
