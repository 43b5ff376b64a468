import { ConnectionService } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { StepPlan } from '../action/preparation';
import { type AnyChange, type ChangeDoor, CHANGES, HOUSE_TASK } from './changes';
import { TaskChanges } from './task.change';

export interface OpenedChange {
  change: AnyChange;
  /** Who is asked: the connection's label. */
  source: string;
  args: never;
  tell: ChangeDoor['tell'];
  answerCounts: boolean;
}

/** Finds the living change that a step names. */
@Injectable()
export class Changes {
  constructor(
    private readonly connections: ConnectionService,
    private readonly tasks: TaskChanges,
  ) {}

  /** Null: the connection's system does not have it. Throws when the connection is gone or switched off. */
  async open(ctx: Ctx, step: StepPlan): Promise<OpenedChange | null> {
    if (step.change === HOUSE_TASK) {
      const change = this.tasks.for(ctx);
      return { change, source: 'Satchel', args: step.args as never, tell: () => [], answerCounts: false };
    }
    const door: ChangeDoor = CHANGES[step.change];
    const connectionId = step.connectionId ?? '';
    const { label } = await this.connections.get(ctx, connectionId);
    const change = door.of(await this.connections.adapter(ctx, connectionId, door.kind));
    if (!change) return null;
    const args = (door.revive?.(step.args) ?? step.args) as never;
    return { change, source: label, args, tell: door.tell, answerCounts: door.answerCounts ?? false };
  }
}
