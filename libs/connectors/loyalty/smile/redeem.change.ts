import type { RedemptionBody, RewardBody } from '@satchel/contracts';
import { ConnectorError, type Change, type ConnectorDeps, type Write } from '../../port';
import { madeAt } from '../../vendor/action-age';
import { fieldsIn, textIn } from '../../vendor/loose';
import { mayGet } from './grant.change';
import type { Members } from './members';
import { newestFirst } from './points';
import type { Rewards } from './rewards';
import { PAGE, type SmileClient } from './smile.client';

export interface RedeemArgs {
  memberId: string;
  rewardId: string;
  points: number | null;
}

type Fields = Record<string, unknown>;

/** How far back a look goes for a key that does not tell its time. */
const RECENT_MS = 15 * 60_000;
const SKEW_MS = 60_000;

/**
 * Points for a code. A purchase has no place for our key, so it is known by what it left: one unused code of this reward,
 * newer than our action, with at most one spending of these points. Anything more or less clear is `unknown`.
 */
export class Redeem implements Change<RedeemArgs, RedemptionBody> {
  constructor(
    private readonly client: SmileClient,
    private readonly members: Members,
    private readonly rewards: Rewards,
    private readonly deps: ConnectorDeps,
  ) {}

  async perform(args: RedeemArgs, write: Write): Promise<RedemptionBody> {
    const reward = await this.rewards.byId(args.rewardId);
    if (!reward) throw new ConnectorError('not_found', 'The programme has no such reward.');
    const spent = priceOf(reward, args.points);
    const member = await mayGet(this.members, args.memberId);
    if (member.points < spent) {
      const { other } = member.pointsLabel;
      throw new ConnectorError('rejected', `"${reward.name}" costs ${spent} ${other}, and there are ${member.points}.`);
    }
    const body = { customer_id: Number(member.externalId), ...(reward.variable && { points_to_spend: spent }) };
    const answer = await this.client.change(`/points_products/${reward.externalId}/purchase`, body, write);
    const purchase = fieldsIn(answer.points_purchase);
    return this.rewards.redemptionOf(fieldsIn(purchase.reward_fulfillment), Number(purchase.points_spent) || spent);
  }

  async find(args: RedeemArgs, key: string): Promise<RedemptionBody | 'not_done' | 'unknown'> {
    const reward = await this.rewards.byId(args.rewardId);
    if (!reward) return 'unknown';
    const spent = priceIn(reward, args.points);
    if (spent === null) return 'unknown';
    const since = this.since(key);
    const isNew = (row: Fields): boolean => !(Date.parse(textIn(row.created_at)) < since);
    const codes = (await this.rewards.fulfilments(args.memberId, PAGE)).filter(isNew);
    const spendings = (await this.transactions(args.memberId)).filter(
      (row) => isNew(row) && Number(row.points_change) === -spent,
    );
    // Without the action's time, "nothing lately" does not tell of what was before.
    if (codes.length === 0 && spendings.length === 0)
      return madeAt(key) || (await this.none(args)) ? 'not_done' : 'unknown';
    const [code] = codes;
    if (!code || codes.length > 1 || spendings.length > 1 || code.usage_status === 'used') return 'unknown';
    const isOurs = await this.isOf(reward, code, spendings.length === 1);
    return isOurs ? this.rewards.redemptionOf(code, spent) : 'unknown';
  }

  /** A code is named as its reward, or by its worth: then the points that went tell, unless it is named as another reward. */
  private async isOf(reward: RewardBody, code: Fields, isPaid: boolean): Promise<boolean> {
    const name = textIn(code.name);
    if (!reward.variable && sameName(name, reward.name)) return true;
    if (!isPaid) return false;
    return !(await this.rewards.all()).some((other) => sameName(name, other.name));
  }

  private since(key: string): number {
    const made = madeAt(key);
    return made ? made.getTime() - SKEW_MS : this.deps.now().getTime() - RECENT_MS;
  }

  /** The member never got a code at all. */
  private async none({ memberId }: RedeemArgs): Promise<boolean> {
    return (await this.rewards.fulfilments(memberId, 1)).length === 0;
  }

  private async transactions(memberId: string): Promise<Fields[]> {
    const { rows } = await this.client.page('points_transactions', { customer_id: memberId, limit: PAGE });
    return rows.sort(newestFirst);
  }
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function priceIn(reward: RewardBody, points: number | null): number | null {
  try {
    return priceOf(reward, points);
  } catch {
    return null;
  }
}

/** What it costs; throws with a reason when the points asked for do not fit the reward. */
export function priceOf({ name, pointsPrice, variable }: RewardBody, points: number | null): number {
  if (!variable) {
    if (pointsPrice === null) throw new ConnectorError('rejected', `Smile.io names no price for "${name}".`);
    if (points !== null && points !== pointsPrice) {
      throw new ConnectorError('rejected', `"${name}" costs ${pointsPrice} points, no more and no less.`);
    }
    return pointsPrice;
  }
  const { step, min, max } = variable;
  const fits = points !== null && Number.isSafeInteger(points) && points > 0 && (!step || points % step === 0);
  if (!fits || points < min || (max > 0 && points > max)) {
    const upTo = max > 0 ? ` to ${max}` : ' or more';
    throw new ConnectorError('rejected', `"${name}" takes ${min}${upTo} points in steps of ${step || 1}.`);
  }
  return points;
}
