import type { LoyaltyTierBody, PointsLabel } from '@satchel/contracts';
import type { ConnectorDeps } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { SmileClient } from './smile.client';

/** A shop renames its tiers and points about never. */
const KEPT_MS = 10 * 60_000;

/** What the programme calls things, read there and kept for a while. */
export class Programme {
  private readonly labels;
  private readonly ranks;

  constructor(client: SmileClient, deps: ConnectorDeps) {
    this.labels = new Kept(async () => labelOf(await client.get('/points_settings')), deps.now);
    this.ranks = new Kept(async () => tiersOf(await client.get('/vip_tiers', { include: 'perks' })), deps.now);
  }

  label(): Promise<PointsLabel> {
    return this.labels.get();
  }

  /** From low to high. */
  tiers(): Promise<LoyaltyTierBody[]> {
    return this.ranks.get();
  }

  /** A tier's name; a tier that was made since the last reading is looked for once more. */
  async tierName(id: string): Promise<string | null> {
    if (!id) return null;
    const name = (tiers: LoyaltyTierBody[]) => tiers.find((tier) => tier.externalId === id)?.name ?? null;
    return name(await this.ranks.get()) ?? name(await this.ranks.again());
  }
}

class Kept<T> {
  private held: { value: Promise<T>; at: number } | null = null;

  constructor(
    private readonly read: () => Promise<T>,
    private readonly now: () => Date,
  ) {}

  get(): Promise<T> {
    const fresh = this.held && this.now().getTime() - this.held.at < KEPT_MS;
    return fresh && this.held ? this.held.value : this.again();
  }

  /** Asked once however many wait; a failure is not kept. */
  again(): Promise<T> {
    const held = { value: this.read(), at: this.now().getTime() };
    this.held = held;
    held.value.catch(() => {
      if (this.held === held) this.held = null;
    });
    return held.value;
  }
}

function labelOf(answer: Record<string, unknown>): PointsLabel {
  const label = fieldsIn(fieldsIn(answer.points_settings).points_label);
  const one = textIn(label.one) || 'Point';
  return { one, other: textIn(label.other) || (textIn(label.one) ? one : 'Points') };
}

function tiersOf(answer: Record<string, unknown>): LoyaltyTierBody[] {
  return listIn(answer.vip_tiers)
    .map(fieldsIn)
    .map((tier) => ({
      externalId: textIn(tier.id),
      name: textIn(tier.name),
      milestone: typeof tier.milestone === 'number' ? tier.milestone : null,
      perks: listIn(tier.perks)
        .map((perk) => textIn(fieldsIn(perk).name))
        .filter(Boolean),
    }))
    .sort((one, other) => (one.milestone ?? 0) - (other.milestone ?? 0));
}
