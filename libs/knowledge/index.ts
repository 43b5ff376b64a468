export { ArticleService, type NewArticle } from './article/article.service';
export { HelpCentreHost, type Shop } from './help-centre/help-centre.port';
export { KnowledgeModule } from './knowledge.module';
export { KnowledgeService } from './knowledge.service';
export type { SearchRequest } from './retrieval/retrieval.service';
