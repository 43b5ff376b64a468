import { Module } from '@nestjs/common';
import { Adapters } from './connection/adapters.service';
import { Channels } from './connection/channels.service';
import { ConnectionController } from './connection/connection.controller';
import { ConnectionQueries } from './connection/connection.queries';
import { ConnectionService } from './connection/connection.service';
import { LookupHealth } from './connection/lookup-health.service';
import { HealthWatch } from './connection/health-watch.service';
import { HealthService } from './connection/health.service';
import { OAuthFlowQueries } from './connection/oauth-flow.queries';
import { OAuthController } from './connection/oauth.controller';
import { OAuthService } from './connection/oauth.service';
import { SetupController } from './connection/setup.controller';
import { SetupService } from './connection/setup.service';
import { ThemeController } from './connection/theme.controller';
import { ThemeService } from './connection/theme.service';
import { CustomOperationsController } from './custom-api/custom-operations.controller';
import { CustomOperations } from './custom-api/custom-operations.service';
import { ClusterLock } from './doorway/cluster-lock';
import { Doorway } from './doorway/doorway.service';
import { HookRegistrations } from './doorway/hook-registrations';
import { Hooks } from './doorway/hooks';
import { EnvelopeQueries } from './doorway/envelope.queries';
import { EnvelopeService } from './doorway/envelope.service';
import { Listeners } from './doorway/listeners.service';
import { BackfillJob } from './ledger/backfill.job';
import { EnvelopeListQueries } from './ledger/envelope-list.queries';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerQueries } from './ledger/ledger.queries';
import { Ledger } from './ledger/ledger.service';
import { ReconciliationService } from './ledger/reconciliation.service';
import { Recipients } from './smtp-door/recipients';
import { SmtpDoor } from './smtp-door/smtp-door.service';

@Module({
  controllers: [
    ConnectionController,
    CustomOperationsController,
    LedgerController,
    OAuthController,
    SetupController,
    ThemeController,
  ],
  providers: [
    Adapters,
    Channels,
    BackfillJob,
    ConnectionQueries,
    ConnectionService,
    CustomOperations,
    HealthService,
    HealthWatch,
    ClusterLock,
    Doorway,
    EnvelopeListQueries,
    EnvelopeQueries,
    EnvelopeService,
    HookRegistrations,
    Hooks,
    Ledger,
    LedgerQueries,
    Listeners,
    OAuthFlowQueries,
    OAuthService,
    LookupHealth,
    ReconciliationService,
    Recipients,
    SetupService,
    ThemeService,
    SmtpDoor,
  ],
  exports: [
    Channels,
    ClusterLock,
    ConnectionService,
    Doorway,
    EnvelopeService,
    LookupHealth,
    ReconciliationService,
    SmtpDoor,
  ],
})
export class ConnectorsModule {}
