import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestScope {
  requestId: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** The request (or the request that caused this job) whose work is running now. */
export function currentRequestId(): string | undefined {
  return scopes.getStore()?.requestId;
}

export function inRequest<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}
