import type { SubscriptionStatus } from '@satchel/contracts';
import type { ConnectorDeps, Subscription } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { moneyOf } from '../../vendor/money';
import { Vocabulary } from '../../vendor/vocabulary';
import type { RechargeClient } from './recharge.client';
import type { RechargeCredentials } from './recharge.credentials';
import { STATUS_WORDS, UNIT_WORDS } from './recharge.words';

export type Fields = Record<string, unknown>;

const ID = /^[1-9]\d{0,17}$/;
const ORDER: SubscriptionStatus[] = ['active', 'paused', 'unknown', 'cancelled', 'expired'];

/** A charge to come, and which subscriptions are in it. */
export interface Upcoming {
  id: string;
  status: string;
  on: string;
  updatedAt: number;
  subscriptionIds: string[];
}

export class Subscriptions {
  private readonly statuses;
  private readonly units;

  constructor(
    private readonly client: RechargeClient,
    private readonly credentials: RechargeCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.statuses = new Vocabulary<SubscriptionStatus>('recharge subscription status', STATUS_WORDS, deps.log);
    this.units = new Vocabulary('recharge interval unit', UNIT_WORDS, deps.log);
  }

  async byEmail(email: string): Promise<Subscription[]> {
    const wanted = email.trim().toLowerCase();
    if (!wanted.includes('@')) return [];
    const customers = (await this.client.list('customers', { email: wanted })).filter(
      (one) => textIn(one.email).trim().toLowerCase() === wanted,
    );
    const found = await Promise.all(customers.map((one) => this.ofCustomer(textIn(one.id))));
    return found.flat().sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));
  }

  async byId(id: string): Promise<Subscription | null> {
    const row = await this.row(id);
    if (!row) return null;
    return this.subscriptionOf(row, await this.skipped(textIn(row.customer_id)));
  }

  /** As Recharge tells it. */
  async row(id: string): Promise<Fields | null> {
    const answer = ID.test(id) ? await this.client.find(`/subscriptions/${id}`) : null;
    const row = fieldsIn(answer?.subscription);
    return row.id === undefined ? null : row;
  }

  /** Charges of a customer with this status that are still to come, the next first. */
  async upcoming(customerId: string, status: 'queued' | 'skipped'): Promise<Upcoming[]> {
    if (!ID.test(customerId)) return [];
    const query = { customer_id: customerId, status, sort_by: 'scheduled_at-asc' };
    const today = this.deps.now().toISOString().slice(0, 10);
    return (await this.client.list('charges', query))
      .map((row) => ({
        id: textIn(row.id),
        status: textIn(row.status),
        on: textIn(row.scheduled_at).slice(0, 10),
        updatedAt: Date.parse(textIn(row.updated_at)),
        subscriptionIds: listIn(row.line_items).map((line) => textIn(fieldsIn(line).purchase_item_id)),
      }))
      .filter((charge) => charge.status === status && charge.on >= today)
      .sort((one, other) => one.on.localeCompare(other.on));
  }

  private async ofCustomer(customerId: string): Promise<Subscription[]> {
    if (!ID.test(customerId)) return [];
    const [rows, skipped] = await Promise.all([
      this.client.list('subscriptions', { customer_id: customerId }),
      this.skipped(customerId),
    ]);
    return rows.filter((row) => textIn(row.customer_id) === customerId).map((row) => this.subscriptionOf(row, skipped));
  }

  private skipped(customerId: string): Promise<Upcoming[]> {
    return this.upcoming(customerId, 'skipped');
  }

  private subscriptionOf(row: Fields, skipped: Upcoming[]): Subscription {
    const told = this.statuses.ours(textIn(row.status));
    const nextChargeOn = dayIn(row.next_charge_scheduled_at);
    const id = textIn(row.id);
    // Recharge has no word for a pause: such a one is active and never charged.
    const status = told === 'active' && !nextChargeOn ? 'paused' : told;
    const unit = this.units.ours(textIn(row.order_interval_unit));
    return {
      externalId: id,
      status,
      product: textIn(row.product_title),
      variant: textIn(row.variant_title) || null,
      sku: textIn(row.sku) || null,
      quantity: Number(row.quantity) || 1,
      price: moneyOf(textIn(row.price) || '0', textIn(row.presentment_currency) || this.credentials.currency || 'USD'),
      every: { count: Number(row.order_interval_frequency) || 1, unit: unit === 'unknown' ? 'month' : unit },
      nextChargeOn: status === 'active' ? nextChargeOn : null,
      skipped: skipped.some((charge) => charge.subscriptionIds.includes(id)) && status === 'active',
      cancelledAt: told === 'cancelled' ? textIn(row.cancelled_at) || null : null,
      cancellationReason: told === 'cancelled' ? textIn(row.cancellation_reason) || null : null,
    };
  }
}

const dayIn = (value: unknown): string | null => /^\d{4}-\d{2}-\d{2}/.exec(textIn(value))?.[0] ?? null;
