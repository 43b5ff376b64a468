import { ACTIONS, ActionRuns, Availability } from '@satchel/actions';
import type { Ctx } from '@satchel/kernel';
import { PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import { ActionDesk } from './action-desk.service';
import { actionTool } from './action-tool';
import { AI_ACTIONS } from './ai-actions';
import type { AiTool, ToolBinding } from './tool';
import { TOOLS } from './toolbox';

/** The tools that exist here and now. What a shop's connections cannot do, or its policy keeps from the AI, is not offered. */
@Injectable()
export class Tools {
  constructor(
    private readonly availability: Availability,
    private readonly runs: ActionRuns,
    private readonly policies: PolicyService,
    private readonly desk: ActionDesk,
  ) {}

  async offered(ctx: Ctx, binding: ToolBinding): Promise<readonly AiTool[]> {
    return [...TOOLS, ...(await this.actions(ctx, binding))];
  }

  private async actions(ctx: Ctx, { ticketId }: ToolBinding): Promise<AiTool[]> {
    const [{ document }, scene] = await Promise.all([this.policies.current(ctx), this.runs.scene(ctx, { ticketId })]);
    const known = await this.availability.at(ctx, scene, null);
    const possible = new Set(known.flatMap(({ name, availability }) => (availability?.possible ? [name] : [])));
    return ACTIONS.filter(({ name, risk }) => name in AI_ACTIONS && risk !== 'read' && possible.has(name))
      .filter(({ name }) => !document.ai.never.includes(name))
      .map((action) => actionTool(action, this.desk));
  }
}
