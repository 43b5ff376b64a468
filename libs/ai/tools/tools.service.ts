import { type Action, ACTIONS, ActionRuns, Availability, type Reach, type Scene, Sources } from '@satchel/actions';
import { CommerceService } from '@satchel/commerce';
import type { Ctx } from '@satchel/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Identities } from '../identity/identities.service';
import { identityTools } from '../identity/identity-tools';
import { ActionDesk } from './action-desk.service';
import { actionTool } from './action-tool';
import { AI_ACTIONS, AI_LOOKUPS, CUSTOM_ACTIONS } from './ai-actions';
import { ARTICLE_SEARCH, type ArticleSearch } from './article-search';
import { boundOperation, uniquely } from './custom-operation';
import { customTool } from './custom-tools';
import { findProductsTool } from './find-products.tool';
import { orderLinesTool } from './order-lines.tool';
import { pointsTool } from './points.tool';
import { searchArticlesTool } from './search-articles.tool';
import { subscriptionsTool } from './subscriptions.tool';
import type { AiTool, ToolBinding } from './tool';
import { TOOLS } from './toolbox';

/** The tools that exist here and now. What a shop's connections cannot do, or its policy keeps from the AI, is not offered. */
@Injectable()
export class Tools {
  constructor(
    private readonly availability: Availability,
    private readonly runs: ActionRuns,
    private readonly desk: ActionDesk,
    private readonly sources: Sources,
    private readonly commerce: CommerceService,
    private readonly identities: Identities,
    @Optional() @Inject(ARTICLE_SEARCH) private readonly articles: ArticleSearch | null,
  ) {}

  async offered(ctx: Ctx, binding: ToolBinding): Promise<readonly AiTool[]> {
    const [reach, scene] = await Promise.all([
      this.availability.reach(ctx),
      this.runs.scene(ctx, { ticketId: binding.ticketId }),
    ]);
    return [...TOOLS, ...this.lookups(reach), ...(await this.actions(ctx, scene, reach))];
  }

  /** Operations of the merchant's own systems, as far as they can be held to one customer. */
  private async custom(actions: readonly Action[], { systems }: Reach): Promise<AiTool[]> {
    if (actions.length === 0) return [];
    const told = await Promise.all(
      systems.of('custom').map(async ({ connection, adapter }) => {
        const operations = await adapter.operations().catch(() => []);
        return operations.flatMap((one) => boundOperation(connection.id, one) ?? []);
      }),
    );
    const operations = uniquely(told.flat());
    return actions.flatMap((action) => {
      const effect = action.risk === 'read' ? 'read' : 'write';
      const fitting = operations.filter((one) => one.effect === effect);
      return customTool(action, fitting, this.desk) ?? [];
    });
  }

  private lookups({ systems }: Reach): AiTool[] {
    const shops = systems.of('commerce');
    return [
      ...(shops.length > 0 ? [orderLinesTool(this.commerce), ...identityTools(this.identities)] : []),
      ...(shops.some(({ adapter }) => adapter.products) ? [findProductsTool(this.commerce)] : []),
      ...(systems.of('loyalty').length > 0 ? [pointsTool(this.sources)] : []),
      ...(systems.of('subscription').length > 0 ? [subscriptionsTool(this.sources)] : []),
      ...(this.articles ? [searchArticlesTool(this.articles)] : []),
    ];
  }

  private async actions(ctx: Ctx, scene: Scene, reach: Reach): Promise<AiTool[]> {
    const { document } = reach.policy;
    const known = await this.availability.at(ctx, scene, null, reach);
    const possible = new Set(known.flatMap(({ name, availability }) => (availability?.possible ? [name] : [])));
    // Switched off for everybody, or for the AI alone, where the rules know such a switch.
    const { off = {} } = document as { off?: Record<string, string> };
    const allowed = ACTIONS.filter(
      ({ name }) => possible.has(name) && !document.ai.never.includes(name) && !(name in off),
    );
    const offered = allowed.filter(({ name, risk }) =>
      risk === 'read' ? AI_LOOKUPS.includes(name) : name in AI_ACTIONS,
    );
    const custom = await this.custom(
      allowed.filter(({ name }) => CUSTOM_ACTIONS.includes(name)),
      reach,
    );
    return [...offered.map((action) => actionTool(action, this.desk)), ...custom];
  }
}
