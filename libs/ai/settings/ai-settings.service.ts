import { Injectable } from '@nestjs/common';
import type { AiMode, AiSettingsBody } from '@satchel/contracts';
import type { Workspace } from '@satchel/identity';
import { WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { Brains } from '../brains/brains.service';

/** A new shop reads what the AI writes before it lets it send. */
const DEFAULT_MODE: AiMode = 'draft';

@Injectable()
export class AiSettings {
  constructor(
    private readonly workspaces: WorkspaceService,
    private readonly brains: Brains,
  ) {}

  async get(ctx: Ctx): Promise<AiSettingsBody & { shop: string }> {
    return this.read(await this.workspaces.get(ctx));
  }

  /** Kept in the workspace's settings under `ai`; what the patch leaves out stays. */
  async update(ctx: Ctx, patch: Partial<Pick<AiSettingsBody, 'mode' | 'signature'>>): Promise<AiSettingsBody> {
    return ctx.transaction(async (tx) => {
      const { mode, signature } = this.read(await this.workspaces.get(tx));
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const saved = this.read(await this.workspaces.updateSettings(tx, { ai: { mode, signature, ...given } }));
      return { mode: saved.mode, signature: saved.signature, brain: saved.brain };
    });
  }

  private read(workspace: Workspace): AiSettingsBody & { shop: string } {
    const kept = (workspace.settings.ai ?? {}) as { mode?: unknown; signature?: unknown };
    return {
      mode: kept.mode === 'auto' || kept.mode === 'off' || kept.mode === 'draft' ? kept.mode : DEFAULT_MODE,
      signature: typeof kept.signature === 'string' && kept.signature.trim() ? kept.signature : workspace.name,
      brain: this.brains.name,
      shop: workspace.name,
    };
  }
}
