import { ConnectionService } from '@satchel/connectors';
import { WorkspaceService } from '@satchel/identity';
import { type Config, Database, Log, Secrets, SYSTEM } from '@satchel/kernel';
import type { RunningServer } from '../../server/main';
import { DEMO_SLUG } from '../demo/demo-state';
import { widgetSecret } from '../demo/widget-secret';

const LIMIT_MS = 2_000;

/** Tells the sandbox's shop which chat its pages show. The demo is whole without it, so a failure is only logged. */
export async function embedWidget({ app, url }: RunningServer, { sandboxUrl }: Config): Promise<void> {
  try {
    const database = app.get(Database);
    const workspaces = await app.get(WorkspaceService).list(database.system());
    const demo = workspaces.find(({ slug, isDemo }) => slug === DEMO_SLUG && isDemo);
    if (!demo) return;
    const channels = await app.get(ConnectionService).list(database.ctx(demo.id, SYSTEM), 'channel');
    const chat = channels.find(({ connectorId, enabled }) => connectorId === 'chat' && enabled);
    if (!chat) return;
    const secret = widgetSecret(app.get(Secrets), demo.id);
    const answer = await fetch(`${sandboxUrl}/__control/widget`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scriptUrl: `${url}/widget.js`, key: chat.id, secret }),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  } catch (error) {
    app.get(Log).warn({ err: error }, "the demo's shop shows no chat");
  }
}
