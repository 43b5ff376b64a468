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

/** The tables, and the ways to find a record in them. */
export class Store {
  protected readonly customerTable = new Table<Customer, 'email' | 'phone' | 'serial'>({
    email: (row) => row.email,
    phone: (row) => row.phone,
    serial: (row) => row.serial,
  });
  protected readonly orderTable = new Table<ShopOrder, 'number' | 'customer'>({
    number: (row) => row.number,
    customer: (row) => row.customer.id,
  });
  protected readonly productTable = new Table<Product, 'sku' | 'handle' | 'serial'>({
    sku: (row) => row.sku,
    handle: (row) => row.handle,
    serial: (row) => row.serial,
  });
  readonly variants = new Table<Variant, 'sku' | 'serial'>({ sku: (row) => row.sku, serial: (row) => row.serial });
  /** By number, upper case and without spaces. */
  parcels = new Map<string, Parcel>();
  readonly payments = new Table<Payment, 'reference' | 'captureId' | 'authorizationId' | 'payerId'>({
    reference: (row) => row.reference,
    captureId: (row) => row.captureId,
    authorizationId: (row) => row.authorizationId,
    payerId: (row) => row.payerId,
  });
  readonly refunds = new Table<Refund, 'gatewayId' | 'key'>({
    gatewayId: (row) => row.gatewayId,
    key: (row) => row.key,
  });
  readonly returns = new Table<Return, 'name' | 'trackingNumber'>({
    name: (row) => row.name,
    trackingNumber: (row) => row.trackingNumber,
  });
  readonly discounts = new Table<Discount, 'code'>({ code: (row) => row.code.toUpperCase() });
  readonly members = new Table<Member, 'customer'>({ customer: (row) => row.customer.id });
  readonly redemptions = new Table<Redemption, 'member'>({ member: (row) => row.memberId });
  readonly subscriptions = new Table<Subscription, 'customer'>({ customer: (row) => row.customer.id });
  readonly charges = new Table<Charge, 'subscription'>({ subscription: (row) => row.subscriptionId });
  /** By the customer's id, once there is an order. */
  readonly wallets = new Map<number, Wallet>();
  private lastId = 0;
  private lastNumber = 0;

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

  /** Ids grow in steps, as a busy platform's do. */
  id(): number {
    this.lastId += 1;
    return longId(this.lastId);
  }

  /** "1001", "#1001" or the platform's id. */
  order(key: string | number): ShopOrder | undefined {
    const plain = String(key).trim().replace(/^#/, '');
    return this.orderTable.first('number', plain) ?? this.orderTable.get(plain);
  }

  ordersOf(customer: Customer): readonly ShopOrder[] {
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
    return number === null ? undefined : this.parcels.get(number.toUpperCase().replace(/\s/g, ''));
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
    return this.lastNumber + 1;
  }

  addProduct(product: Product): Product {
    for (const variant of product.variants) this.variants.add(variant);
    return this.productTable.add(product);
  }

  addParcel(parcel: Parcel): Parcel {
    this.parcels.set(parcel.number, parcel);
    return parcel;
  }

  protected clear(): void {
    this.lastId = 0;
    this.lastNumber = 0;
    this.parcels.clear();
    this.wallets.clear();
    const tables = [this.customerTable, this.orderTable, this.productTable, this.variants, this.payments, this.refunds];
    const more = [this.returns, this.discounts, this.members, this.redemptions, this.subscriptions, this.charges];
    for (const table of [...tables, ...more]) table.clear();
  }
}
