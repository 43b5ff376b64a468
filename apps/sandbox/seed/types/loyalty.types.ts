import type { Cents, Customer, Discount } from './shop.types';

export interface Tier {
  id: number;
  name: string;
  /** Points ever earned from which it is reached; 0 for the first. */
  threshold: number;
  /** Points for each whole unit of currency. */
  rate: number;
}

export interface Reward {
  id: number;
  name: string;
  /** What it costs, in points. */
  points: number;
  kind: Discount['kind'];
  value: number;
  minimum: Cents;
}

export type PointsKind = 'signup' | 'order' | 'refund' | 'birthday' | 'grant' | 'redemption' | 'expiry';

export interface PointsEntry {
  id: number;
  memberId: number;
  /** Above 0 earned, below 0 spent or taken back. */
  points: number;
  kind: PointsKind;
  note: string;
  orderNumber: number | null;
  key: string | null;
  at: Date;
}

export interface Redemption {
  id: number;
  memberId: number;
  reward: Reward;
  points: number;
  discount: Discount;
  key: string | null;
  at: Date;
  usedAt: Date | null;
}

export interface Member {
  id: number;
  customer: Customer;
  /** The sum of the history. */
  points: number;
  /** All points ever earned, less those that refunds took back; the tier hangs on it. */
  earned: number;
  tier: Tier;
  /** Oldest first. */
  history: PointsEntry[];
  redemptions: Redemption[];
  /** Month and day, "04-17"; null when not told. */
  birthday: string | null;
  referralCode: string;
  joinedAt: Date;
  updatedAt: Date;
}
