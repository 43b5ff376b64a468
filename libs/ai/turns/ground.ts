import type { Decided } from '../engine/engine-view';
import type { GateResult } from '../gate/gate';
import { checkReply } from '../gate/gate';
import type { Learned } from '../loop/loop';

const BUILT_IN = 'built-in';

/** What a reply is held against beside what was looked up. */
export interface Ground {
  shop: string;
  signature: string;
  customerName: string;
  /** The shop's own sites. */
  hosts?: readonly string[];
  /** What the customer wrote in this conversation. */
  said: string;
  /** What became of what waited for their yes. */
  decided?: Decided | null;
  today: Date;
}

/** The words of a letter, held against everything that is known. */
export function ground(body: string, { brain, results, tools, asked }: Learned, by: Ground): GateResult {
  const wrote = by.said.toLowerCase();
  const result = checkReply({
    reply: body,
    results,
    tools,
    decided: by.decided,
    ownTexts: [by.shop, ...by.signature.split('\n')],
    // Only what the customer typed themselves and was looked up may be named back.
    echoes: asked.filter((number) => wrote.includes(number.replace(/^#/, '').toLowerCase())),
    hosts: by.hosts,
    names: [by.customerName, by.shop, by.signature],
    said: by.said,
    today: by.today,
  });
  // The engine words its answers itself, in languages that we have: a list of a shop's own words is no other language.
  if (brain !== BUILT_IN) return result;
  const problems = result.problems.filter(({ kind }) => kind !== 'language');
  return { ...result, problems, passed: problems.length === 0 };
}
