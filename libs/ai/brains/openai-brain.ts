import { ChatOpenAI } from '@langchain/openai';
import type { Brain } from '../loop/loop-types';

export interface OpenAiSettings {
  apiKey: string;
  /** Null: OpenAI's own address. */
  baseUrl: string | null;
  model: string;
  fetch: typeof fetch;
}

/** One request's limit; the turn's own wall is above it. */
const TIMEOUT_MS = 20_000;

/** Any server that speaks OpenAI's chat completions. Load it by dynamic import only: the package is large. */
export function openAiBrain({ apiKey, baseUrl, model, fetch }: OpenAiSettings): Brain {
  return {
    name: `openai:${model}`,
    attempts: 2,
    model: new ChatOpenAI({
      model,
      apiKey,
      // One retry inside, one of the loop's own: more would outlast the customer's patience.
      maxRetries: 1,
      timeout: TIMEOUT_MS,
      // Compatible servers speak completions; few speak the newer responses API.
      useResponsesApi: false,
      // Asked for by `stream_options`, which older servers refuse.
      streamUsage: false,
      configuration: { ...(baseUrl ? { baseURL: baseUrl } : {}), fetch },
    }),
  };
}
