import { ConnectionService } from '@satchel/connectors';
import type { ConnectionBody, Page, TicketBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { startWorld, type World, type WorldOptions } from './world';

export const API_SECRET = `whsec_${Buffer.from('sandbox-api-secret-of-32-bytes!!').toString('base64')}`;
const META = { appSecret: 'sandbox-app-secret', verifyToken: 'sandbox-verify-token' };

/** A message as it stands on a customer's phone. */
export interface PhoneMessage {
  id: string;
  direction: 'in' | 'out';
  text: string;
  media: { contentType: string; size: number }[];
  status: string;
}

export interface Spoken {
  network: 'sms' | 'whatsapp' | 'messenger';
  text?: string;
  name?: string;
  id?: string;
  media?: { filename: string; contentType: string; content: string }[];
}

/** The world with every channel connected, and telephones. */
export interface PhoneWorld extends World {
  channels: Record<'sms' | 'whatsapp' | 'social', ConnectionBody>;
  /** The status that our hook answered the vendor's last try with. */
  say(customer: string, spoken: Spoken): Promise<{ id: string; delivery: { status: number; attempts: number } }>;
  /** What was sent to a phone, oldest first. */
  phone(customer: string): Promise<PhoneMessage[]>;
  look(customer: string, what: 'read' | 'window', body?: object): Promise<void>;
  /** Breaks the next calls of a vendor. */
  fault(vendor: 'twilio' | 'meta' | 'social' | 'mail', mode: string, times?: number): Promise<void>;
  ticketsAt(address: string): Promise<TicketBody[]>;
  ticketAt(address: string): Promise<TicketBody>;
  /** Everything that came in so far is understood. */
  settled(): Promise<void>;
}

/** Vendors sign the address that they call, so it must be known from the start. */
export async function startPhoneWorld(options: WorldOptions = {}): Promise<PhoneWorld> {
  const port = await freePort();
  const settings = { port, publicUrlGiven: `http://127.0.0.1:${port}`, ...options.settings };
  const world = await startWorld({ aiMode: 'off', withoutShop: true, ...options, settings });
  const { sandbox } = world;
  const create = (input: Parameters<ConnectionService['create']>[1]) =>
    world.server.app.get(ConnectionService).create(world.ctx, input);
  const channels = {
    sms: await create({
      connectorId: 'sms',
      label: 'Texts',
      address: '+14155550100',
      baseUrl: `${sandbox.url}/twilio`,
      credentials: { accountSid: `AC${'5a4d'.repeat(8)}`, authToken: 'sandbox-token' },
    }),
    whatsapp: await create({
      connectorId: 'whatsapp',
      label: 'WhatsApp',
      address: '+14155550102',
      baseUrl: `${sandbox.url}/meta`,
      credentials: {
        transport: 'cloud',
        phoneNumberId: '106000000000001',
        businessAccountId: '102000000000001',
        accessToken: 'sandbox-graph-token',
        ...META,
      },
    }),
    social: await create({
      connectorId: 'social',
      label: 'Messenger',
      baseUrl: `${sandbox.url}/social`,
      credentials: {
        network: 'messenger',
        accountId: '108000000000001',
        accessToken: 'sandbox-page-token',
        ...META,
      },
    }),
  };
  await sandbox.control('hooks', { vendor: 'twilio-sms', url: channels.sms.hookUrl });
  await sandbox.control('hooks', { vendor: 'meta', url: channels.whatsapp.hookUrl, verifyToken: META.verifyToken });
  await sandbox.control('hooks', { vendor: 'social', url: channels.social.hookUrl, verifyToken: META.verifyToken });

  const call = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(sandbox.url + path, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const of = (customer: string): string => `/phone/${encodeURIComponent(customer)}`;
  const ticketsAt = async (address: string): Promise<TicketBody[]> =>
    (await world.api<Page<TicketBody>>('GET', '/tickets?limit=200')).data.filter(
      ({ customer }) => customer.address === address,
    );
  return {
    ...world,
    channels,
    say: (customer, spoken) => call(`${of(customer)}/send`, spoken),
    phone: async (customer) =>
      (await call<PhoneMessage[]>(of(customer))).filter(({ direction }) => direction === 'out'),
    look: async (customer, what, body = {}) => void (await call(`${of(customer)}/${what}`, body)),
    fault: async (vendor, mode, times) => void (await sandbox.control('faults', { vendor, mode, times })),
    ticketsAt,
    ticketAt: (address) =>
      waitFor(async () => (await ticketsAt(address))[0], { timeoutMs: 15_000, what: `a ticket of ${address}` }),
    settled: () =>
      waitFor(async () => (await world.api<Page<unknown>>('GET', '/envelopes?state=stored')).data.length === 0, {
        timeoutMs: 15_000,
        what: 'nothing that waits to be understood',
      }).then(() => undefined),
  };
}
