import { Injectable } from '@nestjs/common';
import { Clock, Config, type Ctx } from '@satchel/kernel';
import { ShopHostQueries } from './shop-hosts.queries';

/** A shop moves seldom. */
const KEEP_MS = 10 * 60_000;
/** A storefront and its languages; more are other people's. */
const MOST = 5;
const MOST_SHOPS = 1_000;

/** Where a link in a reply may lead beside what a look-up gave: the shop's own pages and our own, the help centre's among them. */
@Injectable()
export class ShopHosts {
  private readonly kept = new Map<string, { hosts: readonly string[]; until: number }>();

  constructor(
    private readonly queries: ShopHostQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async of(ctx: Ctx): Promise<readonly string[]> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(ctx.workspaceId);
    if (known && known.until > now) return known.hosts;
    const hosts = [new URL(this.config.publicUrl).hostname, ...(await this.queries.ofProducts(ctx, MOST))];
    if (this.kept.size >= MOST_SHOPS) this.kept.clear();
    this.kept.set(ctx.workspaceId, { hosts, until: now + KEEP_MS });
    return hosts;
  }
}
