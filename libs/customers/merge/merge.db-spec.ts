import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, EventLog, newId } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import request from 'supertest';
import { customersEntities } from '../customers.entities';
import { CustomerService } from '../customer/customer.service';
import { CustomersModule } from '../customers.module';
import { MergeService } from './merge.service';

describe('a merge of two customers', () => {
  let api: TestApp;
  let ctx: Ctx;
  let customers: CustomerService;
  let merges: MergeService;
  let anna: string;
  let work: string;

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, CustomersModule],
      entities: [...identityEntities, ...customersEntities],
    });
    customers = api.app.get(CustomerService);
    merges = api.app.get(MergeService);
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    const { id } = await makeWorkspace(api.db);
    ctx = api.db.ctx(id, await makePerson(api.db, id, { name: 'Maya Lindqvist' }));
    anna = (await customers.create(ctx, { name: 'Anna Bergmann', email: 'anna@example.com' })).id;
    work = (await customers.create(ctx, { name: 'A. Bergmann', email: 'bergmann@work.example', locale: 'de' })).id;
    await customers.addAddress(ctx, work, { kind: 'phone', value: '+49 30 123456' }, { verified: 'known_phone' });
  });

  const addresses = async (id: string) =>
    ((await customers.get(ctx, id))?.addresses ?? []).map(
      ({ value, verifiedAt }) => `${value}${verifiedAt ? ' ✓' : ''}`,
    );
  const merged = async (survivor = anna, other = work): Promise<string> => {
    const result = await merges.merge(ctx, survivor, other);
    return result.ok ? result.merge.id : result.code;
  };
  const listed = async () => (await customers.list(ctx)).data.map(({ id }) => id).sort();

  it('brings the addresses together with their marks, and leaves a signpost', async () => {
    const result = await merges.merge(ctx, anna, work);
    expect(result).toMatchObject({
      ok: true,
      merge: {
        survivorId: anna,
        merged: { id: work, name: 'A. Bergmann' },
        by: { kind: 'person', name: 'Maya Lindqvist' },
        undoneAt: null,
      },
    });
    expect(await addresses(anna)).toEqual(['anna@example.com', 'bergmann@work.example', '+4930123456 ✓']);
    expect(await customers.get(ctx, anna)).toMatchObject({ name: 'Anna Bergmann', locale: 'de' });
    expect(await customers.get(ctx, work)).toMatchObject({ mergedInto: anna, addresses: [] });
    expect(await listed()).toEqual([anna]);
    const found = await customers.findOrCreateByAddress(ctx, { kind: 'email', value: 'bergmann@work.example' });
    expect(found).toMatchObject({ id: anna, created: false });
    await expect(customers.update(ctx, work, { name: 'X' })).rejects.toMatchObject({
      code: 'customer_merged',
      status: 409,
    });
    expect(await customers.addAddress(ctx, work, { kind: 'visitor', value: 'v1' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('is undone exactly, and what was learned since stays where it was learned', async () => {
    const id = await merged();
    await customers.update(ctx, anna, { phone: '+49 151 23456789' });
    await customers.markVerified(ctx, anna, { kind: 'email', value: 'bergmann@work.example' }, 'one_time_code');
    expect(await merges.undo(ctx, id)).toMatchObject({ ok: true, merge: { undoneAt: expect.any(String) } });
    expect(await addresses(anna)).toEqual(['anna@example.com', '+4915123456789']);
    expect(await addresses(work)).toEqual(['bergmann@work.example ✓', '+4930123456 ✓']);
    expect(await customers.get(ctx, anna)).toMatchObject({ name: 'Anna Bergmann', locale: null });
    expect((await customers.get(ctx, work))?.mergedInto).toBeUndefined();
    expect(await listed()).toEqual([anna, work].sort());
    expect(await merges.undo(ctx, id)).toMatchObject({ ok: false, code: 'already_undone' });
    expect(await merged()).not.toBe(id);
    expect((await merges.ofCustomer(ctx, work)).map(({ undoneAt }) => undoneAt === null)).toEqual([true, false]);
  });

  it('gives a name to a survivor who had none, for as long as it stands', async () => {
    const { id: nameless } = await customers.findOrCreateByAddress(ctx, { kind: 'visitor', value: 'visitor-1' });
    const id = await merged(nameless, work);
    expect((await customers.get(ctx, nameless))?.name).toBe('A. Bergmann');
    await merges.undo(ctx, id);
    expect((await customers.get(ctx, nameless))?.name).toBe('Visitor');
  });

  it('stands under a later one until that is undone', async () => {
    const third = (await customers.create(ctx, { email: 'third@example.com' })).id;
    const first = await merged(anna, work);
    const second = await merged(third, anna);
    expect(await addresses(third)).toHaveLength(4);
    expect(await merges.undo(ctx, first)).toMatchObject({ code: 'survivor_merged' });
    await merges.undo(ctx, second);
    expect(await merges.undo(ctx, first)).toMatchObject({ ok: true });
    expect([await addresses(third), await addresses(anna), await addresses(work)].map(({ length }) => length)).toEqual([
      1, 1, 2,
    ]);
  });

  it('is refused in words, and changes nothing then', async () => {
    const other = (await makeWorkspace(api.db)).ctx;
    const stranger = (await customers.create(other, { email: 'stranger@example.com' })).id;
    expect(await merged(anna, anna)).toBe('same_customer');
    expect(await merged(anna, stranger)).toBe('not_found');
    expect(await merged(stranger, anna)).toBe('not_found');
    for (const kind of ['system', 'ai', 'customer'] as const) {
      const result = await merges.merge(ctx.as({ kind, id: null, name: kind, role: null }), anna, work);
      expect(result).toMatchObject({ ok: false, code: 'people_only' });
    }
    expect(await addresses(work)).toHaveLength(2);
    const id = await merged();
    expect([await merged(), await merged(work, anna)]).toEqual(['already_merged', 'already_merged']);
    expect(await merges.undo(other, id)).toMatchObject({ code: 'no_such_merge' });
    expect(await merges.ofCustomer(other, anna)).toEqual([]);
  });

  it('happens once when two people decide it crosswise at the same moment', async () => {
    const results = await Promise.all([merges.merge(ctx, anna, work), merges.merge(ctx, work, anna)]);
    expect(results.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['already_merged', 'ok']);
    expect(await listed()).toHaveLength(1);
  });

  it('is written down', async () => {
    const id = await merged();
    await merges.undo(ctx, id);
    // The log shows what is older than every open transaction, other tests' included.
    const log = api.app.get(EventLog);
    const events = await waitFor(async () => {
      const told = await log.read(ctx, null, 100, { types: ['customer.merged', 'customer.unmerged'] });
      return told.events.length >= 2 ? told.events : null;
    });
    expect(events.map(({ payload }) => payload)).toEqual([
      { customerId: anna, mergedId: work, mergeId: id },
      { customerId: anna, restoredId: work, mergeId: id },
    ]);
  });

  it('goes over the API', async () => {
    const { key } = await api.app.get(ApiKeyService).create(ctx, { name: 'Test' });
    const http = (method: 'get' | 'post', path: string) =>
      request(api.app.getHttpServer())[method](`/api/v1/customers/${path}`).set('authorization', `Bearer ${key}`);
    const { body } = await http('post', `${anna}/merge`).send({ otherId: work }).expect(201);
    expect(body).toMatchObject({ survivorId: anna, merged: { addresses: [{ kind: 'email' }, { kind: 'phone' }] } });
    expect((await http('get', `${anna}/merges`).expect(200)).body.data).toEqual([body]);
    expect((await http('get', work).expect(200)).body.mergedInto).toBe(anna);
    expect((await http('post', `${anna}/merge`).send({ otherId: work }).expect(409)).body.code).toBe('already_merged');
    expect((await http('post', `${anna}/merge`).send({ otherId: anna }).expect(422)).body.code).toBe('same_customer');
    await http('post', `${anna}/merge`).send({ otherId: newId() }).expect(404);
    await http('post', `${anna}/merge`).send({}).expect(400);
    expect((await http('post', `merges/${body.id}/undo`).expect(200)).body.undoneAt).toEqual(expect.any(String));
    expect((await http('post', `merges/${body.id}/undo`).expect(409)).body.code).toBe('already_undone');
    await http('post', `merges/${newId()}/undo`).expect(404);
  });

  describe('an address', () => {
    it('is added to its customer, and never taken from another', async () => {
      const visitor = { kind: 'visitor' as const, value: 'visitor-2' };
      expect(await customers.addAddress(ctx, anna, visitor)).toEqual({ ok: true, added: true });
      expect(await customers.addAddress(ctx, anna, visitor)).toEqual({ ok: true, added: false });
      expect(await customers.addAddress(ctx, work, visitor)).toMatchObject({ ok: false, code: 'taken' });
      expect(await customers.addAddress(ctx, work, visitor, { verified: 'signed_token' })).toMatchObject({
        code: 'taken',
      });
      expect(await addresses(anna)).toEqual(['anna@example.com', 'visitor-2']);
      expect(await customers.addAddress(ctx, anna, { kind: 'email', value: 'nonsense' })).toMatchObject({
        code: 'bad_address',
      });
      const other = (await makeWorkspace(api.db)).ctx;
      expect(await customers.addAddress(other, anna, visitor)).toMatchObject({ code: 'not_found' });
    });

    it('is marked when it was proved, by the first proof', async () => {
      const email = { kind: 'email' as const, value: 'Anna@Example.com' };
      expect(await customers.markVerified(ctx, work, email, 'one_time_code')).toMatchObject({ code: 'not_theirs' });
      expect(await addresses(anna)).toEqual(['anna@example.com']);
      expect(await customers.markVerified(ctx, anna, email, 'signed_token')).toEqual({ ok: true });
      const first = (await customers.get(ctx, anna))?.addresses[0]?.verifiedAt;
      api.clock.advance(60_000);
      expect(await customers.markVerified(ctx, anna, email, 'one_time_code')).toEqual({ ok: true });
      expect((await customers.get(ctx, anna))?.addresses[0]?.verifiedAt).toBe(first);
      const [row] = await ctx.query<{ how: string }>(
        'select verified_how as how from customer_address where customer_id = $1',
        [anna],
      );
      expect(row?.how).toBe('signed_token');
    });
  });
});
