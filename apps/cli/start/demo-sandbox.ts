import { ConnectionService } from '@satchel/connectors';
import type { ConnectionBody } from '@satchel/contracts';
import { WorkspaceService } from '@satchel/identity';
import { type Config, Database, Log, Secrets, SYSTEM } from '@satchel/kernel';
import type { RunningServer } from '../../server/main';
import { DEMO_SLUG } from '../demo/demo-state';
import { widgetSecret } from '../demo/widget-secret';
import { META_VERIFY_TOKEN } from '../seed/demo-connections';

const LIMIT_MS = 2_000;
/** The sandbox's name for the vendor behind a channel of the demo. */
const VENDORS: Record<string, { vendor: string; verifyToken?: string }> = {
  sms: { vendor: 'twilio-sms' },
  whatsapp: { vendor: 'meta', verifyToken: META_VERIFY_TOKEN },
  social: { vendor: 'social', verifyToken: META_VERIFY_TOKEN },
};

/**
 * Tells the sandbox where its vendors call us, and which chat the shop's pages show. The demo is whole without it, so a
 * failure is only logged. To be done again whenever the sandbox is started anew: it remembers nothing.
 */
export async function introduceToSandbox({ app, url }: RunningServer, { sandboxUrl }: Config): Promise<void> {
  const tell = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${sandboxUrl}/__control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${path}: ${await answer.text()}`);
  };
  try {
    const database = app.get(Database);
    const workspaces = await app.get(WorkspaceService).list(database.system());
    const demo = workspaces.find(({ slug, isDemo }) => slug === DEMO_SLUG && isDemo);
    if (!demo) return;
    const ctx = database.ctx(demo.id, SYSTEM);
    const connections = app.get(ConnectionService);
    const channels = await connections.list(ctx, 'channel');
    const enabled = (connectorId: string): ConnectionBody | undefined =>
      channels.find((it) => it.connectorId === connectorId && it.enabled);
    for (const [connectorId, hook] of Object.entries(VENDORS)) {
      const hookUrl = enabled(connectorId)?.hookUrl;
      if (hookUrl) await tell('hooks', { ...hook, url: hookUrl });
    }
    const chat = enabled('chat');
    const secret = widgetSecret(app.get(Secrets), demo.id);
    if (chat) await tell('widget', { scriptUrl: `${url}/widget.js`, key: chat.id, secret });
    // What each system may do is known once it was asked.
    const systems = (await connections.list(ctx)).filter(({ kind, enabled: on }) => kind !== 'channel' && on);
    for (const { id } of systems) await connections.check(ctx, id);
  } catch (error) {
    app.get(Log).warn({ err: error }, 'the simulated vendors do not know where to call');
  }
}
