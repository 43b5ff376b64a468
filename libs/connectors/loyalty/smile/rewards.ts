import type { RedemptionBody, RewardBody } from '@satchel/contracts';
import type { ConnectorDeps } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { Vocabulary } from '../../vendor/vocabulary';
import { isSmileId } from './members';
import { newestFirst } from './points';
import { PAGE, type SmileClient } from './smile.client';
import { FULFILMENT_WORDS, USAGE_WORDS } from './smile.words';

type Fields = Record<string, unknown>;

/** No programme has more rewards than this many pages hold. */
const MOST_PAGES = 4;

export class Rewards {
  private readonly usages;
  private readonly states;

  constructor(
    private readonly client: SmileClient,
    deps: ConnectorDeps,
  ) {
    this.usages = new Vocabulary<RedemptionBody['usage']>('smile usage status', USAGE_WORDS, deps.log);
    this.states = new Vocabulary<'there' | 'gone'>('smile fulfillment status', FULFILMENT_WORDS, deps.log);
  }

  /** Lists of products are counted in pages, all others are walked by a cursor. */
  async all(): Promise<RewardBody[]> {
    const found: RewardBody[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await this.client.get('/points_products', { page, page_size: PAGE });
      const rows = listIn(answer.points_products).map(fieldsIn);
      found.push(...rows.map(rewardOf));
      if (rows.length < PAGE) break;
    }
    return found;
  }

  async byId(rewardId: string): Promise<RewardBody | null> {
    const answer = isSmileId(rewardId) ? await this.client.find(`/points_products/${rewardId}`) : null;
    const row = fieldsIn(answer?.points_product);
    return row.id === undefined ? null : rewardOf(row);
  }

  /** What a member has got, newest first; what was cancelled or failed is nothing. */
  async fulfilments(memberId: string, limit: number): Promise<Fields[]> {
    if (!isSmileId(memberId)) return [];
    const { rows } = await this.client.page('reward_fulfillments', { customer_id: memberId, limit: PAGE });
    return rows
      .filter((row) => this.states.ours(textIn(row.fulfillment_status)) !== 'gone')
      .sort(newestFirst)
      .slice(0, limit);
  }

  /** Smile.io does not keep with a code what was paid for it. */
  redemptionOf(row: Fields, pointsSpent: number | null): RedemptionBody {
    return {
      externalId: textIn(row.id),
      name: textIn(row.name),
      code: textIn(row.code) || null,
      pointsSpent,
      usage: this.usages.ours(textIn(row.usage_status)),
      expiresAt: textIn(row.expires_at) || null,
    };
  }
}

function rewardOf(row: Fields): RewardBody {
  const reward = fieldsIn(row.reward);
  const points = (name: string): number => Number(row[name]) || 0;
  const variable = {
    step: points('variable_points_step'),
    min: points('variable_points_min'),
    max: points('variable_points_max'),
    value: points('variable_points_step_reward_value'),
  };
  return {
    externalId: textIn(row.id),
    name: textIn(reward.name),
    description: textIn(reward.description) || textIn(row.exchange_description) || null,
    pointsPrice: typeof row.points_price === 'number' ? row.points_price : null,
    variable: row.exchange_type === 'variable' ? variable : null,
  };
}
