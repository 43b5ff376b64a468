import { badDocument } from '../custom-api.errors';
import { type Follow, follower } from './follow';

const MOST_ALIASES = 100;
const MOST_DEPTH = 200;

/**
 * An OpenAPI 3 document, and the way along its own references. Nothing outside of it is read: a reference that leads out
 * is refused before anybody could follow it.
 */
export async function parseDocument(text: string): Promise<{ document: Record<string, unknown>; follow: Follow }> {
  const document = await parsed(text);
  const { openapi, swagger } = document;
  if (swagger !== undefined) throw badDocument('This is a document of Swagger 2: convert it to OpenAPI 3 first.');
  if (typeof openapi !== 'string' || !/^3\.[01](\.|$)/.test(openapi))
    throw badDocument('This is not a document of OpenAPI 3.0 or 3.1: it has no such "openapi".');
  refuseOutside(document);
  const { $RefParser } = await import('@apidevtools/json-schema-ref-parser');
  const refs = await $RefParser.resolve(document, { resolve: { external: false, file: false, http: false } });
  return { document, follow: follower((pointer) => refs.get(pointer)) };
}

async function parsed(text: string): Promise<Record<string, unknown>> {
  let document: unknown;
  try {
    if (text.trimStart().startsWith('{')) document = JSON.parse(text);
    else {
      const { parse } = await import('yaml');
      // "Billion laughs": a small text that names itself over and over.
      document = parse(text, { maxAliasCount: MOST_ALIASES, merge: false, logLevel: 'silent' });
    }
  } catch (error) {
    throw badDocument(`It is neither JSON nor YAML: ${error instanceof Error ? error.message.slice(0, 200) : ''}`);
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw badDocument('It is neither a JSON nor a YAML object.');
  return document as Record<string, unknown>;
}

function refuseOutside(document: unknown): void {
  const seen = new Set<object>();
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    if (depth > MOST_DEPTH) throw badDocument('It is nested too deeply.');
    seen.add(value);
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === 'string' && !$ref.startsWith('#'))
      throw badDocument(`It refers to "${$ref.slice(0, 100)}" outside of itself: bundle it into one document first.`);
    for (const one of Object.values(value)) waiting.push({ value: one, depth: depth + 1 });
  }
}
