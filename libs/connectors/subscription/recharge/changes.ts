import { ConnectorError, type Change, type Subscription, type Write } from '../../port';
import { madeAt } from '../../vendor/action-age';
import { fieldsIn, textIn } from '../../vendor/loose';
import type { RechargeClient } from './recharge.client';
import type { Fields, Subscriptions, Upcoming } from './subscriptions';

type Found = Subscription | 'not_done' | 'unknown';

const SKEW_MS = 60_000;
const noteOf = (key: string): string => `satchel:${key}`;

/** What all changes share: Recharge keeps no key, so each looks at what came of it. */
abstract class RechargeChange<Args extends { subscriptionId: string }> implements Change<Args, Subscription> {
  constructor(
    protected readonly client: RechargeClient,
    protected readonly subscriptions: Subscriptions,
  ) {}

  async perform(args: Args, write: Write): Promise<Subscription> {
    const row = await this.needed(args.subscriptionId);
    await this.send(row, args, write);
    return this.after(args.subscriptionId);
  }

  abstract find(args: Args, key: string): Promise<Found>;
  protected abstract send(row: Fields, args: Args, write: Write): Promise<void>;

  protected async needed(id: string): Promise<Fields> {
    const row = await this.subscriptions.row(id);
    if (!row) throw new ConnectorError('not_found', 'Recharge has no such subscription.');
    return row;
  }

  /** It has happened; when it cannot be read again, nobody may think that it has not. */
  private async after(id: string): Promise<Subscription> {
    const seen = await this.subscriptions.byId(id).catch((cause: unknown) => {
      throw new ConnectorError('uncertain', 'Recharge took the change and could not be read again.', { cause });
    });
    if (!seen) throw new ConnectorError('uncertain', 'Recharge took the change and the subscription is gone.');
    return seen;
  }
}

function mustRun(row: Fields): void {
  if (row.status !== 'active') {
    throw new ConnectorError(
      'rejected',
      `The subscription is ${textIn(row.status) || 'not running'}: there is nothing to come.`,
    );
  }
}

/** Leaves the next charge out. */
export class Skip extends RechargeChange<{ subscriptionId: string }> {
  async find({ subscriptionId }: { subscriptionId: string }, key: string): Promise<Found> {
    const row = await this.subscriptions.row(subscriptionId);
    if (!row) return 'unknown';
    const skipped = await this.skippedOf(row);
    const since = (madeAt(key)?.getTime() ?? 0) - SKEW_MS;
    // What was left out before our action is somebody else's doing.
    const ours = skipped.find((charge) => !(charge.updatedAt < since));
    return ours ? ((await this.subscriptions.byId(subscriptionId)) ?? 'unknown') : 'not_done';
  }

  async undo({ externalId }: Subscription, write: Write): Promise<void> {
    const [charge] = await this.skippedOf(await this.needed(externalId));
    if (!charge) throw new ConnectorError('rejected', 'No charge to come is left out any more.');
    await this.client.change('POST', `/charges/${charge.id}/unskip`, items(externalId), write);
  }

  protected async send(row: Fields, { subscriptionId }: { subscriptionId: string }, write: Write): Promise<void> {
    mustRun(row);
    const queued = await this.subscriptions.upcoming(textIn(row.customer_id), 'queued');
    const next = queued.find((charge) => charge.subscriptionIds.includes(subscriptionId));
    if (!next) throw new ConnectorError('rejected', 'There is no charge to come that could be left out.');
    await this.client.change('POST', `/charges/${next.id}/skip`, items(subscriptionId), write);
  }

  private async skippedOf(row: Fields): Promise<Upcoming[]> {
    const skipped = await this.subscriptions.upcoming(textIn(row.customer_id), 'skipped');
    return skipped.filter((charge) => charge.subscriptionIds.includes(textIn(row.id)));
  }
}

const items = (subscriptionId: string): object => ({ purchase_item_ids: [Number(subscriptionId)] });

interface RescheduleArgs {
  subscriptionId: string;
  nextChargeOn: string;
}

/** The next charge on another day. */
export class Reschedule extends RechargeChange<RescheduleArgs> {
  async find({ subscriptionId, nextChargeOn }: RescheduleArgs): Promise<Found> {
    const seen = await this.subscriptions.byId(subscriptionId);
    return seen ? (seen.nextChargeOn === nextChargeOn ? seen : 'not_done') : 'unknown';
  }

  protected async send(row: Fields, { subscriptionId, nextChargeOn }: RescheduleArgs, write: Write): Promise<void> {
    mustRun(row);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(nextChargeOn) || Number.isNaN(Date.parse(nextChargeOn))) {
      throw new ConnectorError('rejected', `"${nextChargeOn}" is not a day.`);
    }
    await this.client.change(
      'POST',
      `/subscriptions/${subscriptionId}/set_next_charge_date`,
      { date: nextChargeOn },
      write,
    );
  }
}

interface SwapArgs {
  subscriptionId: string;
  variantId: string;
}

/** To another variant of the shop's. */
export class Swap extends RechargeChange<SwapArgs> {
  async find({ subscriptionId, variantId }: SwapArgs): Promise<Found> {
    const row = await this.subscriptions.row(subscriptionId);
    if (!row) return 'unknown';
    const variant = textIn(fieldsIn(row.external_variant_id).ecommerce);
    if (variant !== plainId(variantId)) return 'not_done';
    return (await this.subscriptions.byId(subscriptionId)) ?? 'unknown';
  }

  protected async send(row: Fields, { subscriptionId, variantId }: SwapArgs, write: Write): Promise<void> {
    mustRun(row);
    const variant = plainId(variantId);
    if (!variant) throw new ConnectorError('rejected', 'Recharge needs the number of the variant in the shop.');
    await this.client.change(
      'PUT',
      `/subscriptions/${subscriptionId}`,
      { external_variant_id: { ecommerce: variant } },
      write,
    );
  }
}

/** Shops with GraphQL call it "gid://shopify/ProductVariant/123"; Recharge keeps the number. */
const plainId = (variantId: string): string => /(?:^|\/)(\d+)$/.exec(variantId)?.[1] ?? '';

interface CancelArgs {
  subscriptionId: string;
  reason: string;
}

/** Our key stands in the comment on the reason, which the shop alone sees. */
export class Cancel extends RechargeChange<CancelArgs> {
  async find({ subscriptionId }: CancelArgs, key: string): Promise<Found> {
    const row = await this.subscriptions.row(subscriptionId);
    if (!row) return 'unknown';
    if (row.status !== 'cancelled') return 'not_done';
    if (!textIn(row.cancellation_reason_comments).includes(noteOf(key))) return 'unknown';
    return (await this.subscriptions.byId(subscriptionId)) ?? 'unknown';
  }

  async undo({ externalId }: Subscription, write: Write): Promise<void> {
    await this.client.change('POST', `/subscriptions/${externalId}/activate`, {}, write);
  }

  protected async send(row: Fields, { subscriptionId, reason }: CancelArgs, write: Write): Promise<void> {
    mustRun(row);
    const body = {
      cancellation_reason: reason.slice(0, 250) || 'Asked for by the customer',
      cancellation_reason_comments: noteOf(write.key),
      send_email: false,
    };
    await this.client.change('POST', `/subscriptions/${subscriptionId}/cancel`, body, write);
  }
}
