export { ConnectionEntity } from './connection/connection.entity';
export { ConnectionService, type NewConnection } from './connection/connection.service';
export { ConnectorsModule } from './connectors.module';
export { InboundEnvelopeEntity } from './doorway/envelope.entity';
export { EnvelopeService, type TakenEnvelope } from './doorway/envelope.service';
export { intakeJob } from './doorway/intake.job';
export * from './port';
export { SmtpDoor } from './smtp-door/smtp-door.service';
