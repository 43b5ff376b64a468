import { ConnectionService } from '@satchel/connectors';
import type { MessageBody, Page, TicketBody } from '@satchel/contracts';
import { ApiKeyService, PeopleService, WorkspaceService } from '@satchel/identity';
import { Database } from '@satchel/kernel';
import { waitFor } from '@satchel/testing';
import { letterOf, MailGun } from './mail-gun';
import { type ReceivedMail, startWorld, SUPPORT, type World } from './world';

const ANNA = 'anna.bergmann@example.com';
const EVE = 'eve@nowhere.example';
const OTHER_SUPPORT = 'help@lakeside.example';

describe('strangers at the door for mail', () => {
  let world: World;
  let gun: MailGun;
  let ticket: TicketBody;
  let answer: ReceivedMail;
  let automaticBefore: number;
  let shots = 0;

  beforeAll(async () => {
    world = await startWorld({ aiMode: 'auto' });
    gun = await MailGun.at(world.server.smtpPort ?? 0);
    const connections = world.server.app.get(ConnectionService);
    const [email] = await connections.list(world.ctx, 'channel');
    await connections.update(world.ctx, email?.id ?? '', { credentials: { plusAddresses: true } });
    await world.write(ANNA, { subject: 'The zip', text: 'Do you repair the zip of a jacket from 2019?' });
    ticket = await world.ticketOf(ANNA);
    await world.reply(ticket.id, 'We do. Send it in.');
    answer = await answerTo(ANNA, 'We do. Send it in.');
    // From here on whatever a program sends is caused by an attack; what it wrote before the person did, it may have.
    await world.idle();
    automaticBefore = (await automaticTo(ANNA)).length;
    await world.api('PATCH', '/desk/settings', { acknowledge: { enabled: true } });
  }, 60_000);
  afterAll(async () => {
    gun.stop();
    await world.stop();
  });

  const automaticTo = async (address: string): Promise<ReceivedMail[]> =>
    (await world.mailbox(address)).filter(({ headers }) => headers['auto-submitted']);
  const answerTo = (address: string, text: string): Promise<ReceivedMail> =>
    waitFor(async () => (await world.mailbox(address)).find((mail) => mail.text.includes(text)), {
      timeoutMs: 15_000,
      what: `"${text}" in the mailbox of ${address}`,
    });
  /** The message that a mail became, whatever ticket it is on. */
  const arrived = (key: string, to = world): Promise<MessageBody> =>
    waitFor(
      async () => {
        const { data } = await to.api<Page<TicketBody>>('GET', '/tickets?limit=200');
        const threads = await Promise.all(data.map(({ id }) => to.thread(id)));
        return threads.flat().find(({ text }) => text.includes(key));
      },
      { timeoutMs: 15_000, what: `"${key}" on a ticket` },
    );
  const shoot = async (
    headers: Record<string, string>,
    given: { to?: string; mailFrom?: string; html?: string } = {},
  ): Promise<string> => {
    const key = `Shot number ${++shots}.`;
    const { to = SUPPORT, mailFrom = 'bounce@forger.example', html } = given;
    const own = {
      From: `Eve <${EVE}>`,
      To: to,
      Subject: `Re: ${answer.subject}`,
      'Message-ID': `<shot-${shots}@x.example>`,
    };
    await gun.shoot({ mailFrom, to, raw: letterOf({ ...own, ...headers }, html ? `<p>${key}</p>${html}` : key) });
    return key;
  };
  const token = (): string => answer.replyTo ?? '';
  const altered = (text: string): string => text.replace(/[0-9a-z](?=@)/, (it) => (it === 'a' ? 'b' : 'a'));

  const replays: [what: string, Parameters<typeof shoot>[0], () => Parameters<typeof shoot>[1]][] = [
    ['our signed Message-ID', { 'In-Reply-To': 'ID', References: 'ID' }, () => ({})],
    ['our signed reply address', {}, () => ({ to: token() })],
    ['our mail itself, quoted', { References: 'ID' }, () => ({ html: answer.html ?? '' })],
    ['the Thread-Index of our mail', { 'Thread-Index': 'INDEX' }, () => ({})],
    ['the id of the customer’s own mail', { 'In-Reply-To': 'THEIRS' }, () => ({})],
  ];
  it.each(replays)('takes a stranger who quotes %s for a stranger', async (_, headers, given) => {
    const values: Record<string, string> = {
      ID: answer.messageId,
      INDEX: answer.headers['thread-index'] ?? '',
      THEIRS: answer.inReplyTo ?? '',
    };
    expect(Object.values(values).every(Boolean) && token().includes('+r-')).toBe(true);
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, values[value] ?? value]));
    const message = await arrived(await shoot(filled, given()));
    expect(message.ticketId).not.toBe(ticket.id);
    expect(message.facts).toMatchObject({ sender: 'unproven', maybeTicketId: ticket.id });
  });

  it.each([
    ['altered id', () => ({ 'In-Reply-To': altered(answer.messageId) }), () => ({})],
    ['altered reply address', () => ({}), () => ({ to: altered(token()) })],
    ['unsigned id', () => ({ 'In-Reply-To': `<ticket-${ticket.number}@fernhill.example>` }), () => ({})],
  ])('knows nothing by an %s', async (_, headers, given) => {
    const message = await arrived(await shoot({ ...headers(), Subject: `Something else ${shots}` }, given()));
    expect(message.ticketId).not.toBe(ticket.id);
    expect(message.facts?.maybeTicketId).toBeUndefined();
  });

  it('does not believe a sender whose domain disowns the mail, and answers nobody', async () => {
    const mine = { From: `Anna Bergmann <${ANNA}>`, 'Reply-To': EVE, 'In-Reply-To': answer.messageId };
    const message = await arrived(await shoot(mine, { to: token() }));
    expect(message.ticketId).not.toBe(ticket.id);
    expect(message.facts).toMatchObject({ sender: 'forged', verdicts: { dmarc: 'fail', aligned: false } });
    // A person who answers it all the same writes to the address in From, and not to where the forger asks for it.
    await world.reply(message.ticketId, 'Was this really you?');
    expect((await answerTo(ANNA, 'Was this really you?')).from.address).toBe(SUPPORT);
    expect(await world.mailbox(EVE)).toEqual([]);
  });

  it('lets somebody copied in have a say, and nobody take the ticket over', async () => {
    const clerk = 'clerk@nowhere.example';
    await world.reply(ticket.id, 'Our workshop reads along.', { cc: [clerk] });
    const copy = await answerTo(clerk, 'Our workshop reads along.');
    const from = { From: `Clerk <${clerk}>`, 'In-Reply-To': copy.messageId, 'Reply-To': EVE };
    const said = await arrived(await shoot(from, { mailFrom: clerk }));
    expect(said.ticketId).toBe(ticket.id);
    const after = await world.api<TicketBody>('GET', `/tickets/${ticket.id}`);
    expect(after.customer).toMatchObject({ id: ticket.customer.id, address: ANNA });
    const next = await world.reply(ticket.id, 'Thank you both.');
    expect(next.destination ?? (await arrived('Thank you both.')).destination).toMatchObject({ address: ANNA });
    await answerTo(ANNA, 'Thank you both.');
    expect((await world.mailbox(clerk)).map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('Thank you both'),
    );

    // Naming the customer in a copy makes nobody a party to anything.
    const named = await arrived(await shoot({ Cc: ANNA, 'In-Reply-To': answer.messageId }));
    expect(named.ticketId).not.toBe(ticket.id);
  });

  it('keeps the houses of two merchants apart, whatever a mail quotes', async () => {
    const other = await anotherWorkspace(world);
    const before = (await world.thread(ticket.id)).length;
    // The same customer, proven and a party to the ticket here, shows our marks to the other merchant.
    for (const given of [{ to: OTHER_SUPPORT }, { to: token().replace(/^[^+]*|@.*$/g, '') }] as { to: string }[]) {
      const to = given.to.startsWith('+') ? `help${given.to}@lakeside.example` : given.to;
      const mine = { From: ANNA, 'In-Reply-To': answer.messageId, References: answer.messageId };
      const message = await arrived(await shoot(mine, { to, mailFrom: ANNA }), other);
      expect(message.ticketId).not.toBe(ticket.id);
      expect(message.facts).toMatchObject({ sender: 'proven' });
      expect(message.facts?.maybeTicketId).not.toBe(ticket.id);
    }
    expect((await world.thread(ticket.id)).length).toBe(before);
    expect((await other.ask('GET', `/tickets/${ticket.id}`)).status).toBe(404);
    expect((await other.ask('POST', `/tickets/${ticket.id}/messages`, { kind: 'reply', text: 'Hi' })).status).toBe(404);
  });

  it('wrote to nobody on its own because of all that', async () => {
    // Events keep their order: once this one is answered, all before it were thought about.
    await world.write('marco.rossi@example.com', { subject: 'Tents', text: 'Which tent is the warmest?' });
    await answerTo('marco.rossi@example.com', 'has arrived');
    await world.idle();
    expect(await world.mailbox(EVE)).toEqual([]);
    // The other merchant has no acknowledgement; this one had nothing to acknowledge that was proven.
    expect((await automaticTo(ANNA)).slice(automaticBefore)).toEqual([]);
  });
});

