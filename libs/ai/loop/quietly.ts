import { AsyncLocalStorage } from 'node:async_hooks';
import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons';

AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new AsyncLocalStorage());

/**
 * Runs a model call with LangChain's tracing off, whatever the environment says: a variable left over from another tool
 * must not send customers' words to a tracing service. A run tree that is marked "not traced" stands in for one.
 */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  return AsyncLocalStorageProviderSingleton.runWithConfig({ callbacks: [] }, work);
}
