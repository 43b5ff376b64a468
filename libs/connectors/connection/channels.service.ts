import type { ChannelTraits, MessageTemplateBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { Clock, type Ctx } from '@satchel/kernel';
import type { ChannelAdapter } from '../port';
import { ConnectionService } from './connection.service';

/** An enabled channel as its users see it: by what it can carry. */
export interface Channel {
  connectionId: string;
  connectorId: string;
  label: string;
  address: string | null;
  traits: ChannelTraits;
}

/** Traits change with a connection's settings only; every reply asks for them. */
const KEEP_CHANNELS_MS = 3_000;
/** Vendors approve templates in hours, and count the questions. */
const KEEP_TEMPLATES_MS = 5 * 60_000;

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

/** The channels of a workspace and the templates of each, kept for a moment. */
@Injectable()
export class Channels {
  private readonly channels = new Map<string, Kept<Channel[]>>();
  private readonly templates = new Map<string, Kept<MessageTemplateBody[]>>();

  constructor(
    private readonly connections: ConnectionService,
    private readonly clock: Clock,
  ) {}

  list(ctx: Ctx): Promise<Channel[]> {
    return this.kept(this.channels, ctx.workspaceId, KEEP_CHANNELS_MS, async () =>
      (await this.connections.byKind(ctx, 'channel')).map(({ connection, adapter }) => ({
        connectionId: connection.id,
        connectorId: connection.connectorId,
        label: connection.label,
        address: connection.address,
        traits: adapter.traits,
      })),
    );
  }

  async of(ctx: Ctx, connectionId: string): Promise<Channel | null> {
    return (await this.list(ctx)).find((it) => it.connectionId === connectionId) ?? null;
  }

  /** Approved messages of a connection; empty where the channel knows none. */
  async templatesOf(ctx: Ctx, connectionId: string, fresh = false): Promise<MessageTemplateBody[]> {
    const adapter: ChannelAdapter = await this.connections.adapter(ctx, connectionId, 'channel');
    if (fresh) this.templates.delete(connectionId);
    return this.kept(this.templates, connectionId, KEEP_TEMPLATES_MS, async () => (await adapter.templates?.()) ?? []);
  }

  private kept<T>(store: Map<string, Kept<T>>, key: string, ms: number, make: () => Promise<T>): Promise<T> {
    const now = this.clock.now().getTime();
    const known = store.get(key);
    if (known && known.until > now) return known.value;
    const value = make();
    store.set(key, { value, until: now + ms });
    // A failure is told to whoever asked, and not remembered.
    value.catch(() => store.delete(key));
    return value;
  }
}
