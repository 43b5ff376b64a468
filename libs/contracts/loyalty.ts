/** What the programme calls its points: "Coin", "Coins". */
export interface PointsLabel {
  one: string;
  other: string;
}

export interface LoyaltyMemberBody {
  connectionId: string;
  externalId: string;
  /** `candidate`: known to the programme and not joined yet. `disabled`: shut out by the shop. */
  state: 'member' | 'candidate' | 'disabled';
  points: number;
  pointsLabel: PointsLabel;
  tier: string | null;
  /** What is missing to the next tier, in the programme's own unit (points or money spent); null: none above. */
  nextTier: { name: string; missing: number } | null;
  referralUrl: string | null;
  history: PointsEntryBody[];
  /** Codes that points were spent on. */
  redemptions: RedemptionBody[];
}

export interface PointsEntryBody {
  externalId: string;
  points: number;
  description: string;
  at: string;
}

export interface LoyaltyTierBody {
  externalId: string;
  name: string;
  /** From how many points or how much money on; null: not told. */
  milestone: number | null;
  perks: string[];
}

export interface RewardBody {
  externalId: string;
  name: string;
  description: string | null;
  /** Of a reward with one price. */
  pointsPrice: number | null;
  /** Of a reward whose worth follows the points spent: `step` points are worth `value`. */
  variable: { step: number; min: number; max: number; value: number } | null;
}

export interface RedemptionBody {
  externalId: string;
  name: string;
  code: string | null;
  pointsSpent: number | null;
  usage: 'used' | 'unused' | 'unknown';
  expiresAt: string | null;
}
