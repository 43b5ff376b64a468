import type { Config, Ctx } from '@satchel/kernel';
import { v7 } from 'uuid';
import { connect } from './demo-connections';
import { demoRows } from './demo-rows';
import type { SeedRooms } from './seed-rooms';
import { writeArticles } from './write-articles';
import { writeRows } from './write-rows';

/** As the AI signs its own messages. */
const AI_NAME = 'Satchel AI';
const BRAIN = 'built-in';
const PREVIEW_CHARS = 140;

const trusted = { mode: 'auto', channels: {}, trusted: true } as const;
/** Whoever looks around wants to see it act; a shop of its own opens topic by topic. */
const TRUSTED = {
  cancellations: trusted,
  order_changes: trusted,
  refunds: trusted,
  subscriptions: trusted,
};

/** People, connections and a fortnight of tickets. The colleagues have the admin's password, to try two at once. */
export async function fillWorkspace(
  ctx: Ctx,
  rooms: SeedRooms,
  config: Config,
  admin: { email: string; password: string },
): Promise<void> {
  const { workspaceId } = ctx;
  const [, maya, tom] = await Promise.all(
    [
      { email: admin.email, name: 'Robin Ashdown', role: 'owner' as const },
      { email: 'maya@fernhill.example', name: 'Maya Lindqvist', role: 'lead' as const },
      { email: 'tom@fernhill.example', name: 'Tom Okafor', role: 'agent' as const },
    ].map((person) => rooms.people.create(ctx, { ...person, workspaceId, password: admin.password })),
  );
  if (!maya || !tom) throw new Error('the demo has no colleagues');
  const mail = await connect(ctx, rooms, config);
  await rooms.workspaces.updateSettings(ctx, {
    ai: { mode: 'auto', signature: 'Fernhill Outfitters', topics: TRUSTED },
  });

  const rows = demoRows({
    now: new Date(),
    writers: { maya, tom, aiName: AI_NAME },
    // The ids sort by the time they tell of, as they would if it had happened.
    newId: (at) => v7({ msecs: at.getTime() }),
    previewOf: (text) => text.replace(/\s+/g, ' ').slice(0, PREVIEW_CHARS),
  });
  await writeRows(ctx, rows, { connectionId: mail.id, brain: BRAIN });
  await writeArticles(ctx, rooms);
}
