import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { ConnectorError, type CustomResult } from '../../port';
import { fieldsIn, parsedJson } from '../../vendor/loose';
import { outsideWords } from '../outside-words';
import { cut, cutJson, shown } from '../pick';

const MOST_FIELDS = 30;
const VALUE_CHARS = 1_000;
const MOST_DEPTH = 3;

/** What a tool gave: its structured part, its text as JSON, or its text. Throws `rejected` when it says that it failed. */
export function rawOf(name: string, { content, structuredContent, isError }: CallToolResult): unknown {
  const text = content.map((part) => (part.type === 'text' ? part.text : `[${part.type}]`)).join('\n');
  if (isError) throw new ConnectorError('rejected', `${name}: ${outsideWords(text, 300) || 'the tool failed.'}`);
  return structuredContent ?? parsedJson(text) ?? text;
}

/** Every plain value that it gave, by its place: "member.tier". */
export function fieldsOfAnswer(raw: unknown): CustomResult {
  const fields: CustomResult['fields'] = [];
  const add = (label: string, value: unknown, depth: number): void => {
    if (fields.length >= MOST_FIELDS || value === null || value === '') return;
    if (Array.isArray(value) || depth > MOST_DEPTH) return;
    if (typeof value === 'object')
      for (const [name, one] of Object.entries(fieldsIn(value))) {
        add([label, outsideWords(name, 60)].filter(Boolean).join('.'), one, depth + 1);
      }
    else fields.push({ label: label || 'Answer', value: cut(shown(value), VALUE_CHARS) });
  };
  add('', raw, 0);
  return { fields, raw: cutJson(raw) };
}
