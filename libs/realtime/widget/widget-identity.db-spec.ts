import { randomUUID } from 'node:crypto';
import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import { DeskModule } from '@satchel/desk';
import { identityEntities, IdentityModule } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import {
  makeCustomer,
  makeWorkspace,
  type SandboxProcess,
  startSandboxProcess,
  type TestApp,
  testApp,
  waitFor,
} from '@satchel/testing';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { RealtimeModule } from '../realtime.module';
import { Browser, makeChat, type Said, signed, ticketsOf } from './widget-world.fixture';

describe('who is behind a widget', () => {
  let app: TestApp;
  let ctx: Ctx;
  let key: string;
  let url: string;

  beforeAll(async () => {
    app = await testApp({
      imports: [IdentityModule, DeskModule, RealtimeModule],
      entities: [...identityEntities, ConnectionEntity],
      runJobs: true,
      // A drain that waits for its turn holds a connection: there must be more of them than jobs at a time.
      config: { databasePool: 12 },
      before: (nest) => nest.useWebSocketAdapter(new IoAdapter(nest)),
    });
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    ctx = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    key = await makeChat(app.app, ctx);
  });
  afterAll(() => app.close());

  const browser = (of = key): Browser => new Browser(url, of);
  const visitor = async (of = key): Promise<Browser> => {
    const one = browser(of);
    await one.open();
    return one;
  };
  /** A visitor whose message is on a ticket. */
  const talking = async (identity?: string) => {
    const text = `Hello ${randomUUID()}`;
    const one = browser();
    await one.open(identity === undefined ? {} : { identity });
    await one.say(text);
    const [ticket] = await waitFor(async () => (await ticketsOf(ctx, text)).length > 0 && ticketsOf(ctx, text));
    if (!ticket) throw new Error('no ticket');
    return { browser: one, ticket, text };
  };

  describe('who the shop says a visitor is', () => {
    it('is one person on all devices, with a proven address', async () => {
      const identity = await signed({ sub: 'anna-1', email: 'anna.one@example.com', name: 'Anna Bergmann' });
      const { ticket, text } = await talking(identity);
      const phone = browser();
      const opened = await phone.open({ identity });
      expect(opened.visitor).toEqual({ name: 'Anna Bergmann', email: 'anna.one@example.com', verified: true });
      expect(opened.messages.map((message) => message.text)).toEqual([text]);
      const [address] = await ctx.query(
        `select customer_id as "customerId", verified_at is not null as verified from customer_address where workspace_id = $1 and value = $2`,
        [ctx.workspaceId, 'anna.one@example.com'],
      );
      expect(address).toEqual({ customerId: ticket.customerId, verified: true });
    });

    it('is one visitor even when two devices sign in at the same moment', async () => {
      const identity = await signed({ sub: 'twin', email: 'twin@example.com' });
      const devices = Array.from({ length: 4 }, () => browser());
      await Promise.all(devices.map((device) => device.open({ identity })));
      const rows = await ctx.query(
        `select count(distinct visitor_id)::int as visitors, count(distinct customer_id)::int as customers from widget_session where identity_sub = 'twin'`,
      );
      expect(rows).toEqual([{ visitors: 1, customers: 1 }]);
    });

    it('finds the customer whom we know by mail', async () => {
      const known = await makeCustomer(ctx, { name: 'Bea Known', email: 'bea@example.com' });
      const { ticket } = await talking(await signed({ sub: 'bea', email: 'Bea@example.com' }));
      expect(ticket.customerId).toBe(known.id);
    });

    it('keeps the talk of somebody who chatted first and signed in then, under a new token', async () => {
      const { browser: one, text } = await talking();
      const before = one.token;
      const opened = await one.open({ identity: await signed({ sub: 'late', email: 'late@example.com' }) });
      expect(opened.token).not.toBe(before);
      expect(opened.messages.map((message) => message.text)).toEqual([text]);
      one.token = before;
      expect((await one.call('GET', '/messages')).status).toBe(401);
    });

    it('shows nothing of one to the next on the same computer', async () => {
      const { browser: one } = await talking(await signed({ sub: 'first', email: 'first@example.com' }));
      const before = one.token;
      const opened = await one.open({ identity: await signed({ sub: 'second', email: 'second@example.com' }) });
      expect(opened.token).not.toBe(before);
      expect(opened.messages).toEqual([]);
      one.token = before;
      expect((await one.call('GET', '/messages')).status).toBe(401);
    });

    it('holds for some days after the last token of the shop, not for ever', async () => {
      const { browser: one, text } = await talking(await signed({ sub: 'away', email: 'away@example.com' }));
      expect((await one.open()).messages.map((message) => message.text)).toEqual([text]);
      await ctx.query(
        `update widget_session set proven_at = proven_at - interval '73 hours' where identity_sub = 'away'`,
      );
      const opened = await one.open();
      expect(opened).toMatchObject({ messages: [], visitor: { verified: false } });
    });

    it.each([
      ['signed with another secret', () => signed({ sub: 'eve' }, 'another secret that nobody gave to us')],
      ['over', () => signed({ sub: 'eve', exp: Math.floor(Date.now() / 1000) - 120 })],
      ['good for too long', () => signed({ sub: 'eve', exp: Math.floor(Date.now() / 1000) + 7_200 })],
      ['about nobody', () => signed({})],
      ['no token', () => 'nonsense'],
    ])('is not believed when it is %s', async (_, token) => {
      const { status, body } = await browser().call('POST', '/session', { identity: await token() });
      expect([status, body.code]).toEqual([403, 'bad_identity']);
    });

    it('is needed where only signed-in customers may chat', async () => {
      const strict = await makeChat(app.app, ctx, { enforceIdentity: true });
      const { status, body } = await browser(strict).call('POST', '/session', {});
      expect([status, body.code]).toEqual([403, 'identity_required']);
      const loose = await visitor();
      const smuggler = await browser(strict).call('POST', '/session', { token: loose.token });
      expect(smuggler.status).toBe(403);
      expect((await browser(strict).open({ identity: await signed({ sub: 'anna' }) })).visitor.verified).toBe(true);
    });
  });

  describe('what a visitor says of themselves', () => {
    it('is a claim: it takes no address, joins nobody, and people are told', async () => {
      const victim = await makeCustomer(ctx, { name: 'Vera Victim', email: 'vera@example.com' });
      const one = await visitor();
      const text = `I am Vera ${randomUUID()}`;
      await one.say(text, { visitor: { name: 'Vera Victim', email: 'Vera@example.com' } });
      const [ticket] = await waitFor(async () => (await ticketsOf(ctx, text)).length > 0 && ticketsOf(ctx, text));
      expect(ticket?.customerId).not.toBe(victim.id);
      const addresses = await ctx.query('select kind from customer_address where customer_id = $1', [
        ticket?.customerId,
      ]);
      expect(addresses).toEqual([{ kind: 'visitor' }]);
      const [message] = await ctx.query<{ meta: { notices: string[] } }>('select meta from message where text = $1', [
        text,
      ]);
      expect(message?.meta.notices).toEqual(['Says that their mail address is vera@example.com; not proven.']);
      expect((await one.open()).visitor).toEqual({ name: 'Vera Victim', email: 'vera@example.com', verified: false });
    });

    it('is asked for where the settings want it, once', async () => {
      const asking = await makeChat(app.app, ctx, {
        askName: 'required',
        askEmail: 'required',
        consent: 'We store this.',
      });
      const one = await visitor(asking);
      const refused = await one.call<Said & { errors: { field: string }[] }>('POST', '/messages', {
        clientId: randomUUID(),
        text: 'Hi',
      });
      expect(refused.status).toBe(422);
      expect(refused.body.errors.map(({ field }) => field)).toEqual([
        'visitor.name',
        'visitor.email',
        'visitor.consent',
      ]);
      const form = { name: 'Anna', email: 'anna@example.com', consent: true };
      expect((await one.say('Hi', { visitor: { ...form, email: 'no address' } })).status).toBe(422);
      expect((await one.say('Hi', { visitor: form })).status).toBe(202);
      expect((await one.say('Me again')).status).toBe(202);
    });
  });

  describe('in a loyalty programme', () => {
    let sandbox: SandboxProcess;
    const break_ = (mode: string, more = {}) => sandbox.control('faults', { vendor: 'smile', mode, ...more });
    const opened = async (email: string) => browser().open({ identity: await signed({ sub: `club ${email}`, email }) });

    beforeAll(async () => {
      sandbox = await startSandboxProcess();
      await app.app.get(ConnectionService).create(ctx, {
        connectorId: 'smile',
        label: 'Fernhill Club',
        baseUrl: `${sandbox.url}/smile`,
        credentials: { apiKey: 'sandbox-smile-key' },
      });
    });
    afterEach(() => break_('none'));
    afterAll(() => sandbox?.stop());

    it('is greeted by tier and points, in the words of the programme', async () => {
      await sandbox.control('smile/settings', { label: { one: 'Coin', other: 'Coins' } });
      const { loyalty } = await opened('anna.bergmann@example.com');
      expect(loyalty).toEqual({ tier: 'Gold', points: expect.any(Number), label: { one: 'Coin', other: 'Coins' } });
      expect(loyalty?.points).toBeGreaterThan(0);
    });

    it('is told nothing of a mail address that was only typed', async () => {
      const one = await visitor();
      await one.say('Hi', { visitor: { name: 'Anna', email: 'anna.bergmann@example.com' } });
      const again = await one.open();
      expect(again.visitor).toMatchObject({ email: 'anna.bergmann@example.com', verified: false });
      expect(again.loyalty).toBeNull();
    });

    it('is not greeted as a member who has not joined', async () => {
      expect((await opened('sam.okonkwo@example.com')).loyalty).toBeNull();
    });

    it.each([
      ['does not answer', 'down', 'marco.rossi@example.com'],
      ['takes its time', 'slow', 'julie.martin@example.com'],
    ])('talks to us all the same while the programme %s', async (_, mode, email) => {
      await break_(mode, { delayMs: 8_000 });
      const before = Date.now();
      expect((await opened(email)).loyalty).toBeNull();
      expect(Date.now() - before).toBeLessThan(5_000);
    });
  });
});
