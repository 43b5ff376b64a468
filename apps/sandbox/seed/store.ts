import { Table } from './table';
import type {
  Charge,
  Customer,
  Discount,
  Member,
  Parcel,
  Payment,
  Product,
  Redemption,
  Refund,
  Return,
  ShopOrder,
  Subscription,
  Variant,
  Wallet,
} from './world.types';

const FIRST_ID = 6_120_000_000_000;
const ID_STEP = 7_919;

/** A small whole number for a record with a long id, for vendors whose ids are short; no two records share it. */
export const shortId = (id: number): number => (id - FIRST_ID) / ID_STEP;
export const longId = (short: number | string): number => FIRST_ID + Number(short) * ID_STEP;

/** When a record was made. */
type Stage = 'known' | 'year' | 'later';

/** The ids of each stage stand apart, so that none hangs on when the year was filled in. */
const before: Record<Stage, number> = { known: 0, year: 2_000, later: 5_000_000 };

/** How many people the well-known orders belong to. */
const KNOWN_CUSTOMERS = 23;

/** The tables, and the ways to find a record in them. */
export abstract class Store {
  private readonly whole = () => this.complete();

  protected readonly customerTable = new Table<Customer, 'email' | 'phone' | 'serial'>(
    {
      email: (row) => row.email,
      phone: (row) => row.phone,
      serial: (row) => row.serial,
    },
    this.whole,
  );
  protected readonly orderTable = new Table<ShopOrder, 'number' | 'customer'>(
    {
      number: (row) => row.number,
      customer: (row) => row.customer.id,
    },
    this.whole,
  );
  protected readonly productTable = new Table<Product, 'sku' | 'handle' | 'serial'>({
    sku: (row) => row.sku,
    handle: (row) => row.handle,
    serial: (row) => row.serial,
  });
  readonly variants = new Table<Variant, 'sku' | 'serial'>({ sku: (row) => row.sku, serial: (row) => row.serial });
  private readonly parcelMap = new Map<string, Parcel>();
  readonly payments = new Table<Payment, 'reference' | 'captureId' | 'authorizationId' | 'payerId'>(
    {
      reference: (row) => row.reference,
      captureId: (row) => row.captureId,
      authorizationId: (row) => row.authorizationId,
      payerId: (row) => row.payerId,
    },
    this.whole,
  );
  readonly refunds = new Table<Refund, 'gatewayId' | 'key'>(
    {
      gatewayId: (row) => row.gatewayId,
      key: (row) => row.key,
    },
    this.whole,
  );
  readonly returns = new Table<Return, 'name' | 'trackingNumber'>(
    {
      name: (row) => row.name,
      trackingNumber: (row) => row.trackingNumber,
    },
    this.whole,
  );
  readonly discounts = new Table<Discount, 'code'>({ code: (row) => row.code.toUpperCase() }, this.whole);
  readonly members = new Table<Member, 'customer'>({ customer: (row) => row.customer.id }, this.whole);
  readonly redemptions = new Table<Redemption, 'member'>({ member: (row) => row.memberId }, this.whole);
  readonly subscriptions = new Table<Subscription, 'customer'>({ customer: (row) => row.customer.id }, this.whole);
  readonly charges = new Table<Charge, 'subscription'>({ subscription: (row) => row.subscriptionId }, this.whole);
  /** By the customer's id, once there is an order. */
  readonly wallets = new Map<number, Wallet>();
  private stage: Stage = 'later';
  private isWhole = true;
  private lastNumber = 0;
  private lastIds = { ...before };

  /** Every one, the well-known first. */
  get orders(): readonly ShopOrder[] {
    return this.orderTable.rows;
  }

  get customers(): readonly Customer[] {
    return this.customerTable.rows;
  }

  get products(): readonly Product[] {
    return this.productTable.rows;
  }

  /** By number, upper case and without spaces. */
  get parcels(): ReadonlyMap<string, Parcel> {
    this.complete();
    return this.parcelMap;
  }

  /** Ids grow in steps, as a busy platform's do. */
  id(): number {
    this.lastIds[this.stage] += 1;
    return longId(this.lastIds[this.stage]);
  }

