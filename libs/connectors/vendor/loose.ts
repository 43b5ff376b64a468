import { storable } from './storable';

/** Reads of JSON that nobody promised us: what is not there, or is something else, is empty. */
export function fieldsIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that can be stored; a number as its digits. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? storable(value) : typeof value === 'number' ? String(value) : '';
}

/** A text that says something; null for an empty one. */
export const wordIn = (value: unknown): string | null => textIn(value).trim() || null;

/** A whole number, also written as a text; 0 for anything else. */
export function countIn(value: unknown): number {
  const count = Number(textIn(value) || NaN);
  return Number.isSafeInteger(count) ? count : 0;
}

export function parsedJson(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return null;
  }
}
