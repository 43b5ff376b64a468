import { waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { startWorld, type World } from './world';

const ROUNDS = 20;
const CUSTOMERS_A_ROUND = 3;
/** The whole journey of a mail takes about this long on a busy machine; the kill comes anywhere within it. */
const JOURNEY_MS = 500;

describe('a server that is killed without a goodbye', () => {
  let world: World;
  let server: ServerProcess;

  beforeAll(async () => {
    await ServerProcess.build();
    world = await startWorld({ settings: { port: await freePort(), smtpInPort: await freePort() } });
    // A shop on a large plan: its limits are not what is tried here.
    await world.sandbox.control('shopify/bucket', {
      maximumAvailable: 50_000,
      currentlyAvailable: 50_000,
      restoreRate: 2_000,
    });
    await world.server.stop();
    server = new ServerProcess(world.config);
    await server.start();
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await world.stop();
  }, 30_000);

  it(`loses nothing and sends nothing twice in ${ROUNDS} kills at random moments`, async () => {
    const customers: string[] = [];
    const moments: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const mine = Array.from({ length: CUSTOMERS_A_ROUND }, (_, n) => `customer${round}-${n}@example.com`);
      customers.push(...mine);
      const handed = mine.map((address) =>
        world.write(address, { subject: `Order, round ${round}`, text: 'Where is my order #1001?' }),
      );
      const moment = Math.random() * JOURNEY_MS;
      moments.push(Math.round(moment));
      await new Promise((resolve) => setTimeout(resolve, moment));
      await server.kill();
      await server.start();
      await Promise.allSettled(handed);
    }

    // Whatever was under way goes on by itself: every customer is answered, or a person is asked about an open delivery.
    const outcomes = await Promise.all(
      customers.map(async (address) => {
        const ticket = await world.ticketOf(address);
        const outbound = await waitFor(
          async () => {
            const messages = (await world.thread(ticket.id)).filter((message) => message.direction === 'outbound');
            return (
              messages.length > 0 &&
              messages.every((message) => ['sent', 'verify'].includes(message.deliveryStatus ?? '')) &&
              messages
            );
          },
          { timeoutMs: 60_000, what: `an answer to ${address} (killed at ${moments.join(', ')} ms)` },
        );
        const inbound = (await world.thread(ticket.id)).filter((message) => message.direction === 'inbound').length;
        const mails = await world.mailbox(address);
        return { address, inbound, outbound: outbound.map((message) => message.deliveryStatus), mails: mails.length };
      }),
    );
    const open = outcomes.filter((outcome) => outcome.outbound[0] === 'verify');
    for (const outcome of outcomes) {
      const mails = outcome.outbound[0] === 'sent' ? 1 : Math.min(outcome.mails, 1);
      expect(outcome).toEqual({ address: outcome.address, inbound: 1, outbound: [outcome.outbound[0]], mails });
    }
    // The window between the last byte and the stored answer is a few milliseconds wide.
    expect(open.length).toBeLessThanOrEqual(ROUNDS / 4);
    const all = (await world.api<{ data: unknown[] }>('GET', '/tickets?limit=200')).data;
    expect(all).toHaveLength(customers.length);
  }, 300_000);
});
