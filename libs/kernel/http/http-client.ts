import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher, fetch as undiciFetch, type RequestInit as UndiciInit } from 'undici';
import { AppError } from '../errors/app-error';
import { Log } from '../log/log';
import { checkLiteralHost, guardedLookup } from './address-guard';
import { limitBody } from './limit-body';

export type HttpInit = RequestInit & {
  /** For the whole answer, body included. */
  timeoutMs?: number;
  /** Also addresses that are not on the public Internet: the sandbox, a merchant's own network. */
  allowPrivate?: boolean;
  maxBytes?: number;
};

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * The one way out to other systems. Throws `AppError`: `address_refused` (never retry), `too_many_redirects`,
 * `timeout`, `unreachable` (both may be retried, if what was asked may happen twice), and, while the body is read, `too_large`.
 */
@Injectable()
export class HttpClient implements OnApplicationShutdown {
  private readonly guarded: Dispatcher = new Agent({ connect: { lookup: guardedLookup, timeout: 10_000 } });
  private readonly open: Dispatcher = new Agent({ connect: { timeout: 10_000 } });

  constructor(@Inject(Log) private readonly log: Log) {}

  async fetch(url: string, init: HttpInit = {}): Promise<Response> {
    const { timeoutMs = TIMEOUT_MS, allowPrivate = false, maxBytes = MAX_BYTES, signal: given, ...rest } = init;
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = given ? AbortSignal.any([given, limit]) : limit;
    const started = performance.now();
    let target = new URL(url);
    let request: RequestInit = { ...rest, redirect: 'manual', signal };
    for (let hops = 0; ; hops += 1) {
      const response = await this.hop(target, request, allowPrivate, { given, limit, timeoutMs });
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || !location || init.redirect === 'manual') {
        const ms = Math.round(performance.now() - started);
        this.log.debug(
          { method: request.method ?? 'GET', url: shown(target), status: response.status, ms },
          'asked outside',
        );
        return limitBody(response, maxBytes, shown(target));
      }
      await response.body?.cancel();
      if (hops === MAX_REDIRECTS || init.redirect === 'error') {
        throw new AppError('too_many_redirects', 502, `${shown(target)} redirects too often.`, { retryable: false });
      }
      const next = new URL(location, target);
      request = follow(request, response.status, next.origin !== target.origin);
      target = next;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.open.destroy()]);
  }

  private async hop(
    target: URL,
    request: RequestInit,
    allowPrivate: boolean,
    time: { given: AbortSignal | null | undefined; limit: AbortSignal; timeoutMs: number },
  ): Promise<Response> {
    if (!['http:', 'https:'].includes(target.protocol)) {
      throw new AppError('address_refused', 400, 'Only http and https addresses are asked.', { retryable: false });
    }
    if (!allowPrivate) checkLiteralHost(target.hostname);
    const dispatcher = allowPrivate ? this.open : this.guarded;
    try {
      // undici's own types and Node's global ones describe the same objects.
      return await undiciFetch(target, { ...(request as UndiciInit), dispatcher });
    } catch (error) {
      if (time.given?.aborted) throw error;
      const { cause } = error as { cause?: Error & { code?: string } };
      if (cause instanceof AppError) throw cause;
      this.log.debug({ url: shown(target), err: error }, 'no answer from outside');
      if (time.limit.aborted) {
        throw new AppError('timeout', 504, `${target.host} did not answer within ${time.timeoutMs} ms.`, {
          retryable: true,
          cause: error,
        });
      }
      const reason = cause?.code ?? cause?.message ?? String(error);
      throw new AppError('unreachable', 502, `${target.host} cannot be reached (${reason}).`, {
        retryable: true,
        cause: error,
      });
    }
  }
}

/** As browsers do: a POST that is sent elsewhere becomes a GET, and another origin never sees the credentials. */
function follow(request: RequestInit, status: number, otherOrigin: boolean): RequestInit {
  const method = (request.method ?? 'GET').toUpperCase();
  const headers = new Headers(request.headers);
  if (otherOrigin) for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 307 && method === 'POST';
  const next: RequestInit = { ...request, headers: Object.fromEntries(headers) };
  if (!becomesGet) return next;
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  return { ...next, method: 'GET', body: undefined, headers: Object.fromEntries(headers) };
}

/** Queries carry tokens: logs and messages show the address without them. */
function shown(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
