import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { NO_MEMORY } from '../conversation/memory';
import type { TurnView } from '../engine/built-in-chat-model';
import { Procedures } from '../procedures/procedure.service';
import { type Scope, scopeOf } from '../procedures/scope';
import { TaughtModels } from '../teaching/taught-models.service';
import type { Detector, Language } from '../text/language';
import type { Understanding } from '../understand';
import type { Listened } from './listening.service';
import { messageText, openingSubject } from './request';

export interface Meaning {
  value: Understanding;
  /** For the engine, which must not read the same message in another way. */
  view: Pick<TurnView, 'message' | 'subject' | 'procedures' | 'meaning' | 'memory'>;
  /** For a language model, which is shown no tool that this message leads away from. */
  scope: Scope;
}

/** Reads what the customer wrote, once a turn: by the shop's own procedures and what the shop taught. */
@Injectable()
export class Meanings {
  constructor(
    private readonly procedures: Procedures,
    private readonly taught: TaughtModels,
    private readonly clock: Clock,
  ) {}

  async of(
    ctx: Ctx,
    listened: Listened,
    by: { subject: string; prior: Language | null; detect: Detector },
  ): Promise<Meaning> {
    const { meaningOf } = await import('../engine/engine');
    const [procedures, model] = await Promise.all([this.procedures.active(ctx), this.taught.of(ctx)]);
    const memory = (listened.stranger ? null : listened.heard.conversation.memory) ?? NO_MEMORY;
    const message = messageText(listened.said);
    const subject = openingSubject(by.subject, listened.said) ?? undefined;
    const { prior, detect } = by;
    const read = { message, subject, memory, prior, detect, now: this.clock.now() };
    const value = meaningOf(read, procedures, model ?? undefined);
    return {
      value,
      view: { message, subject, procedures, meaning: value, memory },
      scope: scopeOf(value, memory, procedures),
    };
  }
}
