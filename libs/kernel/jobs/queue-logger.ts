import { Logger } from 'graphile-worker';
import type { Log } from '../log/log';

/** graphile-worker's log lines in ours; its chatter about every job stays at debug. */
export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ queue: true }, message);
    else if (level === 'warning') log.warn({ queue: true }, message);
    else log.debug({ queue: true }, message);
  });
}

/** For migrations, whose caller reports what happened. */
export function quietQueueLogger(): Logger {
  return new Logger(() => () => undefined);
}
