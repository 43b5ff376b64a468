import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { controlRoutes } from './control/control.routes';
import { breakVendors } from './control/break-vendors';
import { SandboxClock } from './control/clock.routes';
import { Faults } from './control/faults';
import { olderDoors } from './control/refusals';
import { deskRoutes } from './desk/desk.routes';
import { personaList } from './desk/personas';
import { dnsRoutes } from './dns/dns.routes';
import { Zones } from './dns/zones';
import type { HookInput, HookVendor } from './hooks/hooks';
import { deliverToInbox } from './imap/deliver';
import { Folders } from './imap/folders';
import { imapServer } from './imap/imap-server';
import { imapRoutes, type ImapSettings } from './imap/imap.routes';
import { MailTokens } from './imap/mail-tokens';
import { oauthRoutes } from './imap/oauth';
import { OAuthCodes } from './imap/oauth-codes';
import { listening, listeningNear } from './listening';
import { mailServer } from './mail/mail-server';
import type { Mail } from './mail/mailbox.types';
import { Mailboxes } from './mail/mailboxes';
import { mailRoutes } from './mail/mail.routes';
import { Postman } from './mail/postman';
import { openaiRoutes } from './openai/openai.routes';
import { Script } from './openai/script';
import { messaging } from './phone/messaging';
import { s3Routes } from './s3/s3.routes';
import { CUSTOMER_DOMAIN } from './seed/people/people';
import { World } from './seed/world';
import { ChatWidget, type WidgetSettings } from './shop/chat-widget';
import { shopRoutes } from './shop/shop.routes';
import { makeVendors } from './vendors';

export interface SandboxOptions {
  /** 0: any free port. */
  port?: number;
  smtpPort?: number;
  /** Absent: 2527, or any free one when that is taken. */
  imapPort?: number;
  host?: string;
  /** Satchel's SMTP door, where customers' mails go. Default 127.0.0.1:2525. */
  targetSmtp?: string;
  supportAddress?: string;
  /** Where the vendors that push call from the start; `/__control/hooks` changes it. */
  hooks?: Partial<Record<HookVendor, HookInput>>;
  /** The chat on the shop's page. */
  widget?: WidgetSettings | null;
  /** How long one step of a text's way to the phone takes. */
  paceMs?: number;
  now?: () => Date;
  /** How many orders the shop has; 1,500 when absent. */
  orders?: number;
  /** A folder with the data of the retail shop; without one it has none. */
  retail?: string;
}

export interface Sandbox {
  port: number;
  smtpPort: number;
  imapPort: number;
  url: string;
  stop(): Promise<void>;
}

const MAIL_PASSWORD = 'sandbox';
const IMAP_PORT = 2527;
const PACE_MS = 250;
const LARGEST_BODY = 60 * 1024 * 1024;

function doorOf(target: string): { host: string; port: number } {
  const [host, port] = target.split(':');
  return { host: host || '127.0.0.1', port: Number(port ?? 2525) };
}

/** Starts every simulated vendor on one HTTP port, one SMTP port and one IMAP port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const clock = new SandboxClock(options.now ?? (() => new Date()));
  const now = clock.now;
  const support = (options.supportAddress ?? 'support@fernhill.example').toLowerCase();

  const world = new World(now, { orders: options.orders });
  const faults = new Faults();
  const mailboxes = new Mailboxes();
  const domains = personaList(world).map(({ email }) => email.split('@')[1] ?? '');
  const zones = new Zones(new Set([CUSTOMER_DOMAIN, ...domains]));
  const folders = new Folders(now);
  const mailTokens = new MailTokens(now, faults);
  const oauthCodes = new OAuthCodes(now);
  const imapSettings: ImapSettings = { deliver: 'smtp' };
  const keepInInbox = (mail: Mail): boolean => {
    if (imapSettings.deliver === 'smtp') return false;
    deliverToInbox(folders, zones, mail);
    return true;
  };
  const postman = new Postman(mailboxes, () => doorOf(options.targetSmtp ?? '127.0.0.1:2525'), keepInInbox);
  const { vendors, bucket } = makeVendors(now, options.retail);
  for (const vendor of vendors) faults.register(vendor.id, vendor.faults);
  const script = new Script();

  const app = Fastify({ bodyLimit: LARGEST_BODY, forceCloseConnections: true });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  // A POST with the JSON type and no body is an empty object, not a mistake.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  breakVendors(app, faults, [...vendors, ...olderDoors]);
  let url = '';
  const phones = messaging(app, {
    faults,
    now,
    where: () => url,
    paceMs: options.paceMs ?? PACE_MS,
    hooks: options.hooks,
  });
  for (const vendor of vendors) vendor.routes(app, { world, faults, now, url: () => url });
  s3Routes(app);
  dnsRoutes(app, zones);
  imapRoutes(app, folders, imapSettings);
  oauthRoutes(app, mailTokens, oauthCodes, faults);
  const mail = { mailboxes, postman, zones, support, now };
  mailRoutes(app, mail);
  openaiRoutes(app, script, now);
  deskRoutes(app, { world, mailboxes, support, phone: phones });
  shopRoutes(app, world, new ChatWidget(now, options.widget ?? null));
  controlRoutes(app, {
    world,
    faults,
    mailboxes,
    bucket,
    mailTokens,
    vendors,
    clock,
    onReset: () => {
      script.clear();
      folders.reset();
      mailTokens.reset();
      oauthCodes.reset();
      imapSettings.deliver = 'smtp';
      phones.reset();
    },
  });

  await app.listen({ port: options.port ?? 3001, host });
  const port = (app.server.address() as AddressInfo).port;
  url = `http://${host}:${port}`;
  const smtp = mailServer({ mailboxes, faults, user: support, password: MAIL_PASSWORD, tokens: mailTokens, now });
  const imap = imapServer({ folders, tokens: mailTokens, user: support, password: MAIL_PASSWORD }, faults);
  try {
    await listening(smtp.server, options.smtpPort ?? 2526, host);
    await listeningNear(imap.server, options.imapPort, IMAP_PORT, host);
  } catch (error) {
    smtp.server.close();
    await app.close();
    throw error;
  }
  return {
    port,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    imapPort: (imap.server.address() as AddressInfo).port,
    url,
    async stop() {
      postman.stop();
      phones.stop();
      await imap.stop();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await app.close();
    },
  };
}
