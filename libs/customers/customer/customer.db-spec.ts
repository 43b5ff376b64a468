import { assertSchemaAgrees, type Ctx, EventLog } from '@satchel/kernel';
import { makeWorkspace, type TestKernel, testKernel, waitFor } from '@satchel/testing';
import { DataSource } from 'typeorm';
import { customersEntities } from '../customers.entities';
import { CustomersModule } from '../customers.module';
import { CustomerService } from './customer.service';

describe('customers', () => {
  let kernel: TestKernel;
  let customers: CustomerService;
  let ctx: Ctx;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [CustomersModule], entities: customersEntities, runJobs: false });
    customers = kernel.moduleRef.get(CustomerService);
  });
  beforeEach(async () => (ctx = (await makeWorkspace(kernel.db)).ctx));
  afterAll(() => kernel.close());

  const events = async () =>
    (await kernel.moduleRef.get(EventLog).read(ctx, null, 100)).events.map(({ type, payload }) => [type, payload]);

  it('are found again under any spelling of their address', async () => {
    const first = await customers.findOrCreateByAddress(ctx, {
      kind: 'email',
      value: 'Anna@Example.com',
      name: 'Anna Bergmann',
    });
    const again = await customers.findOrCreateByAddress(ctx, { kind: 'email', value: ' anna@example.COM ' });
    expect(first).toMatchObject({ name: 'Anna Bergmann', created: true });
    expect(again).toEqual({ id: first.id, name: 'Anna Bergmann', created: false });
    expect(await waitFor(async () => (await events()).length === 1 && events())).toEqual([
      ['customer.created', { customerId: first.id }],
    ]);
  });

  it('are found by either spelling of a number that has two', async () => {
    const phone = (value: string) => customers.findOrCreateByAddress(ctx, { kind: 'phone', value });
    const [brazil, mexico] = [await phone('+55 11 98765-4321'), await phone('+52 1 55 1234 5678')];
    expect([(await phone('+551187654321')).id, (await phone('+525512345678')).id]).toEqual([brazil.id, mexico.id]);
    expect((await phone('+55 11 3333 4444')).created).toBe(true);
    await expect(customers.create(ctx, { phone: '+52 55 1234 5678' })).rejects.toMatchObject({ code: 'address_taken' });
  });

  it('are one customer when many mails of a new one arrive at once', async () => {
    const found = await Promise.all(
      Array.from({ length: 12 }, () =>
        customers.findOrCreateByAddress(ctx, { kind: 'email', value: 'rush@example.com' }),
      ),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    expect(found.filter(({ created }) => created)).toHaveLength(1);
    const { data } = await customers.list(ctx, { q: 'rush' });
    expect(data).toHaveLength(1);
    const [count] = await ctx.query<{ n: number }>('select count(*)::int as n from customer where workspace_id = $1', [
      ctx.workspaceId,
    ]);
    expect(count?.n).toBe(1);
    expect(await waitFor(async () => (await events()).length === 1)).toBe(true);
  });

  it('wait for a maker that has not committed, and take over when it gives up', async () => {
    const address = { kind: 'email' as const, value: 'slow@example.com' };
    let second: Promise<{ id: string; created: boolean }> | undefined;
    await ctx
      .transaction(async (tx) => {
        await customers.findOrCreateByAddress(tx, address);
        second = customers.findOrCreateByAddress(ctx, address);
        throw new Error('given up');
      })
      .catch(() => undefined);
    const { id, created } = (await second) ?? { id: '', created: false };
    expect(created).toBe(true);
    expect((await customers.get(ctx, id))?.addresses).toHaveLength(1);
  });

  it('are shown by their address until somebody tells a name, which nobody replaces by mail', async () => {
    const address = { kind: 'email' as const, value: 'quiet@example.com' };
    expect((await customers.findOrCreateByAddress(ctx, address)).name).toBe('quiet@example.com');
    expect((await customers.findOrCreateByAddress(ctx, { ...address, name: 'Quiet Person' })).name).toBe(
      'Quiet Person',
    );
    expect((await customers.findOrCreateByAddress(ctx, { ...address, name: 'Your Bank' })).name).toBe('Quiet Person');
  });

  it('of one workspace are unknown to another', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    const address = { kind: 'phone' as const, value: '+49 30 123456' };
    const mine = await customers.findOrCreateByAddress(ctx, address);
    const theirs = await customers.findOrCreateByAddress(other, address);
    expect(theirs.id).not.toBe(mine.id);
    await expect(customers.get(other, mine.id)).resolves.toBeNull();
    await expect(customers.update(other, mine.id, { name: 'Stolen' })).rejects.toMatchObject({ status: 404 });
    expect((await customers.list(other)).data.map(({ id }) => id)).toEqual([theirs.id]);
  });

  it('take over a visitor for whom the shop vouches, with a proven mail address', async () => {
    const mail = { kind: 'email' as const, value: 'anna@example.com' };
    const visitor = { kind: 'visitor' as const, value: 'visitor-1' };
    const anna = await customers.findOrCreateByAddress(ctx, mail);
    const stranger = await customers.findOrCreateByAddress(ctx, { ...visitor, name: 'Somebody' });
    expect(stranger.id).not.toBe(anna.id);
    const vouched = { visitorId: 'visitor-1', email: 'Anna@Example.com', name: 'Anna Bergmann' };
    expect(await customers.vouchedVisitor(ctx, vouched)).toMatchObject({ id: anna.id, name: 'Anna Bergmann' });
    expect((await customers.findOrCreateByAddress(ctx, visitor)).id).toBe(anna.id);
    const { addresses = [] } = (await customers.get(ctx, anna.id)) ?? {};
    expect(addresses.map(({ kind, verifiedAt }) => [kind, verifiedAt !== null])).toEqual([
      ['email', true],
      ['visitor', true],
    ]);
  });

  it('keep the visitor whom they had when the vouched mail address is new', async () => {
    const before = await customers.findOrCreateByAddress(ctx, { kind: 'visitor', value: 'visitor-2' });
    const vouched = { visitorId: 'visitor-2', email: 'new@example.com', name: null };
    const both = await Promise.all([customers.vouchedVisitor(ctx, vouched), customers.vouchedVisitor(ctx, vouched)]);
    expect(new Set(both.map(({ id }) => id))).toEqual(new Set([before.id]));
    expect((await customers.findOrCreateByAddress(ctx, { kind: 'email', value: 'new@example.com' })).id).toBe(
      before.id,
    );
  });

  it('are refused for an address of another customer, who is named', async () => {
    const anna = await customers.create(ctx, { name: 'Anna Bergmann', email: 'anna@example.com', phone: '+49 30 1' });
    await expect(customers.create(ctx, { name: 'Anna again', email: 'ANNA@example.com' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(`Anna Bergmann (customer ${anna.id})`),
      errors: [{ field: 'email' }],
    });
    expect((await customers.list(ctx)).data).toHaveLength(1);
    await expect(customers.create(ctx, {})).rejects.toMatchObject({ status: 400 });
    await expect(customers.create(ctx, { email: 'nonsense' })).rejects.toMatchObject({
      status: 400,
      errors: [{ field: 'email' }],
    });
  });

  it('change what an update names and keep the rest', async () => {
    const { id } = await customers.create(ctx, { name: 'Marco', email: 'marco@example.com', locale: 'it' });
    const updated = await customers.update(ctx, id, { phone: '0039 06 123', email: 'marco@example.com' });
    expect(updated).toMatchObject({ name: 'Marco', locale: 'it' });
    expect(updated.addresses.map(({ value }) => value).sort()).toEqual(['+3906123', 'marco@example.com']);
    expect((await customers.update(ctx, id, { name: 'Marco Rossi', locale: null })).locale).toBeNull();
    const types = await waitFor(async () => (await events()).length === 3 && (await events()).map(([type]) => type));
    expect(types).toEqual(['customer.created', 'customer.updated', 'customer.updated']);
  });

  it('are listed newest first, page by page, without a gap or a double', async () => {
    kernel.clock.set('2026-01-01T00:00:00Z'); // all at the same moment: the id decides
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) made.push((await customers.create(ctx, { name: `Customer ${n}` })).id);
    await ctx.query(`update customer set created_at = created_at + interval '1 microsecond' where id = $1`, [made[3]]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await customers.list(ctx, { limit: 2, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const rest = made
      .filter((id) => id !== made[3])
      .sort()
      .reverse();
    expect(seen).toEqual([made[3], ...rest]);
    await expect(customers.list(ctx, { cursor: 'nonsense' })).rejects.toMatchObject({ status: 400 });
  });

  it('are found by a part of a name or an address, taken literally', async () => {
    await customers.create(ctx, { name: 'Anna Bergmann', email: 'a.b@example.com' });
    await customers.create(ctx, { name: '100% Wool', phone: '+44 20 7946' });
    const names = async (q: string) => (await customers.list(ctx, { q })).data.map(({ name }) => name);
    expect(await names('bergm')).toEqual(['Anna Bergmann']);
    expect(await names('A.B@')).toEqual(['Anna Bergmann']);
    expect(await names('+4420')).toEqual(['100% Wool']);
    expect(await names('0% w')).toEqual(['100% Wool']);
    expect(await names('a_b')).toEqual([]);
  });

  it('have tables as their entities say', async () => {
    await expect(assertSchemaAgrees(kernel.moduleRef.get(DataSource))).resolves.toBeUndefined();
  });
});