/** A second merchant in the same installation, with a mailbox at the same vendor. */
async function anotherWorkspace(world: World): Promise<World> {
  const { app } = world.server;
  const db = app.get(Database);
  const { id: workspaceId } = await app
    .get(WorkspaceService)
    .create(db.system(), { slug: 'lakeside', name: 'Lakeside', isDemo: false });
  const login = { email: 'olga@lakeside.example', password: 'another long enough password' };
  const owner = await app
    .get(PeopleService)
    .create(db.system(), { workspaceId, name: 'Olga', role: 'owner', ...login });
  const ctx = db.ctx(workspaceId, { kind: 'person', id: owner.id, name: owner.name, role: 'owner' });
  const { key } = await app.get(ApiKeyService).create(ctx, { name: 'e2e' });
  const smtp = { smtpHost: '127.0.0.1', smtpPort: world.sandbox.smtpPort, smtpUser: SUPPORT, smtpPass: 'sandbox' };
  await app.get(ConnectionService).create(ctx, {
    connectorId: 'email',
    label: 'Help',
    address: OTHER_SUPPORT,
    baseUrl: world.sandbox.url,
    credentials: { ...smtp, plusAddresses: true },
  });
  const ask: World['ask'] = (method, path, body) => world.ask(method, path, body, { authorization: `Bearer ${key}` });
  const api: World['api'] = async (method, path, body) => (await ask<never>(method, path, body)).body;
  return {
    ...world,
    ctx,
    apiKey: key,
    ask,
    api,
    thread: async (id) => (await api<Page<MessageBody>>('GET', `/tickets/${id}/messages`)).data,
  };
}
