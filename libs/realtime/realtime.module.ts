import { LoyaltyModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { Module } from '@nestjs/common';
import { ConsoleChangesReader } from './console/console-changes';
import { ConsoleGateway } from './console/console.gateway';
import { LiveSockets } from './live-sockets';
import { AiTyping } from './widget/ai-typing.service';
import { ContinuationQueries } from './widget/continuation.queries';
import { Continuation } from './widget/continuation.service';
import { FileLinks } from './widget/file-links';
import { LoyaltyGreeting } from './widget/loyalty-greeting';
import { WidgetRateLimits } from './widget/rate-limits';
import { WidgetConfig } from './widget/widget-config.service';
import { WidgetDoors } from './widget/widget-door.service';
import { WidgetListeners } from './widget/widget-listeners';
import { WidgetMessageQueries } from './widget/widget-message.queries';
import { WidgetMessages } from './widget/widget-messages.service';
import { WidgetPush } from './widget/widget-push.service';
import { WidgetSend } from './widget/widget-send.service';
import { WidgetSessionEntity } from './widget/widget-session.entity';
import { WidgetSessionQueries } from './widget/widget-session.queries';
import { WidgetSessions } from './widget/widget-sessions.service';
import { WidgetWatch } from './widget/widget-watch.service';
import { WidgetController } from './widget/widget.controller';
import { WidgetGateway } from './widget/widget.gateway';

export const realtimeEntities = [WidgetSessionEntity];

@Module({
  imports: [ConnectorsModule, CustomersModule, DeskModule, IdentityModule, LoyaltyModule],
  controllers: [WidgetController],
  providers: [
    AiTyping,
    ConsoleChangesReader,
    ConsoleGateway,
    Continuation,
    ContinuationQueries,
    FileLinks,
    LiveSockets,
    LoyaltyGreeting,
    WidgetConfig,
    WidgetDoors,
    WidgetGateway,
    WidgetListeners,
    WidgetMessageQueries,
    WidgetMessages,
    WidgetPush,
    WidgetRateLimits,
    WidgetSend,
    WidgetSessionQueries,
    WidgetSessions,
    WidgetWatch,
  ],
})
export class RealtimeModule {}
