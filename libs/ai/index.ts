export { AiModule } from './ai.module';
export { Brains } from './brains/brains.service';
export { AiSettings } from './settings/ai-settings.service';
export { ARTICLE_SEARCH, type ArticleSearch } from './tools/article-search';
export { AiTurnQueries } from './turns/turn.queries';
export { TurnService } from './turns/turn.service';
export { tellOrder } from './engine/tell-order';
export { checkReply, type GateInput, type GateResult } from './gate/gate';
export type { GateProblem } from './gate/problem';
export { LANGUAGES, type Language } from './text/language';
export type {
  ActionToolData,
  FindProductsData,
  OrderLinesData,
  PointsData,
  SearchArticlesData,
} from './tools/tool-data';
export type { FindOrdersData, OrderFacts } from './tools/order-facts';

/** Reading of messages; its rules and sentences load when first wanted, so that the start does not pay for them. */
export const loadUnderstanding = () => import('./understand');
export type { Intent, Understanding } from './understand/understanding';

/** The simulations that come along; LangChain and the engine load when they are played. */
export const playTemplates = async (k: number, most: number | null = null) =>
  (await import('./simulations/play-templates')).playTemplates(k, most);
