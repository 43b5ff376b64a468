import { Module } from '@nestjs/common';
import { ArticleController } from './article/article.controller';
import { ArticleService } from './article/article.service';
import { GapsController } from './gaps/gaps.controller';
import { GapsService } from './gaps/gaps.service';
import { ImportController } from './imports/import.controller';
import { ImportService } from './imports/import.service';
import { Pages } from './imports/pages';
import { KnowledgeService } from './knowledge.service';
import { PassageIndex } from './passages/passage-index.service';
import { RetrievalService } from './retrieval/retrieval.service';

@Module({
  // The first that fits answers: names stand before ids.
  controllers: [ImportController, GapsController, ArticleController],
  providers: [ArticleService, GapsService, ImportService, KnowledgeService, Pages, PassageIndex, RetrievalService],
  exports: [ArticleService, KnowledgeService],
})
export class KnowledgeModule {}
