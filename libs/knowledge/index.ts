export { ArticleService, type NewArticle } from './article/article.service';
export { KnowledgeModule } from './knowledge.module';
export { KnowledgeService } from './knowledge.service';
export type { SearchRequest } from './retrieval/retrieval.service';
