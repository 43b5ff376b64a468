import { ConnectionService } from '@satchel/connectors';
import type { MessageBody, Page, TicketBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { MailRelay } from './mail-relay';
import { startWorld, SUPPORT, type World } from './world';

/** The other shop is a customer of the first, so that there is something to answer. */
const OTHERS = 'anna.bergmann@example.com';

/**
 * Two shops whose help desks write to each other, each the mail server of the other. Both acknowledge, and the AI of both
 * answers whatever it can; they have written to each other before, so neither takes the other for a stranger.
 */
describe('two help desks that answer each other', () => {
  let fernhill: World;
  let lakeside: World;
  const relays: MailRelay[] = [];

  beforeAll(async () => {
    [fernhill, lakeside] = [await startWorld({ aiMode: 'off' }), await startWorld({ aiMode: 'off' })];
    await join(fernhill, { address: SUPPORT, port: lakeside.server.smtpPort ?? 0 });
    await join(lakeside, { address: OTHERS, port: fernhill.server.smtpPort ?? 0 });
  }, 90_000);
  afterAll(async () => {
    await fernhill.stop();
    await lakeside.stop();
    await Promise.all(relays.map((relay) => relay.stop()));
  });

  async function join(world: World, { address, port }: { address: string; port: number }): Promise<void> {
    const connections = world.server.app.get(ConnectionService);
    const [email] = await connections.list(world.ctx, 'channel');
    const relay = await MailRelay.to(port);
    relays.push(relay);
    const credentials = { smtpPort: relay.port, smtpUser: '', smtpPass: '' };
    await connections.update(world.ctx, email?.id ?? '', { address, credentials });
  }
  const all = async (world: World): Promise<MessageBody[]> => {
    const { data } = await world.api<Page<TicketBody>>('GET', '/tickets?limit=200');
    return (await Promise.all(data.map(({ id }) => world.thread(id)))).flat();
  };
  const byPrograms = async (world: World): Promise<MessageBody[]> =>
    (await all(world)).filter(
      ({ direction, author }) => direction === 'outbound' && ['ai', 'system'].includes(author.kind),
    );
  const ticketOf = (world: World, address: string): Promise<TicketBody> =>
    waitFor(
      async () =>
        (await world.api<Page<TicketBody>>('GET', '/tickets?limit=200')).data.find(
          ({ customer }) => customer.address === address,
        ),
      { timeoutMs: 15_000, what: `a ticket of ${address}` },
    );
  const inbound = async (world: World): Promise<number> =>
    (await all(world)).filter(({ direction }) => direction === 'inbound').length;
  /** Nothing is due at either, and nothing new has come of the last round. */
  const quiet = async (): Promise<void> => {
    for (let seen = -1, now = 0; seen !== now;) {
      seen = now;
      await fernhill.idle();
      await lakeside.idle();
      now = (await all(fernhill)).length + (await all(lakeside)).length;
    }
  };
  const open = async (world: World, to: string, text: string): Promise<void> => {
    const body = { subject: 'About order #1001', channel: 'email', customer: { email: to }, message: { text } };
    const ticket = await world.api<TicketBody>('POST', '/tickets', body);
    expect(ticket.customer.address).toBe(to);
  };

  it('are known to each other and proven, as people wrote both ways before', async () => {
    await open(fernhill, OTHERS, 'unused');
    const first = await ticketOf(fernhill, OTHERS);
    await fernhill.reply(first.id, 'Do you sell our tents?');
    const theirs = await ticketOf(lakeside, SUPPORT);
    await lakeside.reply(theirs.id, 'We do.');
    await waitFor(async () => (await inbound(fernhill)) >= 2, { timeoutMs: 15_000 });
    await fernhill.reply(first.id, 'Good to know.');
    await waitFor(async () => (await inbound(lakeside)) >= 2, { timeoutMs: 15_000 });
    expect(await byPrograms(fernhill)).toEqual([]);
  });

  const programs = async (on: boolean): Promise<void> => {
    for (const world of [fernhill, lakeside]) {
      await world.api('PATCH', '/desk/settings', { acknowledge: { enabled: on } });
      await world.api('PATCH', '/ai/settings', { mode: on ? 'auto' : 'off' });
    }
  };
  /** A person at the second shop writes a mail that is no answer; from then on programs are on their own. */
  const ask = async (text: string): Promise<void> => {
    await programs(false);
    const body = {
      subject: text.slice(0, 40),
      channel: 'email',
      customer: { email: SUPPORT },
      message: { text: 'unused' },
    };
    const { id } = await lakeside.api<TicketBody>('POST', '/tickets', body);
    await quiet();
    await programs(true);
    await lakeside.reply(id, text);
    await waitFor(async () => JSON.stringify(await all(fernhill)).includes(text), { timeoutMs: 15_000 });
    await quiet();
  };
  const counting = async (work: () => Promise<void>): Promise<number[]> => {
    const before = relays.map(({ passed }) => passed);
    await work();
    return relays.map(({ passed }, n) => passed - (before[n] ?? 0));
  };

  it.each([
    ['a question', 'Where is my order #1001?'],
    ['an out-of-office that does not say that it is one', 'I am away until Monday. Where is my order #1001?'],
  ])('fall silent after %s within two messages', async (_, text) => {
    const [answers, asked] = await counting(() => ask(text));
    expect(asked).toBe(1);
    expect(answers).toBeGreaterThan(0);
    expect(answers).toBeLessThanOrEqual(2);
    // Or there would be nothing here that could loop.
    expect((await byPrograms(fernhill)).map(({ author }) => author.kind)).toContain('ai');
  });

  it('fall silent all the same when every mark of a program is lost on the way', async () => {
    for (const relay of relays) relay.stripsMarks = true;
    const [answers = 0, asked = 0] = await counting(() => ask('And where is my order #1006?'));
    expect(answers).toBeGreaterThan(0);
    expect(asked + answers).toBeLessThanOrEqual(6);
  });
});
