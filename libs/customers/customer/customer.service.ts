import { Injectable } from '@nestjs/common';
import type { CustomerBody, CustomerPage, EventMap } from '@satchel/contracts';
import { AppError, Clock, EventLog, Ids } from '@satchel/kernel';
import type { Ctx, Refused } from '@satchel/kernel';
import type { Address } from '../address/address';
import { normaliseAddress } from '../address/address';
import type { VerifiedHow } from '../address/verified';
import { decodeCursor, encodeCursor } from './cursor';
import { CustomerEntity } from './customer.entity';
import { addressTaken, badAddress, customerMerged, emptyCustomer, noSuchCustomer } from './customer.errors';
import { shownName, tidyName } from './customer-name';
import {
  customerById,
  customerPage,
  giveAddress,
  holdCustomer,
  insertAddress,
  insertWithAddress,
  markVerified,
  ownerOf,
  proveAddress,
} from './customer.queries';

const PAGE = 50;
const PAGE_MAX = 200;

/** What a person or a program may say about a customer. Addresses are added; none is taken away here. */
export interface CustomerInput {
  name?: string;
  locale?: string | null;
  email?: string;
  phone?: string;
}

export interface FoundCustomer {
  id: string;
  /** The name, or the address where nobody told one; never empty. */
  name: string;
  created: boolean;
}

