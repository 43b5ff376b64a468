import type { PolicyDraft, PolicyReplayBody } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { complete, decide, NOTHING_GIVEN, type Policy, type PolicyFacts, PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import { findAction } from '../action/catalogue';
import { policyActor } from '../run/actor';
import { ReplayQueries, type ReplayRow } from './replay.queries';
import { Tally } from './tally';

const DAY_MS = 24 * 3600_000;
/** Judged in one go; between two pages others get their turn. */
const PAGE = 500;

/** What other rules would have said of what was asked for lately, by the facts that were kept then. Changes nothing. */
@Injectable()
export class PolicyReplay {
  constructor(
    private readonly queries: ReplayQueries,
    private readonly policies: PolicyService,
    private readonly clock: Clock,
  ) {}

  async replay(ctx: Ctx, draft: PolicyDraft, days: number): Promise<PolicyReplayBody> {
    const since = new Date(this.clock.now().getTime() - days * DAY_MS);
    const current = await this.policies.current(ctx);
    const next: Policy = { version: current.version + 1, document: complete(draft, current.document) };
    const versions = new Map<number, Policy>([[current.version, current]]);
    const tally = new Tally();
    let last: ReplayRow | null = null;
    do {
      const page: ReplayRow[] = await this.queries.page(ctx, since, last, PAGE);
      for (const row of page) {
        const { facts, older } = factsOf(row);
        if (older) tally.olderFacts++;
        const actor = policyActor(row.actor);
        const was = decide(await this.ofItsDay(ctx, row.policyVersion, versions, current), facts, actor);
        tally.add(row, findAction(row.name)?.title ?? row.name, was, decide(next, facts, actor));
      }
      last = page.length === PAGE ? (page.at(-1) ?? null) : null;
    } while (last);
    return tally.body(days, since);
  }

  private async ofItsDay(ctx: Ctx, version: number, known: Map<number, Policy>, current: Policy): Promise<Policy> {
    const found = known.get(version) ?? (await this.policies.ofVersion(ctx, version)) ?? current;
    known.set(version, found);
    return found;
  }
}

/** As they were when it was asked for: nobody had confirmed anything yet. */
function factsOf({ facts, money }: ReplayRow): { facts: PolicyFacts; older: boolean } {
  const asked = { ...facts, confirmed: false };
  if (facts.customerTags !== undefined) return { facts: asked, older: false };
  // Kept before this was read: whether a limit was full then nobody can tell any more.
  const currency = money?.currency ?? 'EUR';
  const paid = { amount: Number.MAX_SAFE_INTEGER, currency };
  return { facts: { ...NOTHING_GIVEN, paid, refunded: { amount: 0, currency }, ...asked }, older: true };
}
