import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A spread of a named fragment; an inline one (`... on Type`) has a small letter there. */
const SPREAD = /\.\.\.\s*([A-Z]\w*)/g;

const fileOf = (name: string): string => `${name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.graphql`;

/**
 * The text of an operation with the fragments that it spreads, each once. An operation or a fragment is a file of its own
 * in this folder, named after it (OrderFacts: `order-facts.graphql`); the build carries the files along.
 */
export function operation(name: string): string {
  const texts = new Map<string, string>();
  const add = (one: string): void => {
    if (texts.has(one)) return;
    const text = readFileSync(join(__dirname, fileOf(one)), 'utf8').trim();
    texts.set(one, text);
    for (const [, fragment = ''] of text.matchAll(SPREAD)) add(fragment);
  };
  add(name);
  return [...texts.values()].join('\n');
}
