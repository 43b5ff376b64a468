import type { WidgetConfigBody } from '@satchel/contracts';
import { type Workspace, WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live-sockets';
import type { WidgetDoor } from './widget-door.service';

/** The house's own bounds, for a channel that names none. */
const MOST_FILES = 10;
const MOST_BYTES = 25 * 1024 * 1024;
const MOST_CHARS = 10_000;

@Injectable()
export class WidgetConfig {
  constructor(
    private readonly workspaces: WorkspaceService,
    private readonly live: LiveSockets,
  ) {}

  async of(door: WidgetDoor): Promise<WidgetConfigBody> {
    const { settings } = door.widget;
    const { maxBytes, maxFiles } = fileLimits(door);
    const workspace = await this.workspaces.get(door.ctx);
    return {
      workspaceName: workspace.name,
      color: settings.color,
      position: settings.position,
      greeting: settings.greeting,
      preChat: settings.preChat,
      online: await this.isOnline(door),
      identityRequired: settings.identityRequired,
      answersByAi: answersByAi(workspace),
      files: { maxBytes, maxFiles },
      maxChars: door.traits.maxChars ?? MOST_CHARS,
    };
  }

  /** Whether what the AI writes goes to visitors, and is not only a draft for people. */
  async answersByAi(ctx: Ctx): Promise<boolean> {
    return answersByAi(await this.workspaces.get(ctx));
  }

  /** Whether somebody can answer now: as the settings say, or as long as a console is open. */
  async isOnline({ widget, ctx }: WidgetDoor): Promise<boolean> {
    const open = widget.open();
    return open === 'ask' ? this.live.someoneIsHere(ctx.workspaceId) : open === 'open';
  }
}

const answersByAi = ({ settings }: Workspace): boolean =>
  (settings['ai'] as { mode?: unknown } | undefined)?.mode === 'auto';

export function fileLimits({ traits }: WidgetDoor): { maxBytes: number; maxFiles: number } {
  return { maxBytes: traits.maxFileBytes ?? MOST_BYTES, maxFiles: traits.files ? (traits.maxFiles ?? MOST_FILES) : 0 };
}