@Injectable()
export class CustomerService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: EventLog,
  ) {}

  /**
   * The customer who writes from an address, made when nobody has it yet. Any number of callers at once get the same
   * one. A name fills an empty one and never replaces what is there: the sender of a mail chooses it freely.
   */
  async findOrCreateByAddress(ctx: Ctx, input: Address & { name?: string }): Promise<FoundCustomer> {
    const address = this.normalised(input);
    const name = tidyName(input.name);
    const known = await ownerOf(ctx, address);
    if (known && (known.name || !name)) return found(known, address);
    return ctx.transaction(async (tx) => {
      const id = this.ids.next();
      if (
        !known &&
        (await insertWithAddress(tx, { ...address, id, addressId: this.ids.next(), name, at: this.clock.now() }))
      ) {
        await this.events.append<EventMap, 'customer.created'>(tx, 'customer.created', { customerId: id });
        return { id, name: shownName(name, address), created: true };
      }
      const owner = known ?? (await ownerOf(tx, address));
      if (!owner)
        throw new AppError('customer_vanished', 503, 'The customer was removed just now. Try again.', {
          retryable: true,
        });
      if (!owner.name && name && (await this.fillName(tx, owner.id, name))) owner.name = name;
      return found(owner, address);
    });
  }

  /**
   * The customer of a visitor for whom somebody we believe vouches (the shop, by a signed token): the owner of the mail
   * address, else whoever the visitor was before. The visitor's chats are theirs from now on; the address counts as proven.
   */
  async vouchedVisitor(
    ctx: Ctx,
    given: { visitorId: string; email: string | null; name: string | null },
  ): Promise<FoundCustomer> {
    const visitor = this.normalised({ kind: 'visitor', value: given.visitorId });
    const email = given.email === null ? null : this.normalised({ kind: 'email', value: given.email });
    return ctx.transaction(async (tx) => {
      const known = (email && (await ownerOf(tx, email))) ?? (await ownerOf(tx, visitor));
      const name = tidyName(given.name);
      if (known && !known.name && name && (await this.fillName(tx, known.id, name))) known.name = name;
      const address = email ?? visitor;
      const customer = known ? found(known, address) : await this.findOrCreateByAddress(tx, { ...address, name });
      const at = this.clock.now();
      const row = { customerId: customer.id, at };
      const id = email ? await proveAddress(tx, { ...row, ...email, id: this.ids.next() }) : customer.id;
      await giveAddress(tx, { ...row, ...visitor, id: this.ids.next(), customerId: id });
      await this.events.append<EventMap, 'customer.updated'>(tx, 'customer.updated', { customerId: id });
      return { ...customer, id };
    });
  }

  get(ctx: Ctx, id: string): Promise<CustomerBody | null> {
    return customerById(ctx, id);
  }

  /** Newest first; `q` looks into names and addresses. */
  async list(ctx: Ctx, query: { q?: string; limit?: number; cursor?: string | null } = {}): Promise<CustomerPage> {
    const limit = Math.min(Math.max(query.limit ?? PAGE, 1), PAGE_MAX);
    const after = query.cursor ? decodeCursor(query.cursor) : null;
    const rows = await customerPage(ctx, { q: query.q, limit, after });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page[page.length - 1] : undefined;
    return { data: page.map(({ body }) => body), nextCursor: last ? encodeCursor(last.position) : null };
  }

  async create(ctx: Ctx, input: CustomerInput): Promise<CustomerBody> {
    const addresses = this.addressesOf(input);
    if (!tidyName(input.name) && addresses.length === 0) throw emptyCustomer();
    return ctx.transaction(async (tx) => {
      const id = this.ids.next();
      const now = this.clock.now();
      await tx.em.insert(CustomerEntity, {
        id,
        workspaceId: tx.workspaceId,
        name: tidyName(input.name),
        locale: input.locale ?? null,
        createdAt: now,
        updatedAt: now,
      });
      for (const address of addresses) await this.give(tx, id, address);
      await this.events.append<EventMap, 'customer.created'>(tx, 'customer.created', { customerId: id });
      return this.need(tx, id);
    });
  }

  async update(ctx: Ctx, id: string, input: CustomerInput): Promise<CustomerBody> {
    const addresses = this.addressesOf(input);
    return ctx.transaction(async (tx) => {
      if (!(await holdCustomer(tx, id))) throw customerMerged((await this.need(tx, id)).mergedInto);
      await tx.em.update(
        CustomerEntity,
        { id, workspaceId: tx.workspaceId },
        {
          ...(input.name !== undefined && { name: tidyName(input.name) }),
          ...(input.locale !== undefined && { locale: input.locale }),
          updatedAt: this.clock.now(),
        },
      );
      for (const address of addresses) await this.give(tx, id, address);
      await this.updated(tx, id);
      return this.need(tx, id);
    });
  }

  /** Adds an address that its customer told or proved to us; refused when it is somebody else's, never taken over. */
  async addAddress(
    ctx: Ctx,
    customerId: string,
    given: Address,
    options: { verified?: VerifiedHow } = {},
  ): Promise<{ ok: true; added: boolean } | Refused<'bad_address' | 'not_found' | 'taken'>> {
    const value = normaliseAddress(given.kind, given.value);
    if (value === null) return { ok: false, code: 'bad_address', message: badAddress(given.kind, given.value).message };
    const address = { kind: given.kind, value };
    return ctx.transaction(async (tx) => {
      if (!(await holdCustomer(tx, customerId)))
        return { ok: false, code: 'not_found', message: noSuchCustomer().message };
      const added = await this.insert(tx, customerId, address, options.verified ?? null);
      if (added === 'taken') return { ok: false, code: 'taken', message: addressTaken(address, null).message };
      const marked =
        !added && options.verified && (await markVerified(tx, customerId, address, options.verified, this.clock.now()));
      if (added || marked) await this.updated(tx, customerId);
      return { ok: true, added };
    });
  }

  /** A channel proved that the address is theirs. The first proof stands. */
  async markVerified(
    ctx: Ctx,
    customerId: string,
    address: Address,
    how: VerifiedHow,
  ): Promise<{ ok: true } | Refused<'not_theirs'>> {
    return ctx.transaction(async (tx) => {
      const normal = this.normalised(address);
      if (await markVerified(tx, customerId, normal, how, this.clock.now())) await this.updated(tx, customerId);
      else if ((await ownerOf(tx, normal))?.id !== customerId)
        return { ok: false, code: 'not_theirs', message: 'This address does not belong to this customer.' };
      return { ok: true };
    });
  }

  private addressesOf({ email, phone }: CustomerInput): Address[] {
    const addresses: Address[] = [];
    if (typeof email === 'string') addresses.push(this.normalised({ kind: 'email', value: email }));
    if (typeof phone === 'string') addresses.push(this.normalised({ kind: 'phone', value: phone }));
    return addresses;
  }

  private normalised({ kind, value }: Address): Address {
    const normal = normaliseAddress(kind, value);
    if (normal === null) throw badAddress(kind, value);
    return { kind, value: normal };
  }

  /** Gives the address to the customer; one that is already theirs stays as it is. */
  private async give(tx: Ctx, customerId: string, address: Address): Promise<void> {
    if ((await this.insert(tx, customerId, address, null)) !== 'taken') return;
    const owner = await ownerOf(tx, address);
    throw addressTaken(address, owner && { ...owner, name: shownName(owner.name, address) });
  }

  /** Whether it was new to them. */
  private async insert(
    tx: Ctx,
    customerId: string,
    address: Address,
    verified: VerifiedHow | null,
  ): Promise<boolean | 'taken'> {
    const row = { id: this.ids.next(), customerId, ...address, verified, at: this.clock.now() };
    const before = await ownerOf(tx, address);
    if (!before && (await insertAddress(tx, row))) return true;
    const owner = before ?? (await ownerOf(tx, address));
    return owner?.id === customerId ? false : 'taken';
  }

  private updated(tx: Ctx, customerId: string): Promise<void> {
    return this.events.append<EventMap, 'customer.updated'>(tx, 'customer.updated', { customerId });
  }

  private async fillName(tx: Ctx, id: string, name: string): Promise<boolean> {
    const changed = await tx.query(
      `update customer set name = $3, updated_at = $4 where workspace_id = $1 and id = $2 and name = '' returning id`,
      [tx.workspaceId, id, name, this.clock.now()],
    );
    if (changed.length > 0) await this.updated(tx, id);
    return changed.length > 0;
  }

  private async need(ctx: Ctx, id: string): Promise<CustomerBody> {
    const customer = await customerById(ctx, id);
    if (!customer) throw noSuchCustomer();
    return customer;
  }
}

function found(owner: { id: string; name: string }, address: Address): FoundCustomer {
  return { id: owner.id, name: shownName(owner.name, address), created: false };
}
