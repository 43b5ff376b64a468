import { Module } from '@nestjs/common';
import { Adapters } from './connection/adapters.service';
import { Channels } from './connection/channels.service';
import { ConnectionController } from './connection/connection.controller';
import { ConnectionQueries } from './connection/connection.queries';
import { ConnectionService } from './connection/connection.service';
import { HealthService } from './connection/health.service';
import { ClusterLock } from './doorway/cluster-lock';
import { Doorway } from './doorway/doorway.service';
import { Hooks } from './doorway/hooks';
import { EnvelopeQueries } from './doorway/envelope.queries';
import { EnvelopeService } from './doorway/envelope.service';
import { Listeners } from './doorway/listeners.service';
import { Recipients } from './smtp-door/recipients';
import { SmtpDoor } from './smtp-door/smtp-door.service';

@Module({
  controllers: [ConnectionController],
  providers: [
    Adapters,
    Channels,
    ConnectionQueries,
    ConnectionService,
    HealthService,
    ClusterLock,
    Doorway,
    EnvelopeQueries,
    EnvelopeService,
    Hooks,
    Listeners,
    Recipients,
    SmtpDoor,
  ],
  exports: [Channels, ConnectionService, Doorway, EnvelopeService, SmtpDoor],
})
export class ConnectorsModule {}
