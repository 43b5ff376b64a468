import type { NewConnection } from '@satchel/connectors';
import type { Config, Ctx } from '@satchel/kernel';
import { widgetSecret } from '../demo/widget-secret';
import type { SeedRooms } from './seed-rooms';

export const META_VERIFY_TOKEN = 'sandbox-verify-token';
const SUPPORT_ADDRESS = 'support@fernhill.example';

/** The demo's mailbox, its shop with all that stands around it, and its channels: each is the sandbox's. */
function demoConnections(
  { sandboxUrl, sandboxSmtpPort }: Config,
  identitySecret: string,
): [mail: NewConnection, ...others: NewConnection[]] {
  return [
    {
      connectorId: 'email',
      label: 'Support mailbox',
      address: SUPPORT_ADDRESS,
      // The senders' domains are the sandbox's too.
      baseUrl: sandboxUrl,
      credentials: {
        fromName: 'Fernhill Outfitters',
        smtpHost: new URL(sandboxUrl).hostname,
        smtpPort: sandboxSmtpPort,
        smtpUser: SUPPORT_ADDRESS,
        smtpPass: 'sandbox',
      },
    },
    {
      connectorId: 'shopify',
      label: 'Fernhill shop',
      baseUrl: `${sandboxUrl}/shopify`,
      credentials: { shopDomain: 'fernhill-outfitters.myshopify.com', accessToken: 'shpat_sandbox' },
    },
    {
      connectorId: 'ups',
      label: 'UPS',
      baseUrl: `${sandboxUrl}/ups`,
      credentials: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    },
    {
      connectorId: 'smile',
      label: 'Fernhill Club',
      baseUrl: `${sandboxUrl}/smile`,
      credentials: { apiKey: 'sandbox-smile-key' },
    },
    {
      connectorId: 'stripe',
      label: 'Stripe',
      baseUrl: `${sandboxUrl}/stripe`,
      credentials: { apiKey: 'rk_test_sandbox', webhookSecret: 'whsec_sandbox' },
    },
    {
      connectorId: 'recharge',
      label: 'Subscriptions',
      baseUrl: `${sandboxUrl}/recharge`,
      credentials: { accessToken: 'sandbox-recharge-token', clientSecret: 'sandbox-recharge-secret', currency: 'EUR' },
    },
    {
      connectorId: 'sms',
      label: 'Texts',
      address: '+14155550100',
      baseUrl: `${sandboxUrl}/twilio`,
      credentials: { accountSid: `AC${'5a4d'.repeat(8)}`, authToken: 'sandbox-token' },
    },
    {
      connectorId: 'whatsapp',
      label: 'WhatsApp',
      address: '+14155550102',
      baseUrl: `${sandboxUrl}/meta`,
      credentials: {
        transport: 'cloud',
        phoneNumberId: '106000000000001',
        businessAccountId: '102000000000001',
        accessToken: 'sandbox-graph-token',
        appSecret: 'sandbox-app-secret',
        verifyToken: META_VERIFY_TOKEN,
      },
    },
    {
      connectorId: 'social',
      label: 'Messenger',
      baseUrl: `${sandboxUrl}/social`,
      credentials: {
        network: 'messenger',
        accountId: '108000000000001',
        accessToken: 'sandbox-page-token',
        appSecret: 'sandbox-app-secret',
        verifyToken: META_VERIFY_TOKEN,
      },
    },
    {
      connectorId: 'chat',
      label: 'Shop chat',
      credentials: { identitySecret },
    },
  ];
}

/** Makes the connections; answers the mailbox. */
export async function connect(ctx: Ctx, { connections, secrets }: SeedRooms, config: Config): Promise<{ id: string }> {
  const [mail, ...others] = demoConnections(config, widgetSecret(secrets, ctx.workspaceId));
  const mailbox = await connections.create(ctx, mail);
  for (const other of others) await connections.create(ctx, other);
  return mailbox;
}

/** Leads the demo's own connections to where the sandbox is now; those that somebody added or removed are left alone. */
export async function connectAgain(ctx: Ctx, { connections, secrets }: SeedRooms, config: Config): Promise<void> {
  const there = await connections.list(ctx);
  const demo = demoConnections(config, widgetSecret(secrets, ctx.workspaceId));
  for (const { connectorId, label, baseUrl, credentials } of demo) {
    const mine = there.find((connection) => connection.connectorId === connectorId && connection.label === label);
    if (mine) await connections.update(ctx, mine.id, { baseUrl: baseUrl ?? null, credentials });
  }
}
