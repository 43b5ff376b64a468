import { type Action, ACTIONS, ActionRuns, Availability, Sources } from '@satchel/actions';
import { CommerceService } from '@satchel/commerce';
import type { Ctx } from '@satchel/kernel';
import { PolicyService } from '@satchel/policies';
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

  /** Operations of the merchant's own systems, as far as they can be held to one customer. */
  private async custom(ctx: Ctx, actions: readonly Action[]): Promise<AiTool[]> {
    if (actions.length === 0) return [];
    const systems = await this.sources.all(ctx, 'custom');
    const told = await Promise.all(
      systems.map(async ({ connection, adapter }) => {
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
    const allowed = ACTIONS.filter(
      ({ name }) => possible.has(name) && !document.ai.never.includes(name) && !(name in off),
    );
    const offered = allowed.filter(({ name, risk }) =>
      risk === 'read' ? AI_LOOKUPS.includes(name) : name in AI_ACTIONS,
    );
    const custom = await this.custom(
      ctx,
      allowed.filter(({ name }) => CUSTOM_ACTIONS.includes(name)),
    );
    return [...offered.map((action) => actionTool(action, this.desk)), ...custom];
  }
}
