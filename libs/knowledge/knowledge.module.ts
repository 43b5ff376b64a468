import { Module } from '@nestjs/common';
import { ArticleController } from './article/article.controller';
import { ArticleService } from './article/article.service';
import { Embeddings } from './embeddings/embeddings.service';
import { GapsController } from './gaps/gaps.controller';
import { GapsService } from './gaps/gaps.service';
import { HelpCentreHost } from './help-centre/help-centre.port';
import { HelpController } from './help-centre/help.controller';
import { HelpService } from './help-centre/help.service';
import { HelpLimits } from './help-centre/limits';
import { ImportController } from './imports/import.controller';
import { ImportService } from './imports/import.service';
import { Pages } from './imports/pages';
import { KnowledgeService } from './knowledge.service';
import { PassageIndex } from './passages/passage-index.service';
import { RetrievalService } from './retrieval/retrieval.service';

@Module({
  // The first that fits answers: names stand before ids.
  controllers: [ImportController, GapsController, ArticleController, HelpController],
  providers: [
    ArticleService,
    Embeddings,
    GapsService,
    HelpCentreHost,
    HelpLimits,
    HelpService,
    ImportService,
    KnowledgeService,
    Pages,
    PassageIndex,
    RetrievalService,
  ],
  exports: [ArticleService, HelpCentreHost, KnowledgeService],
})
export class KnowledgeModule {}
