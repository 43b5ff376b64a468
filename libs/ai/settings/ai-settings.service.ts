import { Injectable } from '@nestjs/common';
import type { AiBudgetBody, AiMode, AiPersonalData, AiSettingsBody, AiTopicRule } from '@satchel/contracts';
import { AI_MODES, AI_TOPICS } from '@satchel/contracts';
import type { Workspace } from '@satchel/identity';
import { WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { Brains } from '../brains/brains.service';
import { budgetOf } from './budget';

type Kept = Omit<AiSettingsBody, 'brain'> & { budget: AiBudgetBody; personalData: AiPersonalData };

/** A new shop reads what the AI writes before it lets it send. */
const DEFAULTS: Omit<Kept, 'signature' | 'budget'> = {
  mode: 'draft',
  share: 100,
  people: { tiers: [], tags: [] },
  maxReplies: 8,
  answerWithinMinutes: 240,
  topics: {},
  personalData: 'tokens',
};

export type ReadSettings = Kept & Pick<AiSettingsBody, 'brain'> & { shop: string };

@Injectable()
export class AiSettings {
  constructor(
    private readonly workspaces: WorkspaceService,
    private readonly brains: Brains,
  ) {}

  async get(ctx: Ctx): Promise<ReadSettings> {
    const workspace = await this.workspaces.get(ctx);
    return { ...this.read(workspace), brain: this.brains.name, shop: workspace.name };
  }

  async body(ctx: Ctx): Promise<AiSettingsBody> {
    return { ...this.read(await this.workspaces.get(ctx)), brain: this.brains.name };
  }

  /** Kept in the workspace's settings under `ai`; what the patch leaves out stays. Topics are set one by one. */
  async update(ctx: Ctx, patch: Partial<Kept>): Promise<AiSettingsBody> {
    return ctx.transaction(async (tx) => {
      const before = this.read(await this.workspaces.get(tx));
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const ai = { ...before, ...given, topics: { ...before.topics, ...patch.topics } };
      const after = this.read(await this.workspaces.updateSettings(tx, { ai }));
      return { ...after, brain: this.brains.name };
    });
  }

  private read(workspace: Workspace): Kept {
    const kept = (workspace.settings.ai ?? {}) as Partial<Kept>;
    const { mode, signature, share, people, maxReplies, answerWithinMinutes, personalData } = kept;
    return {
      mode: isMode(mode) ? mode : DEFAULTS.mode,
      signature: typeof signature === 'string' && signature.trim() ? signature : workspace.name,
      share: typeof share === 'number' ? share : DEFAULTS.share,
      people: { tiers: people?.tiers ?? [], tags: people?.tags ?? [] },
      maxReplies: typeof maxReplies === 'number' ? maxReplies : DEFAULTS.maxReplies,
      answerWithinMinutes: typeof answerWithinMinutes === 'number' ? answerWithinMinutes : DEFAULTS.answerWithinMinutes,
      topics: topicsIn(kept.topics),
      budget: budgetOf(kept.budget),
      personalData: personalData === 'plain' ? 'plain' : DEFAULTS.personalData,
      blockOnRed: kept.blockOnRed === true,
      informal: kept.informal === true,
    };
  }
}

function topicsIn(kept: Kept['topics'] | undefined): Kept['topics'] {
  const known = AI_TOPICS.flatMap((topic): [string, AiTopicRule][] => {
    const rule = kept?.[topic];
    return rule ? [[topic, { mode: rule.mode, channels: rule.channels, trusted: rule.trusted }]] : [];
  });
  return Object.fromEntries(known);
}

const isMode = (value: unknown): value is AiMode => AI_MODES.includes(value as AiMode);
