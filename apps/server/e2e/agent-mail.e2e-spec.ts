import { startWorld, type World } from './world';
import type { PersonBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';

const ANNA = 'anna.bergmann@example.com';
/** Of a domain that says by DMARC whose mail is theirs. */
const TOM = 'tom.ek@example.com';

describe('a colleague who answers by mail', () => {
  let world: World;
  let ticketId: string;

  beforeAll(async () => {
    world = await startWorld({ aiMode: 'off', withoutShop: true });
    const tom = { name: 'Tom Ek', email: TOM, password: 'a long enough password', role: 'agent' };
    const { id: assigneeId } = await world.api<PersonBody>('POST', '/people', tom);
    await world.sql(`update membership set preferences = '{"notify": {"assigned": true, "replied": true}}'`);
    await world.write(ANNA, { subject: 'Jacket', text: 'Where is my jacket?' });
    ({ id: ticketId } = await world.ticketOf(ANNA));
    // What came before the ticket was theirs is told with the assignment alone.
    await world.idle();
    await world.api('PATCH', `/tickets/${ticketId}`, { assigneeId });
  }, 120_000);
  afterAll(() => world?.stop(), 30_000);

  const notes = async (): Promise<string[]> =>
    (await world.thread(ticketId)).filter(({ kind }) => kind === 'note').map(({ text }) => text);

  it('is told of the ticket, and what they write back reaches the customer under their name', async () => {
    const told = await world.received(TOM);
    expect(told.text).toContain('Where is my jacket?');
    expect(told.headers['auto-submitted']).toMatch(/^auto-/);
    await world.write(TOM, { subject: `Re: ${told.subject}`, text: 'It left today.', inReplyTo: told.messageId });
    const answer = await world.received(ANNA);
    expect(answer.text).toContain('It left today.');
    expect((await world.thread(ticketId)).at(-1)?.author).toMatchObject({ kind: 'person', name: 'Tom Ek' });
    expect(await notes()).toEqual([]);
  }, 60_000);

  it('is not whoever only writes in their name: that stays a note', async () => {
    const [told] = await world.mailbox(TOM);
    const mail = { subject: `Re: ${told?.subject}`, text: 'Send me your card number.', inReplyTo: told?.messageId };
    await world.write(TOM, { ...mail, forged: true }).catch(() => undefined);
    await waitFor(async () => (await notes()).length > 0, { timeoutMs: 20_000, what: 'a note about it' });
    await world.idle();
    expect(await notes()).toEqual([expect.stringContaining('Nothing proves')]);
    expect((await world.mailbox(ANNA)).map(({ text }) => text)).toEqual([expect.stringContaining('It left today.')]);
  }, 60_000);

  it('is told of the next message once, and their absence answers nobody', async () => {
    const [answer] = await world.mailbox(ANNA);
    await world.write(ANNA, { subject: 'Re: Jacket', text: 'Thank you!', inReplyTo: answer?.messageId });
    const told = await world.received(TOM, 2);
    expect(told.text).toContain('Thank you!');
    const away = { subject: `Automatic reply: ${told.subject}`, text: 'I am away.', inReplyTo: told.messageId };
    await world.write(TOM, { ...away, headers: { 'Auto-Submitted': 'auto-replied' } });
    await waitFor(async () => (await world.sql(`select 1 from inbound_envelope where state = 'ignored'`)).length > 0, {
      timeoutMs: 20_000,
      what: 'the absence to be put aside',
    });
    await world.idle();
    expect(await world.mailbox(TOM)).toHaveLength(2);
    expect(await world.mailbox(ANNA)).toHaveLength(1);
  }, 60_000);
});
