import { type Ctx, Clock, Ids, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Brains } from '../brains/brains.service';
import type { KnownPerson } from '../privacy/pseudonyms';
import { Pseudonyms } from '../privacy/pseudonyms';
import { AiSettings } from '../settings/ai-settings.service';
import { isLeft } from '../settings/budget';
import { AiTurnQueries } from '../turns/turn.queries';

/** Somebody sits before the screen and waits. */
const TIMEOUT_MS = 20_000;
const BUILT_IN = 'built-in';

export interface Wording {
  system: string;
  /** What is asked, with the facts as data. */
  user: string;
  /** Whose data a model outside does not see. */
  person?: Partial<KnownPerson>;
  /** What is wrong with a text, to be told to the model; null: nothing. It is asked once more, then its words stand. */
  problems: (text: string) => string | null;
}

export interface Worded {
  text: string;
  brain: string;
}

export type NoWords = { none: 'no_model' | 'budget_spent' | 'no_answer' };

export function isWorded(answer: Worded | NoWords): answer is Worded {
  return 'text' in answer;
}

/** A language model that words something for a person: one call, and one more where its words did not hold. */
@Injectable()
export class CopilotModel {
  /** What this process asked today; turns are counted by their rows. */
  private readonly today = new Map<string, { day: string; calls: number; tokens: number }>();

  constructor(
    private readonly brains: Brains,
    private readonly settings: AiSettings,
    private readonly turns: AiTurnQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  get name(): string {
    return this.brains.name;
  }

  async word(ctx: Ctx, { system, user, person, problems }: Wording): Promise<Worded | NoWords> {
    if (this.brains.name === BUILT_IN) return { none: 'no_model' };
    if (!(await this.maySpend(ctx))) return { none: 'budget_spent' };
    const [brain] = await this.brains.all();
    if (!brain || brain.name === BUILT_IN) return { none: 'no_model' };
    const [{ ask, isFault }, { HumanMessage, SystemMessage }] = await Promise.all([
      import('../loop/ask'),
      import('@langchain/core/messages'),
    ]);
    const hidden = new Pseudonyms(person);
    const messages = [new SystemMessage(system), new HumanMessage(hidden.hide(user))];
    let last: string | null = null;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await ask({
        model: brain.model as Parameters<typeof ask>[0]['model'],
        messages,
        timeoutMs: TIMEOUT_MS,
        newId: () => this.ids.next(),
        streamed: false,
      });
      if (isFault(answer)) {
        this.log.warn({ err: answer.error, fault: answer.fault }, 'the copilot had no answer of the model');
        break;
      }
      this.count(ctx, answer.tokens);
      const text = hidden.invented(answer.text) ? '' : hidden.reveal(answer.text).trim();
      const wrong = text ? problems(text) : 'Write the text, in plain words.';
      if (text) last = text;
      if (wrong === null) break;
      messages.push(answer.message as never, new HumanMessage(hidden.hide(wrong)));
    }
    return last === null ? { none: 'no_answer' } : { text: last, brain: brain.name };
  }

  private async maySpend(ctx: Ctx): Promise<boolean> {
    const { budget } = await this.settings.get(ctx);
    const day = this.day();
    const spent = await this.turns.spent(ctx, new Date(`${day}T00:00:00Z`));
    const own = this.today.get(ctx.workspaceId);
    const here = own?.day === day ? own : { calls: 0, tokens: 0 };
    return isLeft({ ...spent, calls: spent.calls + here.calls, tokens: spent.tokens + here.tokens }, budget);
  }

  private count(ctx: Ctx, { input, output }: { input: number; output: number }): void {
    const day = this.day();
    const own = this.today.get(ctx.workspaceId);
    const before = own?.day === day ? own : { calls: 0, tokens: 0 };
    this.today.set(ctx.workspaceId, { day, calls: before.calls + 1, tokens: before.tokens + input + output });
  }

  private day(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

/** Data in a fence that nothing inside it can close. */
export function fenced(data: unknown): string {
  return `<facts>\n${JSON.stringify(data).replace(/</g, '\\u003c')}\n</facts>`;
}
