import type { ThemeBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { AppError, Config, type Ctx } from '@satchel/kernel';
import { ConnectorError, type CommerceAdapter } from '../port';
import { noTheme, notTheChat, shopRefused } from './connection.errors';
import { ConnectionService } from './connection.service';

/** The chat's script in a shop's theme: put there and taken away for a person who would not edit a theme. */
@Injectable()
export class ThemeService {
  constructor(
    private readonly connections: ConnectionService,
    private readonly config: Config,
  ) {}

  read(ctx: Ctx, id: string): Promise<ThemeBody> {
    return this.asked(ctx, id, async () => undefined);
  }

  async install(ctx: Ctx, id: string, chatConnectionId: string): Promise<ThemeBody> {
    const chat = await this.connections.get(ctx, chatConnectionId);
    if (chat.traits?.addressKind !== 'visitor') throw notTheChat();
    return this.asked(ctx, id, (theme) => theme.install(`${this.config.publicUrl}/widget.js`, chat.id));
  }

  remove(ctx: Ctx, id: string): Promise<ThemeBody> {
    return this.asked(ctx, id, (theme) => theme.remove());
  }

  /** What stands there after the change, as the shop tells it. */
  private async asked(
    ctx: Ctx,
    id: string,
    change: (theme: NonNullable<CommerceAdapter['theme']>) => Promise<void>,
  ): Promise<ThemeBody> {
    const { theme } = await this.connections.adapter(ctx, id, 'commerce');
    if (!theme) throw noTheme();
    try {
      await change(theme);
      return { installed: await theme.installed() };
    } catch (error) {
      if (error instanceof AppError || !(error instanceof ConnectorError)) throw error;
      throw shopRefused(error);
    }
  }
}
