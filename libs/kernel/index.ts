export * from './config/config';
export * from './config/config-error';
export type { ClamdSettings } from './config/clamd-settings';
export type { S3Settings } from './config/s3-settings';
export * from './ctx/actor';
export * from './ctx/ctx';
export { assertSchemaAgrees } from './database/schema-agreement';
export { Database } from './database/database.service';
export { migrate, type Migration } from './database/migrate';
export { withDatabase, withoutPassword } from './database/url';
export * from './errors/app-error';
export { EventLog } from './events/event-log.service';
export { EventTail } from './events/event-tail';
export type { LoggedEvent } from './events/logged-event';
export { OnEvent, type SubscriberOptions } from './events/on-event';
export { HttpClient, type HttpInit } from './http/http-client';
export * from './http/req-ctx';
export { Shutdown, shutDownOnSignals } from './health/shutdown';
export { Clock } from './ids/clock';
export { Ids, newId } from './ids/ids';
export { defineJob, type JobDefinition } from './jobs/define-job';
export { JobHandler, type JobInfo } from './jobs/job-handler';
export type { DeadJob } from './jobs/job.queries';
export { Jobs } from './jobs/jobs.service';
export { KernelModule } from './kernel.module';
export type { KernelOptions } from './kernel.options';
export { Log } from './log/log';
export { NestLog } from './log/nest-log';
export { Metrics } from './metrics/metrics';
export {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/embedded-postgres';
export { redactSecrets } from './redact/secrets';
export { Secrets } from './secrets/secrets';
export { type Interval, wilson } from './statistics/wilson';
