import type { ConnectionSetupBody, SetupCheckBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import type { ChannelAdapter } from '../port';
import { signsNothing } from './connection.errors';
import { ConnectionService } from './connection.service';

/** What has to stand outside this house for a channel to be believed. */
@Injectable()
export class SetupService {
  constructor(private readonly connections: ConnectionService) {}

  async read(ctx: Ctx, id: string): Promise<ConnectionSetupBody> {
    const adapter: ChannelAdapter = await this.connections.adapter(ctx, id, 'channel');
    return { checks: (await adapter.setup?.()) ?? [] };
  }

  /** Makes a key pair, signs with it from now on, and answers the record that makes it known. */
  async newKey(ctx: Ctx, id: string): Promise<SetupCheckBody> {
    const adapter: ChannelAdapter = await this.connections.adapter(ctx, id, 'channel');
    if (!adapter.newSigningKey) throw signsNothing();
    const { credentials, record } = await adapter.newSigningKey();
    await this.connections.update(ctx, id, { credentials });
    return record;
  }
}
