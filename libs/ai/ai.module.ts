import { Module } from '@nestjs/common';
import { CommerceModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { Brains } from './brains/brains.service';
import { AiSettingsController } from './settings/ai-settings.controller';
import { AiSettings } from './settings/ai-settings.service';
import { OutcomeService } from './turns/outcome.service';
import { TurnController } from './turns/turn.controller';
import { TurnHandlers } from './turns/turn.handlers';
import { AiTurnQueries } from './turns/turn.queries';
import { TurnService } from './turns/turn.service';

@Module({
  imports: [ConnectorsModule, IdentityModule, DeskModule, CommerceModule],
  controllers: [AiSettingsController, TurnController],
  providers: [AiSettings, AiTurnQueries, Brains, OutcomeService, TurnHandlers, TurnService],
  exports: [AiSettings, AiTurnQueries],
})
export class AiModule {}
