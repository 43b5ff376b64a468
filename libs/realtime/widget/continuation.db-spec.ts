import { randomUUID } from 'node:crypto';
import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import { DeskModule } from '@satchel/desk';
import { identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, Jobs } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { RealtimeModule } from '../realtime.module';
import { continueByMailJob } from './continuation.job';
import { Continuation } from './continuation.service';
import { answer, Browser, makeChat, signed, ticketsOf } from './widget-world.fixture';

describe('a chat whose visitor is gone', () => {
  let app: TestApp;
  let ctx: Ctx;
  let key: string;
  let mail: string;
  let url: string;
  let enqueue: jest.SpiedFunction<Jobs['enqueue']>;

  beforeAll(async () => {
    app = await testApp({
      imports: [IdentityModule, DeskModule, RealtimeModule],
      entities: [...identityEntities, ConnectionEntity],
      runJobs: true,
      config: { databasePool: 12 },
      before: (nest) => nest.useWebSocketAdapter(new IoAdapter(nest)),
    });
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    ctx = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    key = await makeChat(app.app, ctx);
    const connection = await app.app.get(ConnectionService).create(ctx, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: { smtpHost: '127.0.0.1', smtpPort: 1 },
    });
    mail = connection.id;
    enqueue = jest.spyOn(app.app.get(Jobs), 'enqueue');
  });
  afterAll(() => app.close());

  /** A visitor with a ticket; they left their address unless it is null. */
  const talking = async (email: string | null, identity?: string) => {
    const browser = new Browser(url, key);
    const { token } = await browser.open(identity === undefined ? {} : { identity });
    const text = `Hello ${randomUUID()}`;
    await browser.say(text, email === null ? {} : { visitor: { email } });
    const [ticket] = await waitFor(async () => (await ticketsOf(ctx, text)).length > 0 && ticketsOf(ctx, text));
    if (!ticket) throw new Error('no ticket');
    return { browser, token, ticketId: ticket.id, whose: { connectionId: key, visitorId: ticket.address } };
  };
  const mails = (ticketId: string): Promise<{ text: string; address: string }[]> =>
    ctx.query('select text, address from message where ticket_id = $1 and connection_id = $2 order by created_at', [
      ticketId,
      mail,
    ]);
  /** As if minutes had passed since. */
  const age = (ticketId: string, minutes: number, visitorId: string): Promise<unknown> =>
    ctx.query(
      `with m as (update message set created_at = created_at - make_interval(mins => $2) where ticket_id = $1)
       update widget_session set last_seen_at = last_seen_at - make_interval(mins => $2),
         last_seen_message_at = last_seen_message_at - make_interval(mins => $2) where visitor_id::text = $3`,
      [ticketId, minutes, visitorId],
    );
  const look = (whose: { connectionId: string; visitorId: string }) => app.app.get(Continuation).look(ctx, whose);
  /** The looks that were asked for; those of one key are one job, and the last time counts. */
  const waiting = (visitorId: string): { key: string; inMinutes: number }[] =>
    enqueue.mock.calls.flatMap(([, job, payload, options]) =>
      job === continueByMailJob && (payload as { visitorId: string }).visitorId === visitorId
        ? [{ key: options?.key ?? '', inMinutes: Math.round(((options?.runAt?.getTime() ?? 0) - Date.now()) / 60_000) }]
        : [],
    );

  it('goes on by mail after five minutes: all that was not seen, once', async () => {
    const { ticketId, whose } = await talking('anna@example.com');
    await answer(app.app, ctx, ticketId, 'It left our warehouse today.');
    await answer(app.app, ctx, ticketId, 'You get it on Monday.');
    const asked = await waitFor(() => waiting(whose.visitorId).length === 2 && waiting(whose.visitorId));
    const once = { key: `widget.continue:${key}:${whose.visitorId}`, inMinutes: 5 };
    expect(asked).toEqual([once, once]);
    await age(ticketId, 6, whose.visitorId);
    await Promise.all([look(whose), look(whose), look(whose)]);
    await look(whose);
    expect(await mails(ticketId)).toEqual([
      { text: 'It left our warehouse today.\n\nYou get it on Monday.', address: 'anna@example.com' },
    ]);
    await answer(app.app, ctx, ticketId, 'It is Monday.');
    await age(ticketId, 6, whose.visitorId);
    await look(whose);
    expect((await mails(ticketId)).map(({ text }) => text)).toEqual([expect.anything(), 'It is Monday.']);
  });

  it('tells the mail nothing that the visitor said, nor what colleagues said', async () => {
    const { ticketId, whose, browser } = await talking('bea@example.com');
    await browser.say('My card number is 4111 1111 1111 1111');
    await waitFor(async () => (await browser.read()).messages.length === 2);
    await answer(app.app, ctx, ticketId, 'Thank you.');
    await age(ticketId, 6, whose.visitorId);
    await look(whose);
    expect((await mails(ticketId)).map(({ text }) => text)).toEqual(['Thank you.']);
  });

  it('waits while the visitor is here, and as long as the last word is young', async () => {
    const { ticketId, whose } = await talking('cem@example.com');
    await answer(app.app, ctx, ticketId, 'One moment.');
    await ctx.query(`update message set created_at = created_at - interval '6 minutes' where ticket_id = $1`, [
      ticketId,
    ]);
    await waitFor(() => waiting(whose.visitorId).length === 1);
    await look(whose);
    expect(await mails(ticketId)).toEqual([]);
    expect(waiting(whose.visitorId)).toHaveLength(2);
    await age(ticketId, 6, whose.visitorId);
    await answer(app.app, ctx, ticketId, 'Here you are.');
    await waitFor(() => waiting(whose.visitorId).length === 3);
    await look(whose);
    expect(await mails(ticketId)).toEqual([]);
    expect(waiting(whose.visitorId)).toHaveLength(4);
  });

  it('sends nothing that was seen, and nothing to nobody', async () => {
    const seen = await talking('dana@example.com');
    const id = await answer(app.app, ctx, seen.ticketId, 'Seen.');
    await seen.browser.call('POST', '/seen', { messageId: id });
    await age(seen.ticketId, 6, seen.whose.visitorId);
    await look(seen.whose);
    expect(await mails(seen.ticketId)).toEqual([]);
    const nameless = await talking(null);
    await answer(app.app, ctx, nameless.ticketId, 'Hello?');
    await age(nameless.ticketId, 6, nameless.whose.visitorId);
    await look(nameless.whose);
    expect(await mails(nameless.ticketId)).toEqual([]);
  });

  it('goes to the address that the shop vouched for, whatever was typed', async () => {
    const identity = await signed({ sub: randomUUID(), email: 'proven@example.com' });
    const { ticketId, whose } = await talking('typed@example.com', identity);
    await answer(app.app, ctx, ticketId, 'Hello.');
    await age(ticketId, 6, whose.visitorId);
    await look(whose);
    expect((await mails(ticketId)).map(({ address }) => address)).toEqual(['proven@example.com']);
  });
});
