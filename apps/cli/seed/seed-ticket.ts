import type { TicketStatus } from '@satchel/contracts';

/** The agents of the demo, by the name they have in its texts. */
export type Colleague = 'maya' | 'tom';

/** One fact: what it is, what it says, where it was read. */
export type Fact = readonly [label: string, value: string, source: string];

export interface SeedTurn {
  intent: string;
  /** One sentence for a person. */
  reason: string;
  facts?: readonly Fact[];
}

/** One thing said. Texts and facts may hold `{day N}`: the date N days from now, in the customer's language. */
export interface SeedLine {
  from: 'customer' | 'ai' | Colleague;
  /** Minutes after the line before it. */
  after: number;
  text: string;
  /** For colleagues only. */
  note?: boolean;
  /** Written by the customer's mail program, not by the customer. */
  automated?: boolean;
  /** What an AI's line rests on. */
  turn?: SeedTurn;
}

export interface SeedTicket {
  /** Mail address of somebody in `people.ts`. */
  customer: string;
  subject: string;
  /** When the first message came. */
  hoursAgo: number;
  lines: readonly SeedLine[];
  /** Where a person left it, if not where the messages themselves lead. */
  status?: TicketStatus;
  assignee?: Colleague;
  tags?: readonly string[];
  /** What the AI proposes and waits for a person to send. */
  draft?: { text: string; turn: SeedTurn };
  /** Why the AI left it to a person, and three lines on who, what and what was tried. */
  handover?: { turn: SeedTurn; summary: string };
}

const said =
  (from: SeedLine['from']) =>
  (after: number, text: string): SeedLine => ({ from, after, text });

export const customer = said('customer');
export const maya = said('maya');
export const tom = said('tom');

export function note(line: SeedLine): SeedLine {
  return { ...line, note: true };
}

export function ai(after: number, text: string, turn: SeedTurn): SeedLine {
  return { from: 'ai', after, text, turn };
}
