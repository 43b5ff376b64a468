import type { Memory } from '../conversation/memory';
import type { Decided } from '../engine/engine-view';
import { engineVoice } from '../engine/wording/fixed';
import type { GateResult } from '../gate/gate';
import { checkReply } from '../gate/gate';
import type { Learned } from '../loop/loop-types';

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
  /** What the built-in engine remembers; no model writes there. */
  memory?: Memory | null;
  today: Date;
}

/** The words of a letter, held against everything that is known. */
export function ground(body: string, { brain, results, tools, asked }: Learned, by: Ground): GateResult {
  const own = brain === BUILT_IN;
  const wrote = by.said.toLowerCase();
  return checkReply({
    reply: body,
    results,
    tools,
    decided: by.decided,
    ownTexts: [by.shop, ...by.signature.split('\n'), ...(own ? rememberedIn(by.memory) : [])],
    // From a model its sentences are words like any other.
    voice: own ? engineVoice() : undefined,
    // Only what the customer typed themselves and was looked up may be named back.
    echoes: asked.filter((number) => wrote.includes(number.replace(/^#/, '').toLowerCase())),
    hosts: by.hosts,
    names: [by.customerName, by.shop, by.signature],
    said: by.said,
    today: by.today,
  });
}

/** Lines and variants as the engine told them before: it names them again when they are done. */
function rememberedIn(memory: unknown, found: string[] = []): string[] {
  if (typeof memory !== 'object' || memory === null) return found;
  for (const [key, value] of Object.entries(memory)) {
    if (/^told/.test(key) && typeof value === 'string') found.push(value);
    else rememberedIn(value, found);
  }
  return found;
}
