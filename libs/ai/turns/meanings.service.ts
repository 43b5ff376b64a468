import type { MessageBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { Memory } from '../conversation/memory';
import type { TurnView } from '../engine/built-in-chat-model';
import { Procedures } from '../procedures/procedure.service';
import { type Scope, scopeOf } from '../procedures/scope';
import { TaughtModels } from '../teaching/taught-models.service';
import type { Detector, Language } from '../text/language';
import type { Understanding } from '../understand';
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
  ) {}

  async of(
    ctx: Ctx,
    { said, memory }: { said: readonly MessageBody[]; memory: Memory },
    by: { subject: string; prior: Language | null; detect: Detector; now: Date },
  ): Promise<Meaning> {
    const { meaningOf } = await import('../engine/engine');
    const [procedures, model] = await Promise.all([this.procedures.active(ctx), this.taught.of(ctx)]);
    const message = messageText(said);
    const subject = openingSubject(by.subject, said) ?? undefined;
    const value = meaningOf({ ...by, message, subject, memory }, procedures, model ?? undefined);
    return {
      value,
      view: { message, subject, procedures, meaning: value, memory },
      scope: scopeOf(value, memory, procedures),
    };
  }
}
