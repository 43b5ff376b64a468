import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Nest's own lines in our log: `app.useLogger(new NestLog(log))`. Its chatter about routes stays at debug. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.sink.debug(fieldsOf(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.sink.debug(fieldsOf(rest), String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.sink.debug(fieldsOf(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.sink.warn(fieldsOf(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const fields = message instanceof Error ? { ...fieldsOf(rest), err: message } : fieldsOf(rest);
    this.sink.error(fields, message instanceof Error ? message.message : String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Nest passes the stack (if any) and then the context as trailing strings. */
function fieldsOf(rest: unknown[]): Record<string, unknown> {
  const context = rest.at(-1);
  const stack = rest.length > 1 ? rest[0] : undefined;
  return { ...(typeof context === 'string' && { context }), ...(typeof stack === 'string' && { stack }) };
}
