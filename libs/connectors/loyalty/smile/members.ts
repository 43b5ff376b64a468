import type { ConnectorDeps, LoyaltyMember } from '../../port';
import { fieldsIn, textIn } from '../../vendor/loose';
import { Vocabulary } from '../../vendor/vocabulary';
import type { Programme } from './programme';
import { PAGE, type SmileClient } from './smile.client';
import { STATE_WORDS } from './smile.words';

type Fields = Record<string, unknown>;

/** Several customers may have one address; who joined is meant, then who has not yet, then who was shut out. */
const ORDER: LoyaltyMember['state'][] = ['member', 'candidate', 'disabled'];
const ID = /^[1-9]\d{0,17}$/;

export class Members {
  private readonly states;

  constructor(
    private readonly client: SmileClient,
    private readonly programme: Programme,
    deps: ConnectorDeps,
  ) {
    this.states = new Vocabulary<LoyaltyMember['state']>('smile customer state', STATE_WORDS, deps.log);
  }

  async byEmail(email: string): Promise<LoyaltyMember | null> {
    const wanted = email.trim().toLowerCase();
    if (!wanted.includes('@')) return null;
    const { rows } = await this.client.page('customers', { email: wanted, include: 'vip_status', limit: PAGE });
    const [best] = rows
      .filter((row) => textIn(row.email).trim().toLowerCase() === wanted)
      .map((row) => ({ row, rank: ORDER.indexOf(this.state(row)) }))
      .sort((one, other) => one.rank - other.rank || Number(one.row.id) - Number(other.row.id));
    return best ? this.memberOf(best.row) : null;
  }

  async byId(externalId: string): Promise<LoyaltyMember | null> {
    if (!ID.test(externalId)) return null;
    const answer = await this.client.find(`/customers/${externalId}`, { include: 'vip_status' });
    const row = fieldsIn(answer?.customer);
    return row.id === undefined ? null : this.memberOf(row);
  }

  /** A word that we do not know makes nobody a member. */
  private state(row: Fields): LoyaltyMember['state'] {
    const state = this.states.ours(textIn(row.state));
    return state === 'unknown' ? 'candidate' : state;
  }

  private async memberOf(row: Fields): Promise<LoyaltyMember> {
    const status = fieldsIn(row.vip_status);
    // The field on the customer itself is on its way out.
    const tierId = textIn('vip_tier_id' in status ? status.vip_tier_id : row.vip_tier_id);
    const missing = Number(status.delta_to_next_vip_tier ?? NaN);
    const [pointsLabel, tier, next] = await Promise.all([
      this.programme.label(),
      this.programme.tierName(tierId),
      this.programme.tierName(textIn(status.next_vip_tier_id)),
    ]);
    return {
      externalId: textIn(row.id),
      state: this.state(row),
      points: Number(row.points_balance) || 0,
      pointsLabel,
      tier,
      nextTier: next !== null && Number.isFinite(missing) ? { name: next, missing } : null,
      referralUrl: webAddress(textIn(row.referral_url)),
    };
  }
}

function webAddress(text: string): string | null {
  return /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}

export const isSmileId = (text: string): boolean => ID.test(text);
