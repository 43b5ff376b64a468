import { type ChannelWidget, ConnectionService } from '@satchel/connectors';
import type { ChannelTraits } from '@satchel/contracts';
import { type Ctx, Database } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** One chat as its visitors reach it. */
export interface WidgetDoor {
  connectionId: string;
  /** In the chat's workspace, for nobody in particular. */
  ctx: Ctx;
  widget: ChannelWidget;
  traits: ChannelTraits;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** From a key, which anybody can read on the shop's page, to the chat behind it. */
@Injectable()
export class WidgetDoors {
  constructor(
    private readonly connections: ConnectionService,
    private readonly database: Database,
  ) {}

  /** Null: there is no such chat, or it is switched off. */
  async open(key: unknown): Promise<WidgetDoor | null> {
    if (typeof key !== 'string' || !UUID.test(key)) return null;
    const channel = await this.connections.channelOfAny(this.database.system(), key);
    const { widget, traits } = channel?.adapter ?? {};
    if (!channel || !widget || !traits) return null;
    const visitor = { kind: 'customer', id: null, name: 'Visitor', role: null } as const;
    return { connectionId: channel.id, ctx: this.database.ctx(channel.workspaceId, visitor), widget, traits };
  }
}
