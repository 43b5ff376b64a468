import type { SimulationAnswer, SimulationDraft } from '@satchel/contracts';

/** How often the customer repeats one answer: who is asked a third time leaves. */
const PATIENCE = 2;
const OPENINGS = ['', 'Hi, ', 'Hello! ', 'hey, '];
const CLOSINGS = ['', ' Thanks', ' Please help', ' Thank you in advance!'];
const ENGLISH = /\b(?:the|my|is|i|you|please|where|order)\b/i;

/** The customer of a simulation: says what is written down for them, in a manner that the seed chooses. */
export class SimulatedCustomer {
  private step = 0;
  private readonly used = new Map<SimulationAnswer, number>();

  constructor(
    private readonly script: Pick<SimulationDraft, 'steps' | 'answers' | 'confirms'>,
    private readonly seed: number,
  ) {}

  open(): string | null {
    return this.next();
  }

  /** Null: they have nothing more to say. */
  answer(reply: string, { asked, code }: { asked: boolean; code: string | null }): string | null {
    if (asked && this.script.confirms) return this.script.confirms;
    const text = reply.toLowerCase();
    const fitting = this.script.answers.find(
      (answer) =>
        (this.used.get(answer) ?? 0) < PATIENCE && answer.whenAsked.some((word) => text.includes(word.toLowerCase())),
    );
    if (!fitting) return this.next();
    this.used.set(fitting, (this.used.get(fitting) ?? 0) + 1);
    return fitting.say.replaceAll('{code}', code ?? '');
  }

  private next(): string | null {
    const step = this.script.steps[this.step];
    if (!step) return null;
    this.step += 1;
    return inManner(step.say, this.seed + this.step - 1, this.step === 1);
  }
}

/** The same words as other people type them. The first manner leaves them as they are. */
export function inManner(text: string, manner: number, first: boolean): string {
  const place = manner % 4;
  // Courtesies of one language in a message of another would be another message.
  const courteous = first && ENGLISH.test(text);
  const said = place === 3 ? lowered(text) : text;
  return courteous ? `${OPENINGS[place]}${said}${CLOSINGS[place]}` : said;
}

/** Without capitals and full stops; what holds a digit or an "@" is typed as it is. */
function lowered(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/[\d@]/.test(word) ? word : word.toLowerCase().replace(/\.$/, '')))
    .join('');
}
