import { idIn, wordIn } from '../facts';
import { filterDate, PAGE, type LightspeedClient } from '../lightspeed.client';

/** Guests write about what they bought lately. */
const LOOK_BACK_DAYS = 60;
const DAY_MS = 86_400_000;
/** Pages read in one go; a very busy shop is caught up with over a few look-ups. */
const PAGES_AT_ONCE = 8;

/**
 * Orders cannot be asked for by mail address, and a guest's are on no customer. So the heads of recent orders are walked
 * once and, after that, only what came since: one small request for each look-up.
 */
export class RecentGuests {
  private readonly byEmail = new Map<string, Set<string>>();
  private lastId = '0';
  private from: Date | null = null;

  constructor(private readonly client: LightspeedClient) {}

  async orderIds(email: string): Promise<string[]> {
    await this.catchUp();
    return [...(this.byEmail.get(email) ?? [])];
  }

  private async catchUp(): Promise<void> {
    const from = new Date(this.client.deps.now().getTime() - LOOK_BACK_DAYS * DAY_MS);
    // Begun anew each day, so that it never holds more than it looks back on.
    if (!this.from || from.getTime() - this.from.getTime() > DAY_MS) {
      this.from = from;
      this.lastId = '0';
      this.byEmail.clear();
    }
    for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
      const query = { created_at_min: filterDate(this.from), since_id: this.lastId, fields: 'id,email' };
      const heads = await this.client.list('orders', 'orders', query);
      const before = this.lastId;
      for (const head of heads) this.keep(idIn(head.id), wordIn(head.email)?.toLowerCase() ?? null);
      // Not moving on would mean that the shop knows no `since_id`.
      if (heads.length < PAGE || this.lastId === before) return;
    }
  }

  private keep(id: string | null, email: string | null): void {
    if (!id) return;
    if (BigInt(id) > BigInt(this.lastId)) this.lastId = id;
    if (email) this.byEmail.set(email, (this.byEmail.get(email) ?? new Set()).add(id));
  }
}
