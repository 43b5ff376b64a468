import { Module } from '@nestjs/common';
import { ArticleService } from './article/article.service';
import { KnowledgeService } from './knowledge.service';
import { PassageIndex } from './passages/passage-index.service';
import { RetrievalService } from './retrieval/retrieval.service';

@Module({
  providers: [ArticleService, KnowledgeService, PassageIndex, RetrievalService],
  exports: [ArticleService, KnowledgeService],
})
export class KnowledgeModule {}
