import { codeText } from '../gateway-ids';
import { addPoints, redeemReward } from '../loyalty';
import type { World } from '../world';
import type { Member, PointsEntry, Redemption, Reward } from '../world.types';
import { Refused, type Outcome } from './refused';

/** Tells of a line that was added to a member's history, and of the member. */
export function changePoints(world: World, entry: PointsEntry): void {
  const member = world.members.get(entry.memberId);
  world.changed('points', entry, 'created', entry.at);
  if (member) world.changed('member', member, 'updated', entry.at);
}

/** Gives points, or takes them with a number below 0. */
export function grantPoints(
  world: World,
  member: Member,
  { points, note = 'From the support team', key = null }: { points: number; note?: string; key?: string | null },
): Outcome<PointsEntry> {
  if (!Number.isInteger(points) || points === 0) return new Refused('invalid', 'points are a whole number but 0');
  if (member.points + points < 0) return new Refused('too_much', `only ${member.points} points are there`);
  const entry = addPoints(world, member, { points, kind: 'grant', note, at: world.now(), key });
  world.effect('points', member.customer.email, points, key);
  changePoints(world, entry);
  return entry;
}

/** Turns points into a code. */
export function redeem(world: World, member: Member, reward: Reward, key: string | null = null): Outcome<Redemption> {
  if (member.points < reward.points) return new Refused('too_much', `only ${member.points} points are there`);
  const code = `CLUB-${codeText(world.random, 8)}`;
  const made = redeemReward(world, member, reward, code, world.now(), key);
  world.effect('redeem', member.customer.email, reward.points, key);
  const entry = member.history.at(-1);
  if (entry) changePoints(world, entry);
  world.changed('discount', made.discount, 'created');
  world.changed('redemption', made, 'created');
  return made;
}
