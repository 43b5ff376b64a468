import { OpenAIEmbeddings } from '@langchain/openai';

export interface EmbedderSettings {
  apiKey: string;
  /** Null: OpenAI's own address. */
  baseUrl: string | null;
  model: string;
  fetch: typeof fetch;
}

export type Embedder = (texts: readonly string[]) => Promise<number[][]>;

/** Any server that speaks OpenAI's embeddings. Load it by dynamic import only: the package is large. */
export function openAiEmbedder({ apiKey, baseUrl, model, fetch }: EmbedderSettings): Embedder {
  const client = new OpenAIEmbeddings({
    model,
    apiKey,
    // Who asks decides on another try: a job has its own, a customer waits for none.
    maxRetries: 0,
    batchSize: 64,
    // Few compatible servers speak the packed form.
    encodingFormat: 'float',
    configuration: { ...(baseUrl ? { baseURL: baseUrl } : {}), fetch },
  });
  return (texts) => client.embedDocuments([...texts]);
}
