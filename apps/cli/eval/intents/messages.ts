import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoData } from '../evaluation';
import { intentsOf, OUT_OF_SCOPE } from './labels';

export interface Message {
  text: string;
  label: string;
}

export const SHOPS = ['curekart', 'sofmattress', 'powerplay11'] as const;
export type Shop = (typeof SHOPS)[number];

/**
 * A shop's messages, and as many that are none of its business: half from the other two shops (without those that would
 * be its business as well), half of a set of questions that no shop answers.
 */
export function mixed(folder: string, version: 'v1' | 'v2', shop: Shop, random: () => number): Message[] {
  const own = messagesOf(folder, version, shop);
  const known = new Set(own.flatMap(({ label }) => intentsOf(label)));
  const foreign = SHOPS.filter((other) => other !== shop)
    .flatMap((other) => messagesOf(folder, version, other))
    .filter(({ label }) => !intentsOf(label).some((intent) => known.has(intent)));
  const elsewhere = unanswerable(folder);
  const half = Math.ceil(own.length / 2);
  const beside = [...sample(foreign, half, random), ...sample(elsewhere, half, random)];
  return [...own, ...beside.map(({ text }) => ({ text, label: OUT_OF_SCOPE }))];
}

export function messagesOf(folder: string, version: 'v1' | 'v2', shop: Shop): Message[] {
  const file = join(folder, 'hint3', version, 'train', `${shop}_train.csv`);
  if (!existsSync(file)) throw new NoData('hint3 is not in the folder of evaluation data.');
  return readRows(readFileSync(file, 'utf8'))
    .slice(1)
    .map(([text = '', label = '']) => ({ text: text.trim(), label: label.trim() }))
    .filter(({ text, label }) => text && label);
}

export function hardSpeechActs(folder: string): { text: string; expected: string }[] {
  const file = join(folder, 'derived', 'hard_speech_act_dev.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; expected: string });
}

function unanswerable(folder: string): Message[] {
  const file = join(folder, 'clinc150', 'data_full.json');
  if (!existsSync(file)) throw new NoData('clinc150 is not in the folder of evaluation data.');
  const { oos_test: rows } = JSON.parse(readFileSync(file, 'utf8')) as { oos_test: [string, string][] };
  return rows.map(([text]) => ({ text, label: OUT_OF_SCOPE }));
}

export function sample<T>(from: readonly T[], count: number, random: () => number): T[] {
  const left = [...from];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [left[at], left[other]] = [left[other] as T, left[at] as T];
  }
  return left.slice(0, count);
}

/** Comma-separated values; quotes may hold commas and line breaks. */
function readRows(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
