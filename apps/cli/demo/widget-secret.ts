import type { Secrets } from '@satchel/kernel';

/** What the demo's shop signs its customers' tokens with: this installation's own, the same at each start. */
export function widgetSecret(secrets: Secrets, workspaceId: string): string {
  return secrets.sign('demo.widget', workspaceId);
}
