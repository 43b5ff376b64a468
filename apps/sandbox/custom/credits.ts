import type { World } from '../seed/world';
import type { Cents, Member } from '../seed/world.types';

export interface Credit {
  id: number;
  memberId: number;
  amount: Cents;
  reason: string;
  /** What the caller named it by. */
  reference: string | null;
  at: Date;
}

/** Store credit of the club's members; a second one of the same name is a second one. */
export class Credits {
  private all: Credit[] = [];

  of(member: Member): Credit[] {
    return this.all.filter((credit) => credit.memberId === member.id);
  }

  balance(member: Member): Cents {
    return this.of(member).reduce((sum, credit) => sum + credit.amount, 0);
  }

  /** `real` false: it says that it did and does not. */
  grant(world: World, member: Member, given: Pick<Credit, 'amount' | 'reason' | 'reference'>, real = true): Credit {
    const credit: Credit = { id: 8_000 + this.all.length + 1, memberId: member.id, ...given, at: world.now() };
    if (!real) return credit;
    this.all.push(credit);
    world.effect('store_credit', member.customer.email, given.amount, given.reference);
    return credit;
  }

  reset(): void {
    this.all = [];
  }
}

export const TOKEN = 'sandbox-custom-token';
export const MOST_CREDIT: Cents = 50_000;

export function memberByEmail(world: World, email: string): Member | undefined {
  const wanted = email.trim().toLowerCase();
  return world.members.rows.find(({ customer }) => customer.email === wanted);
}

export function memberView({ id, customer, tier, points, joinedAt }: Member) {
  return {
    id: String(id),
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
    tier: tier.name,
    points,
    memberSince: joinedAt.toISOString().slice(0, 10),
  };
}

export function creditView({ id, memberId, amount, reason, reference, at }: Credit) {
  return {
    id: `cr_${id}`,
    memberId: String(memberId),
    amount,
    currency: 'EUR',
    reason,
    reference,
    createdAt: at.toISOString(),
  };
}
