import { grantPoints, redeem, Refused } from '../seed/changes';
import { rewardById } from '../seed/loyalty';
import type { World } from '../seed/world';
import type { Member, Redemption, Reward } from '../seed/world.types';
import { VARIABLE } from './views';

/** Why a write is refused, with its status. */
export class Unprocessable {
  constructor(
    readonly status: 404 | 422,
    readonly message: string,
  ) {}
}

export interface TransactionInput {
  points_change?: unknown;
  description?: unknown;
  internal_note?: unknown;
}

export function addTransaction(world: World, member: Member, input: TransactionInput) {
  const { points_change: points, description, internal_note: note } = input;
  if (typeof points !== 'number') return new Unprocessable(422, 'Points change must be a whole number.');
  const entry = grantPoints(world, member, {
    points,
    ...(typeof description === 'string' && { note: description }),
    key: typeof note === 'string' ? note : null,
  });
  return entry instanceof Refused ? new Unprocessable(422, refusalOf(entry)) : entry;
}

/** A code for points. */
export function purchase(world: World, member: Member, productId: string, spend: unknown): Redemption | Unprocessable {
  const reward = Number(productId) === VARIABLE.id ? variableReward(spend) : rewardById(productId);
  if (!reward) return new Unprocessable(404, 'The points product could not be found.');
  if (reward instanceof Unprocessable) return reward;
  if (reward.id !== VARIABLE.id && spend !== undefined)
    return new Unprocessable(422, 'Points to spend does not apply to this points product.');
  const made = redeem(world, member, reward);
  return made instanceof Refused ? new Unprocessable(422, refusalOf(made)) : made;
}

function variableReward(spend: unknown): Reward | Unprocessable {
  const { id, step, min, max, value } = VARIABLE;
  if (typeof spend !== 'number' || spend % step !== 0 || spend < min || spend > max)
    return new Unprocessable(422, `Points to spend must be ${min} to ${max} in steps of ${step}.`);
  const euros = (spend / step) * value;
  return { id, name: `€${euros} off coupon`, points: spend, kind: 'fixed', value: euros * 100, minimum: 0 };
}

const refusalOf = ({ code, message }: Refused): string =>
  code === 'too_much' ? 'The customer does not have enough points.' : message;
