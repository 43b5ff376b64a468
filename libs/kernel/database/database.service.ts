import { Inject, Injectable } from '@nestjs/common';
import { type Actor, EVERY_WORKSPACE, SYSTEM } from '../ctx/actor';
import { Ctx } from '../ctx/ctx';
import { newId } from '../ids/ids';
import { currentRequestId } from '../log/request-scope';
import { withAdvisoryLock } from './advisory-lock';
import { Connections } from './connections';

/** Where every `Ctx` comes from. */
@Injectable()
export class Database {
  constructor(@Inject(Connections) private readonly connections: Connections) {}

  ctx(workspaceId: string, actor: Actor, requestId: string = currentRequestId() ?? newId()): Ctx {
    return new Ctx(this.connections, workspaceId, actor, requestId);
  }

  /** Runs `work` while this process alone, over all nodes, holds the name; waits for whoever holds it now. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
    return withAdvisoryLock(this.connections.pool, name, work);
  }

  /** The house itself: sees all rows. For the log's readers, sign-in, doors and the seed. */
  system(requestId?: string): Ctx {
    return this.ctx(EVERY_WORKSPACE, SYSTEM, requestId);
  }
}
