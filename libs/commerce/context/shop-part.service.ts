import { Injectable } from '@nestjs/common';
import { type CommerceAdapter, ConnectionService, type ShopCustomer } from '@satchel/connectors';
import type { ConnectionBody, Money, OrderBody, PossibleMatchBody } from '@satchel/contracts';
import { Clock } from '@satchel/kernel';
import { ShopCustomerQueries } from '../mirror/shop-customer.queries';
import { bodyOf, type SnapshotRow } from '../order/order-snapshot';
import { type Buyer, ShopOrderQueries } from '../order/shop-order.queries';
import { Answers } from './answers';
import type { Inquiry } from './inquiry';
import { masked } from './person';

/** A customer's panel shows this many; the shop's own pages show the rest. */
const MOST_ORDERS = 20;
const FROM_MEMORY = 'Its orders are shown as it last told them.';

interface Shop {
  connection: ConnectionBody;
  adapter: CommerceAdapter;
}

type Known = Pick<ShopCustomer, 'externalId' | 'name'>;
type By = { email: string } | { phone: string };

export interface ShopPart {
  orders: OrderBody[];
  orderCount: number;
  lifetimeValue: Money[];
  possibleMatches: PossibleMatchBody[];
}

/** Whose orders they are: found exactly, under proven addresses; whatever else may fit is only named. */
@Injectable()
export class ShopPartReader {
  constructor(
    private readonly connections: ConnectionService,
    private readonly answers: Answers,
    private readonly orders: ShopOrderQueries,
    private readonly customers: ShopCustomerQueries,
    private readonly clock: Clock,
  ) {}

  async read(inquiry: Inquiry, trusting: boolean): Promise<ShopPart> {
    const { ctx, person, sources } = inquiry;
    const shops = await this.connections.byKind(ctx, 'commerce');
    const buyer: Buyer = {
      connectionIds: shops.map(({ connection }) => connection.id),
      emails: person.emails,
      customers: [],
      except: [],
    };
    const possibleMatches: PossibleMatchBody[] = [];
    await Promise.all(
      shops.map(async (shop) => {
        const found = await this.askShop(inquiry, shop);
        buyer.customers.push(...found.theirs);
        if (!trusting) buyer.except.push(...found.several);
        possibleMatches.push(...found.possible);
      }),
    );
    const [rows, worth, claimed] = await Promise.all([
      this.orders.ofBuyer(ctx, buyer, MOST_ORDERS),
      this.orders.worthOf(ctx, buyer),
      this.orders.ofBuyer(ctx, { ...buyer, emails: person.claimedEmails, customers: [], except: [] }, MOST_ORDERS),
    ]);
    return {
      orders: rows.map((row) => bodyOf(row, sources.stateOf(row.connectionId) !== 'live')),
      ...worth,
      possibleMatches: unique([...possibleMatches, ...claimed.map(possibleOf)]).filter(
        (match) => !buyer.customers.some(same(match)),
      ),
    };
  }

  private async askShop(inquiry: Inquiry, shop: Shop) {
    const { person } = inquiry;
    const { id } = shop.connection;
    const several: Buyer['except'] = [];
    const theirs: Buyer['customers'] = [];
    const possible: PossibleMatchBody[] = [];
    const match = async (by: By, words: string): Promise<void> => {
      const found = await this.customersOf(inquiry, shop, by);
      const refs = found.map(({ externalId }) => ({ connectionId: id, externalId }));
      if (found.length === 1) theirs.push(...refs);
      if (found.length < 2) return;
      several.push(...refs);
      const reason = `one of ${found.length} customers of ${shop.connection.label} with ${words}`;
      possible.push(
        ...found.map(({ externalId, name }) => ({ connectionId: id, externalId, name: masked(name), reason })),
      );
    };
    const suspect = async (by: By, reason: string): Promise<void> => {
      const found = await this.customersOf(inquiry, shop, by);
      possible.push(
        ...found.map(({ externalId, name }) => ({
          connectionId: id,
          externalId,
          name: masked(name),
          reason,
        })),
      );
    };
    await Promise.all([
      ...[...new Set([...person.emails, ...person.claimedEmails])].map((email) => this.ordersOf(inquiry, shop, email)),
      ...person.emails.map((email) => match({ email }, 'this mail address')),
      ...person.phones.map((phone) => match({ phone }, 'this phone number')),
      ...person.claimedEmails.map((email) => suspect({ email }, UNPROVEN)),
      ...person.claimedPhones.map((phone) => suspect({ phone }, UNPROVEN_PHONE)),
    ]);
    return { theirs: theirs.filter((one) => !several.some(same(one))), several, possible };
  }

  /** The orders go into the mirror, however late they come; they are read from there. */
  private async ordersOf({ ctx, sources, fresh, limitMs }: Inquiry, shop: Shop, email: string): Promise<void> {
    const { connection, adapter } = shop;
    const options = { limitMs: limitMs(), fresh };
    const answer = await this.answers.ask(ctx, connection.id, `orders:${email}`, options, async () => {
      const asked = this.clock.now();
      await this.orders.keep(ctx, connection.id, await adapter.orders.byEmail(email, MOST_ORDERS), asked);
      return true;
    });
    if (answer.state === 'live') return sources.note(connection, answer);
    const [before] = await this.orders.kept(ctx, connection.id, { email }, 1);
    const known = before !== undefined || answer.value !== undefined;
    sources.note(connection, { ...answer, readAt: before?.fetchedAt ?? answer.readAt }, known ? FROM_MEMORY : null);
  }

  private async customersOf({ ctx, sources, fresh, limitMs }: Inquiry, shop: Shop, by: By): Promise<Known[]> {
    const { connection, adapter } = shop;
    const { customers } = adapter;
    if (!customers || ('phone' in by && !customers.byPhone)) return [];
    const question = 'email' in by ? `customers:${by.email}` : `customers:${by.phone}`;
    const options = { limitMs: limitMs(), fresh };
    const answer = await this.answers.ask(ctx, connection.id, question, options, async () => {
      const asked = this.clock.now();
      const found = 'email' in by ? await customers.byEmail(by.email) : ((await customers.byPhone?.(by.phone)) ?? []);
      await this.customers.keep(ctx, connection.id, found, asked);
      return found.map(({ externalId, name }) => ({ externalId, name }));
    });
    if (answer.state === 'live') {
      sources.note(connection, answer);
      return answer.value ?? [];
    }
    const before = await this.customers.kept(ctx, connection.id, by);
    const known = before.length > 0 || answer.value !== undefined;
    sources.note(connection, { ...answer, readAt: before[0]?.fetchedAt ?? answer.readAt }, known ? FROM_MEMORY : null);
    return before;
  }
}

const UNPROVEN = 'same mail address, not verified';
const UNPROVEN_PHONE = 'same phone number, not verified';

const same =
  (one: { connectionId: string; externalId: string }) => (other: { connectionId: string; externalId: string }) =>
    one.connectionId === other.connectionId && one.externalId === other.externalId;

/** A guest has no record of their own; the order is. */
function possibleOf({ connectionId, snapshot }: SnapshotRow): PossibleMatchBody {
  const { customerId, externalId, customerName } = snapshot;
  return { connectionId, externalId: customerId ?? externalId, name: masked(customerName), reason: UNPROVEN };
}

function unique(matches: PossibleMatchBody[]): PossibleMatchBody[] {
  return matches.filter((one, place) => matches.findIndex(same(one)) === place);
}
