import type { EventMap, PolicyBody, PolicyDocument } from '@satchel/contracts';
import { AppError, Clock, type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { type Policy, sentencesOf } from '../decide/decide';
import { DEFAULT_POLICY } from './policy.defaults';
import { PolicyQueries } from './policy.queries';

/** The rules of a workspace. A version once written stays: a decision of last year can be read with its own rules. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly queries: PolicyQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The rules that hold now. */
  async current(ctx: Ctx): Promise<Policy> {
    const stored = await this.queries.newest(ctx);
    return stored
      ? { version: stored.version, document: complete(stored.document) }
      : { version: 0, document: DEFAULT_POLICY };
  }

  async read(ctx: Ctx): Promise<PolicyBody> {
    const stored = await this.queries.newest(ctx);
    const document = stored ? complete(stored.document) : DEFAULT_POLICY;
    return {
      version: stored?.version ?? 0,
      document,
      sentences: sentencesOf(document),
      changedBy: stored?.changedBy ?? null,
      changedAt: stored?.changedAt.toISOString() ?? null,
    };
  }

  /** Writes the next version. */
  async change(ctx: Ctx, document: PolicyDocument, expectedVersion?: number): Promise<PolicyBody> {
    await ctx.transaction(async (tx) => {
      const version = (await this.queries.newest(tx))?.version ?? 0;
      const stale = expectedVersion !== undefined && expectedVersion !== version;
      if (stale || !(await this.queries.add(tx, version + 1, document, this.clock.now()))) throw stalePolicy();
      await this.events.append<EventMap, 'policy.changed'>(tx, 'policy.changed', { version: version + 1 });
    });
    return this.read(ctx);
  }
}

/** A document of an earlier release may lack a rule that came since: the default holds for it. */
function complete(document: PolicyDocument): PolicyDocument {
  const { ai, roles } = document;
  return {
    ...DEFAULT_POLICY,
    ...document,
    ai: { ...DEFAULT_POLICY.ai, ...ai },
    roles: { ...DEFAULT_POLICY.roles, ...roles },
  };
}

const stalePolicy = (): AppError =>
  new AppError(
    'stale_policy',
    409,
    'Somebody changed the rules since you read them. Read them again and repeat your change.',
  );
