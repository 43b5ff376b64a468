import { Logger } from 'graphile-worker';
import type { Log } from '../log/log';

/** graphile-worker's log lines in ours. Each job's own end is logged by `JobTask`, with its request. */
export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    // An enum that exists in types alone.
    const kind: string = level;
    const loud = (kind === 'error' && !message.startsWith('Failed task')) || kind === 'warning';
    if (loud && !message.startsWith('Runner stopping')) log.warn({ queue: true }, message);
    else log.debug({ queue: true }, message);
  });
}

/** For migrations, whose caller reports what happened. */
export function quietQueueLogger(): Logger {
  return new Logger(() => () => undefined);
}
