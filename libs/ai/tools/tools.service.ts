import { ACTIONS, ActionRuns, Availability, Sources } from '@satchel/actions';
import { CommerceService } from '@satchel/commerce';
import type { Ctx } from '@satchel/kernel';
import { PolicyService } from '@satchel/policies';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Identities } from '../identity/identities.service';
import { identityTools } from '../identity/identity-tools';
import { ActionDesk } from './action-desk.service';
import { actionTool } from './action-tool';
import { AI_ACTIONS, AI_LOOKUPS } from './ai-actions';
import { ARTICLE_SEARCH, type ArticleSearch } from './article-search';
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
    private readonly policies: PolicyService,
    private readonly desk: ActionDesk,
    private readonly sources: Sources,
    private readonly commerce: CommerceService,
    private readonly identities: Identities,
    @Optional() @Inject(ARTICLE_SEARCH) private readonly articles: ArticleSearch | null,
  ) {}

  async offered(ctx: Ctx, binding: ToolBinding): Promise<readonly AiTool[]> {
    const [actions, lookups] = await Promise.all([this.actions(ctx, binding), this.lookups(ctx)]);
    return [...TOOLS, ...lookups, ...actions];
  }

  private async lookups(ctx: Ctx): Promise<AiTool[]> {
    const [shops, loyalty, subscriptions] = await Promise.all([
      this.sources.all(ctx, 'commerce'),
      this.sources.all(ctx, 'loyalty'),
      this.sources.all(ctx, 'subscription'),
    ]);
    return [
      ...(shops.length > 0 ? [orderLinesTool(this.commerce), ...identityTools(this.identities)] : []),
      ...(shops.some(({ adapter }) => adapter.products) ? [findProductsTool(this.commerce)] : []),
      ...(loyalty.length > 0 ? [pointsTool(this.sources)] : []),
      ...(subscriptions.length > 0 ? [subscriptionsTool(this.sources)] : []),
      ...(this.articles ? [searchArticlesTool(this.articles)] : []),
    ];
  }

  private async actions(ctx: Ctx, { ticketId }: ToolBinding): Promise<AiTool[]> {
    const [{ document }, scene] = await Promise.all([this.policies.current(ctx), this.runs.scene(ctx, { ticketId })]);
    const known = await this.availability.at(ctx, scene, null);
    const possible = new Set(known.flatMap(({ name, availability }) => (availability?.possible ? [name] : [])));
    // Switched off for everybody, or for the AI alone, where the rules know such a switch.
    const { off = {} } = document as { off?: Record<string, string> };
    return ACTIONS.filter(({ name, risk }) => (risk === 'read' ? AI_LOOKUPS.includes(name) : name in AI_ACTIONS))
      .filter(({ name }) => possible.has(name) && !document.ai.never.includes(name) && !(name in off))
      .map((action) => actionTool(action, this.desk));
  }
}
