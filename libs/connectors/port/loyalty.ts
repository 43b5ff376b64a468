import type {
  LoyaltyMemberBody,
  LoyaltyTierBody,
  PointsEntryBody,
  PointsLabel,
  RedemptionBody,
  RewardBody,
} from '@satchel/contracts';
import type { Change, Verdict } from './change';
import type { ChangeHook } from './hook';

export type LoyaltyMember = Omit<LoyaltyMemberBody, 'connectionId' | 'history' | 'redemptions'>;

/** A loyalty programme. Names of tiers and points are the programme's own, read there, never ours. */
export interface LoyaltyAdapter {
  check(): Promise<Verdict>;
  pointsLabel(): Promise<PointsLabel>;
  tiers(): Promise<LoyaltyTierBody[]>;
  rewards(): Promise<RewardBody[]>;
  /** By mail address, exact; a member before a candidate when the programme has several of one address. */
  member(email: string): Promise<LoyaltyMember | null>;
  byId(externalId: string): Promise<LoyaltyMember | null>;
  /** Newest first. */
  history(memberId: string, limit: number): Promise<PointsEntryBody[]>;
  redemptions(memberId: string, limit: number): Promise<RedemptionBody[]>;
  /** Points as a goodwill; the customer sees `description`. Undone by taking the same points back. */
  grant?: Change<{ memberId: string; points: number; description: string }, PointsEntryBody>;
  /** `points` of a reward with a variable price; null otherwise. Cannot be undone: a compensation is a grant. */
  redeem?: Change<{ memberId: string; rewardId: string; points: number | null }, RedemptionBody>;
  hook?: ChangeHook;
}
