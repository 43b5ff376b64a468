import type { LoyaltyMemberBody, PointsLabel, SubscriptionBody, SubscriptionStatus } from '@satchel/contracts';
import type { Tone } from '../../ui/pill';

/** "1 Coin", "1,250 Coins": as the programme calls them. */
export function pointsText(points: number, label: PointsLabel, locale?: string): string {
  return `${new Intl.NumberFormat(locale).format(points)} ${Math.abs(points) === 1 ? label.one : label.other}`;
}

/** A movement shows its sign. */
export function movementText(points: number, label: PointsLabel, locale?: string): string {
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${pointsText(Math.abs(points), label, locale)}`;
}

export const MEMBER_WORDS: Record<LoyaltyMemberBody['state'], { label: string; tone: Tone } | null> = {
  member: null,
  candidate: { label: 'Not joined yet', tone: 'neutral' },
  disabled: { label: 'Shut out by the shop', tone: 'red' },
};

export const SUBSCRIPTION_TONES: Record<SubscriptionStatus, Tone> = {
  active: 'green',
  paused: 'amber',
  cancelled: 'neutral',
  expired: 'neutral',
  unknown: 'neutral',
};

/** "every month", "every 2 weeks". */
export const everyText = ({ count, unit }: SubscriptionBody['every']): string =>
  count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
