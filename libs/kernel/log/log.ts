import { Inject, Injectable } from '@nestjs/common';
import pino from 'pino';
import { Config, type LogLevel } from '../config/config';
import { currentRequestId } from './request-scope';

/** Never written, wherever they stand up to three levels deep. */
const SECRET_KEYS = ['authorization', 'cookie', '"set-cookie"', 'password', 'token', 'secret', 'credentials', 'apiKey'];
const REDACT = SECRET_KEYS.flatMap((key) =>
  key.startsWith('"') ? [`[${key}]`, `*[${key}]`, `*.*[${key}]`] : [key, `*.${key}`, `*.*.${key}`],
);

/** One line of JSON per happening, with the id of the request that caused it. */
@Injectable()
export class Log {
  private readonly sink: pino.Logger;

  constructor(@Inject(Config) config: Pick<Config, 'logLevel'>, sink?: pino.Logger) {
    this.sink = sink ?? pino(optionsOf(config.logLevel));
  }

  /** Writes elsewhere than to standard output. */
  static to(stream: pino.DestinationStream, logLevel: LogLevel): Log {
    return new Log({ logLevel }, pino(optionsOf(logLevel), stream));
  }

  child(fields: Record<string, unknown>): Log {
    return new Log({ logLevel: this.sink.level as LogLevel }, this.sink.child(fields));
  }

  debug(fields: object, message: string): void {
    this.sink.debug(fields, message);
  }

  info(fields: object, message: string): void {
    this.sink.info(fields, message);
  }

  warn(fields: object, message: string): void {
    this.sink.warn(fields, message);
  }

  error(fields: object, message: string): void {
    this.sink.error(fields, message);
  }
}

function optionsOf(level: LogLevel): pino.LoggerOptions {
  const mixin = (): object => {
    const requestId = currentRequestId();
    return requestId ? { requestId } : {};
  };
  return { level, base: undefined, redact: { paths: REDACT, censor: '[redacted]' }, mixin };
}
