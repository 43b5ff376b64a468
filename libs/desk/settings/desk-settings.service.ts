import { WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import type { DeskSettingsBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';

const DEFAULTS: DeskSettingsBody = {
  acknowledge: {
    enabled: false,
    subject: 'We received your message',
    text: 'Thank you for writing to us. Your message has arrived, and a person will answer it as soon as possible.',
  },
  undoSeconds: 10,
};

/** The desk's own settings, kept with the workspace. */
@Injectable()
export class DeskSettings {
  constructor(private readonly workspaces: WorkspaceService) {}

  async get(ctx: Ctx): Promise<DeskSettingsBody> {
    const stored = (await this.workspaces.get(ctx)).settings['desk'] as Partial<DeskSettingsBody> | undefined;
    return {
      acknowledge: { ...DEFAULTS.acknowledge, ...stored?.acknowledge },
      undoSeconds: stored?.undoSeconds ?? DEFAULTS.undoSeconds,
    };
  }

  async update(
    ctx: Ctx,
    changes: { acknowledge?: Partial<DeskSettingsBody['acknowledge']>; undoSeconds?: number },
  ): Promise<DeskSettingsBody> {
    const before = await this.get(ctx);
    const desk: DeskSettingsBody = {
      acknowledge: { ...before.acknowledge, ...changes.acknowledge },
      undoSeconds: changes.undoSeconds ?? before.undoSeconds,
    };
    await this.workspaces.updateSettings(ctx, { desk });
    return desk;
  }
}
