import { TeachingController } from './teaching/teaching.controller';
import { ProcedureController } from './procedures/procedure.controller';
import { Module } from '@nestjs/common';
import { ActionsModule } from '@satchel/actions';
import { CommerceModule, LoyaltyModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { KnowledgeModule } from '@satchel/knowledge';
import { PoliciesModule } from '@satchel/policies';
import { aiProviders } from './ai.providers';
import { CopilotController } from './copilot/copilot.controller';
import { copilotProviders } from './copilot/copilot.providers';
import { HandoffController } from './handoff/handoff.controller';
import { TopicController } from './modes/topic.controller';
import { AiSettingsController } from './settings/ai-settings.controller';
import {
  AiReplayController,
  SimulationController,
  TicketSimulationController,
} from './simulations/simulation.controller';
import { AiSettings } from './settings/ai-settings.service';
import { ARTICLE_SEARCH } from './tools/article-search';
import { Articles } from './tools/articles.service';
import { TurnReplayController } from './replay/turn-replay.controller';
import { TurnController } from './turns/turn.controller';
import { AiTurnQueries } from './turns/turn.queries';

@Module({
  imports: [
    ConnectorsModule,
    IdentityModule,
    DeskModule,
    CommerceModule,
    LoyaltyModule,
    ActionsModule,
    KnowledgeModule,
    PoliciesModule,
  ],
  controllers: [
    CopilotController,
    TeachingController,
    ProcedureController,
    AiSettingsController,
    HandoffController,
    TopicController,
    TurnController,
    TurnReplayController,
    SimulationController,
    AiReplayController,
    TicketSimulationController,
  ],
  providers: [...aiProviders, ...copilotProviders, { provide: ARTICLE_SEARCH, useClass: Articles }],
  exports: [AiSettings, AiTurnQueries],
})
export class AiModule {}