  /** A number that nothing made after the start shares. */
  serial(): number {
    return this.lastIds.later++ - before.later;
  }

  /** "1001", "#1001" or the platform's id. */
  order(key: string | number): ShopOrder | undefined {
    const plain = String(key).trim().replace(/^#/, '');
    return this.orderTable.first('number', plain) ?? this.orderTable.get(plain);
  }

  ordersOf(customer: Customer): readonly ShopOrder[] {
    // The year's orders are the crowd's alone.
    if (customer.serial <= KNOWN_CUSTOMERS) return this.orderTable.present('customer', customer.id);
    return this.orderTable.all('customer', customer.id);
  }

  orderById(id: number | string | null): ShopOrder | undefined {
    return this.orderTable.get(id);
  }

  customer(id: number | string | null): Customer | undefined {
    return this.customerTable.get(id);
  }

  customerBySerial(serial: number | string): Customer | undefined {
    return this.customerTable.first('serial', serial);
  }

  customerByEmail(email: string): Customer | undefined {
    return this.customerTable.first('email', email.trim().toLowerCase());
  }

  customerByPhone(phone: string): Customer | undefined {
    return this.customerTable.first('phone', phone);
  }

  product(id: number | string | null): Product | undefined {
    return this.productTable.get(id);
  }

  productBy(key: 'sku' | 'handle' | 'serial', value: number | string): Product | undefined {
    return this.productTable.first(key, value);
  }

  /** Whose variant it is. */
  productOf(variant: Variant): Product {
    const found = this.productTable.get(variant.productId);
    if (!found) throw new Error(`no product has the variant ${variant.sku}`);
    return found;
  }

  parcel(number: string | null): Parcel | undefined {
    if (number === null) return undefined;
    const plain = number.toUpperCase().replace(/\s/g, '');
    return this.parcelMap.get(plain) ?? this.parcels.get(plain);
  }

  discount(code: string): Discount | undefined {
    return this.discounts.first('code', code.trim().toUpperCase());
  }

  memberOf(customer: Customer): Member | undefined {
    return this.members.first('customer', customer.id);
  }

  subscriptionsOf(customer: Customer): readonly Subscription[] {
    return this.subscriptions.all('customer', customer.id);
  }

  addCustomer(customer: Customer): Customer {
    return this.customerTable.add(customer);
  }

  addOrder(order: ShopOrder): ShopOrder {
    this.lastNumber = Math.max(this.lastNumber, order.number);
    return this.orderTable.add(order);
  }

  /** The number that the next order gets. */
  nextNumber(): number {
    this.complete();
    return this.lastNumber + 1;
  }

  addProduct(product: Product): Product {
    for (const variant of product.variants) this.variants.add(variant);
    return this.productTable.add(product);
  }

  addParcel(parcel: Parcel): Parcel {
    this.parcelMap.set(parcel.number, parcel);
    return parcel;
  }

  /** The well-known few, at once. */
  protected abstract fillKnown(): void;
  /** The year and its crowd, when somebody asks for what is not among the few. */
  protected abstract fillYear(): void;

  /** Begins again with the well-known few. */
  protected begin(): void {
    this.lastNumber = 0;
    this.lastIds = { ...before };
    this.parcelMap.clear();
    this.wallets.clear();
    for (const table of this.tables()) table.clear();
    this.isWhole = true;
    this.during('known', () => this.fillKnown());
    this.isWhole = false;
  }

  /** What a write makes of the few before the year is there does not change the year: ids of each are its own. */
  private complete(): void {
    if (this.isWhole) return;
    this.isWhole = true;
    this.during('year', () => this.fillYear());
    for (const table of [this.customerTable, this.orderTable, ...this.lists()]) table.sort();
  }

  private during(stage: Stage, fill: () => void): void {
    this.stage = stage;
    try {
      fill();
    } finally {
      this.stage = 'later';
    }
  }

  private lists() {
    const money = [this.payments, this.refunds, this.returns, this.discounts];
    return [...money, this.members, this.redemptions, this.subscriptions, this.charges];
  }

  private tables() {
    return [this.customerTable, this.orderTable, this.productTable, this.variants, ...this.lists()];
  }
}
