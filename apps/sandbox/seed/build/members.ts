import { DAY } from '../clock';
import { codeText } from '../gateway-ids';
import { addPoints, BIRTHDAY_POINTS, SIGNUP_POINTS, tierFor } from '../loyalty';
import type { Random } from '../random';
import type { Store } from '../store';
import type { Customer, Member } from '../world.types';

/** Signs a customer up, with the points for that. */
export function join(store: Store, customer: Customer, joinedAt: Date, random: Random): Member {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const member: Member = {
    id: store.id(),
    customer,
    points: 0,
    earned: 0,
    tier: tierFor(0),
    history: [],
    redemptions: [],
    birthday: random.next() < 0.6 ? `${month}-${String(random.between(1, 28)).padStart(2, '0')}` : null,
    referralCode: codeText(random, 8),
    joinedAt,
    updatedAt: joinedAt,
  };
  store.members.add(member);
  addPoints(store, member, { points: SIGNUP_POINTS, kind: 'signup', note: 'Welcome to the club', at: joinedAt });
  return member;
}

/** The birthday of the last twelve months, and the history in its order. */
export function celebrate(store: Store, member: Member, now: Date): void {
  if (member.birthday) {
    const at = new Date(`${now.getUTCFullYear()}-${member.birthday}T07:00:00Z`);
    if (at > now) at.setUTCFullYear(at.getUTCFullYear() - 1);
    if (at > member.joinedAt && now.getTime() - at.getTime() < 365 * DAY)
      addPoints(store, member, { points: BIRTHDAY_POINTS, kind: 'birthday', note: 'Happy birthday', at });
  }
  member.history.sort((a, b) => a.at.getTime() - b.at.getTime());
}
