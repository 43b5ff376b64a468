import { randomUUID } from 'node:crypto';
import type { MessageBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { type PhoneWorld, startPhoneWorld } from './phones';
import { ServerProcess } from './server-process';
import type { Answer } from './world';

const AT_ONCE = 10;

describe('an answer is sent once', () => {
  let world: PhoneWorld;
  let server: ServerProcess;

  beforeAll(async () => {
    await ServerProcess.build();
    world = await startPhoneWorld({ settings: { smtpInPort: await freePort() } });
    await world.server.stop();
    server = new ServerProcess(world.config);
    await server.start();
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await world.stop();
  }, 30_000);

  const asked = async (address: string): Promise<string> => {
    await world.write(address, { subject: 'A question', text: 'Do you repair zips?' });
    return (await world.ticketOf(address)).id;
  };
  const status = async (ticketId: string, text: string): Promise<string | null | undefined> =>
    (await world.thread(ticketId)).find((message) => message.text === text)?.deliveryStatus;
  const becomes = (ticketId: string, text: string, wanted: string): Promise<unknown> =>
    waitFor(async () => (await status(ticketId, text)) === wanted, {
      timeoutMs: 30_000,
      what: `"${text}" to be ${wanted}`,
    });
  const copies = async (address: string, text: string): Promise<number> =>
    (await world.mailbox(address)).filter((mail) => mail.text.includes(text)).length;

  it('asks a person when the mail server falls silent after the last byte', async () => {
    const ticketId = await asked('cut@example.com');
    await world.fault('mail', 'cut', 1);
    const answer = await world.reply(ticketId, 'Yes, we do.');
    // A mail server cannot be asked what became of a mail.
    await becomes(ticketId, answer.text, 'verify');
    await world.reply(ticketId, 'For life.');
    await becomes(ticketId, 'For life.', 'sent');
    expect(await copies('cut@example.com', 'Yes, we do.')).toBe(1);
    await world.api('POST', `/messages/${answer.id}/resolve-delivery`, { outcome: 'sent' });
    await world.idle();
    expect(await copies('cut@example.com', 'Yes, we do.')).toBe(1);
  });

  it('asks a person when the house dies between handing a mail over and hearing of it', async () => {
    const address = 'died@example.com';
    const ticketId = await asked(address);
    await world.sandbox.control('faults', { vendor: 'mail', mode: 'slow', times: 1, delayMs: 1_500 });
    await world.reply(ticketId, 'Yes, we do.');
    await committed(ticketId);
    await server.kill();
    await waitFor(async () => (await copies(address, 'Yes, we do.')) === 1, { timeoutMs: 10_000 });
    await server.start();
    await becomes(ticketId, 'Yes, we do.', 'verify');
    await world.reply(ticketId, 'For life.');
    await becomes(ticketId, 'For life.', 'sent');
    expect(await copies(address, 'Yes, we do.')).toBe(1);
  }, 60_000);

  it('looks a text up when the house dies between handing it over and hearing of it', async () => {
    const phone = '+14155550401';
    await world.say(phone, { network: 'sms', text: 'Do you repair zips?' });
    const { id: ticketId } = await world.ticketAt(phone);
    await world.sandbox.control('faults', { vendor: 'twilio', mode: 'slow', times: 1, delayMs: 1_500 });
    await world.reply(ticketId, 'Yes, we do.');
    await committed(ticketId);
    await server.kill();
    await server.start();
    // Whether the vendor took it or not: it can be asked, and nobody else has to be.
    await becomes(ticketId, 'Yes, we do.', 'delivered');
    await world.reply(ticketId, 'For life.');
    await becomes(ticketId, 'For life.', 'delivered');
    expect((await world.phone(phone)).map(({ text }) => text)).toEqual(['Yes, we do.', 'For life.']);
  }, 60_000);

  it.each([
    ['client id', () => ({ clientId: randomUUID() }), () => ({})],
    ['key', () => ({}), () => ({ 'idempotency-key': randomUUID() })],
  ])(`whoever posts it ${AT_ONCE} times at once under one %s`, async (what, body, headers) => {
    const address = `${what.replace(' ', '-')}@example.com`;
    const ticketId = await asked(address);
    const reply = { kind: 'reply', text: 'Yes, we do.', ...body() };
    const one = headers() as Record<string, string>;
    const post = () => world.ask<MessageBody>('POST', `/tickets/${ticketId}/messages`, reply, one);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, post));
    // Under a key the others may be asked to come again while the first is under way.
    const settled = await Promise.all(answers.map((answer) => finished(answer, post)));
    expect(new Set(settled.map(({ body: { id } }) => id)).size).toBe(1);
    await becomes(ticketId, reply.text, 'sent');
    await world.idle();
    expect((await world.thread(ticketId)).filter(({ direction }) => direction === 'outbound')).toHaveLength(1);
    expect(await copies(address, reply.text)).toBe(1);
  });

  const finished = async <T>(answer: Answer<T>, post: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    if (answer.status === 201) return answer;
    expect(answer.status).toBe(409);
    return waitFor(async () => {
      const again = await post();
      return again.status === 201 && again;
    });
  };

  /** The moment after which a mail may be with its vendor. */
  const committed = (ticketId: string): Promise<unknown> =>
    waitFor(
      async () =>
        (
          await world.sql(
            `select 1 from message where ticket_id = $1 and delivery_status = 'sending' and committed_at is not null`,
            [ticketId],
          )
        ).length > 0,
      { timeoutMs: 15_000, what: 'the message to be handed over' },
    );
});
