import type { EventMap, PolicyBody, PolicyDraft, PolicyVersionPage } from '@satchel/contracts';
import { AppError, Clock, type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { differences, type Policy, sentencesOf } from '../decide/decide';
import { complete, DEFAULT_POLICY } from './policy.defaults';
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

  /** The rules of their day; null: there is no such version. */
  async ofVersion(ctx: Ctx, version: number): Promise<Policy | null> {
    if (version === 0) return { version, document: DEFAULT_POLICY };
    const [stored] = await this.queries.versions(ctx, version + 1, 1);
    return stored?.version === version ? { version, document: complete(stored.document) } : null;
  }

  /** Newest first; `before`: older than this version. */
  async versions(ctx: Ctx, before: number | null, limit: number): Promise<PolicyVersionPage> {
    const rows = await this.queries.versions(ctx, before, limit + 1);
    const data = rows.slice(0, limit).map(({ version, document, changedBy, changedAt }, index) => {
      const own = complete(document);
      const older = rows[index + 1];
      const changes = differences(older ? complete(older.document) : DEFAULT_POLICY, own);
      return { version, changedBy, changedAt: changedAt.toISOString(), changes, document: own };
    });
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last ? String(last.version) : null };
  }

  /** Writes the next version. What a draft leaves out stays as it stands. */
  async change(ctx: Ctx, draft: PolicyDraft, expectedVersion?: number): Promise<PolicyBody> {
    await ctx.transaction(async (tx) => {
      const newest = await this.queries.newest(tx);
      const version = newest?.version ?? 0;
      const document = complete(draft, newest?.document);
      const stale = expectedVersion !== undefined && expectedVersion !== version;
      if (stale || !(await this.queries.add(tx, version + 1, document, this.clock.now()))) throw stalePolicy();
      await this.events.append<EventMap, 'policy.changed'>(tx, 'policy.changed', { version: version + 1 });
    });
    return this.read(ctx);
  }
}

const stalePolicy = (): AppError =>
  new AppError(
    'stale_policy',
    409,
    'Somebody changed the rules since you read them. Read them again and repeat your change.',
  );
