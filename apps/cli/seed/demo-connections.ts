import type { NewConnection } from '@satchel/connectors';
import type { Config, Ctx } from '@satchel/kernel';
import type { SeedRooms } from './seed-rooms';

const SUPPORT_ADDRESS = 'support@fernhill.example';

/** The mailbox, the shop and the carrier of the demo: all three are the sandbox's. */
function demoConnections({ sandboxUrl, sandboxSmtpPort }: Config): [mail: NewConnection, ...others: NewConnection[]] {
  return [
    {
      connectorId: 'email',
      label: 'Support mailbox',
      address: SUPPORT_ADDRESS,
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
  ];
}

/** Makes the connections; answers the mailbox. */
export async function connect(ctx: Ctx, { connections }: SeedRooms, config: Config): Promise<{ id: string }> {
  const [mail, ...others] = demoConnections(config);
  const mailbox = await connections.create(ctx, mail);
  for (const other of others) await connections.create(ctx, other);
  return mailbox;
}

/** Leads the demo's own connections to where the sandbox is now; those that somebody added or removed are left alone. */
export async function connectAgain(ctx: Ctx, { connections }: SeedRooms, config: Config): Promise<void> {
  const there = await connections.list(ctx);
  for (const { connectorId, label, baseUrl, credentials } of demoConnections(config)) {
    const mine = there.find((connection) => connection.connectorId === connectorId && connection.label === label);
    if (mine) await connections.update(ctx, mine.id, { baseUrl: baseUrl ?? null, credentials });
  }
}
