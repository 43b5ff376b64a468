import { tiers } from '../seed/loyalty';
import type { World } from '../seed/world';
import type { Customer, Member } from '../seed/world.types';
import type { SmileSettings } from './settings';

/** One customer as the programme has them: a member, or a candidate whom the shop told of. */
export interface SmileCustomer {
  id: number;
  customer: Pick<Customer, 'firstName' | 'lastName' | 'email' | 'createdAt' | 'updatedAt'>;
  member: Member | null;
  state: string;
  points: number;
}

/** Newest id first, as the lists are. */
export function customersOf(world: World, { states, doubles }: SmileSettings): SmileCustomer[] {
  const own = world.customers.map((customer): SmileCustomer => {
    const member = world.memberOf(customer) ?? null;
    const state = states[customer.email] ?? (member ? 'member' : 'candidate');
    return { id: member?.id ?? customer.id, customer, member, state, points: member?.points ?? 0 };
  });
  const more = doubles.map(({ id, email, state, points }): SmileCustomer => {
    const times = { createdAt: world.now(), updatedAt: world.now() };
    return { id, customer: { firstName: 'Double', lastName: 'Entry', email, ...times }, member: null, state, points };
  });
  return [...own, ...more].sort((one, other) => other.id - one.id);
}

const nextTier = (earned: number) => tiers.find((tier) => tier.threshold > earned);

function vipStatus(member: Member | null) {
  const next = nextTier(member?.earned ?? 0);
  return {
    vip_tier_id: member?.tier.id ?? null,
    vip_tier_expires_at: null,
    progress_value: member?.earned ?? 0,
    current_vip_period_end: null,
    delta_to_retain_vip_tier: null,
    next_vip_tier_id: next?.id ?? null,
    delta_to_next_vip_tier: next ? next.threshold - (member?.earned ?? 0) : null,
  };
}

/** `include`: what was asked for beside the customer's own fields. */
export function customerView({ id, customer, member, state, points }: SmileCustomer, include: string) {
  return {
    id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    state,
    // The year was never told.
    date_of_birth: member?.birthday ? `1004-${member.birthday}` : null,
    points_balance: points,
    referral_url: `https://i.refs.cc/${member?.referralCode ?? id}`,
    vip_tier_id: member?.tier.id ?? null,
    ...(include.includes('vip_status') && { vip_status: vipStatus(member) }),
    created_at: (member?.joinedAt ?? customer.createdAt).toISOString(),
    updated_at: (member?.updatedAt ?? customer.updatedAt).toISOString(),
  };
}
