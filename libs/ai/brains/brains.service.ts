import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Config, HttpClient, Log } from '@satchel/kernel';
import type { Brain, Budget } from '../loop/loop-types';

const DEFAULT_MODEL = 'gpt-5-mini';
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
const REQUEST_MS = 20_000;
/** A worker loads its brains this long after the start, when nobody waits for the start any more. */
const WARM_AFTER_MS = 4_000;

/** Which models think here: the operator's, where an endpoint is set, and always the built-in engine behind it. */
@Injectable()
export class Brains implements OnApplicationBootstrap, OnApplicationShutdown {
  /** How long a turn may think, where that is not as usual. */
  patience: Partial<Pick<Budget, 'wallMs' | 'reserveMs'>> = {};
  private loaded: Promise<Brain[]> | null = null;
  private warming: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly http: HttpClient,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    this.warming = setTimeout(() => {
      this.all().catch((error: unknown) => this.log.error({ err: error }, 'the AI engine does not load'));
    }, WARM_AFTER_MS).unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.warming);
  }

  /** The preferred brain's name, without loading any. */
  get name(): string {
    return this.endpoint ? `openai:${this.config.openaiModel ?? DEFAULT_MODEL}` : 'built-in';
  }

  /** In order of preference. Loads LangChain on first use, so that the start does not pay for it. */
  all(): Promise<Brain[]> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  /** The operator may point at a server of their own that asks for no key. */
  private get endpoint(): { apiKey: string; baseUrl: string | null } | null {
    const { openaiApiKey, openaiBaseUrl } = this.config;
    return openaiApiKey || openaiBaseUrl ? { apiKey: openaiApiKey ?? 'none', baseUrl: openaiBaseUrl } : null;
  }

  private async load(): Promise<Brain[]> {
    const { BuiltInChatModel } = await import('../engine/built-in-chat-model');
    const engine = new BuiltInChatModel();
    await Promise.all([engine.warm(), warmTurn()]);
    const builtIn: Brain = { name: 'built-in', model: engine, attempts: 1 };
    if (!this.endpoint) return [builtIn];
    const { openAiBrain } = await import('./openai-brain');
    const model = this.config.openaiModel ?? DEFAULT_MODEL;
    return [openAiBrain({ ...this.endpoint, model, fetch: (url, init) => this.fetch(url, init) }), builtIn];
  }

  /** The operator chose the address, so a private one is meant. */
  private fetch(url: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const address = url instanceof Request ? url.url : url.toString();
    return this.http.fetch(address, { ...init, allowPrivate: true, timeoutMs: REQUEST_MS, maxBytes: MAX_ANSWER_BYTES });
  }
}

/** Loads what a turn is made of and checks a first sentence, so that the first customer does not wait for it. */
async function warmTurn(): Promise<void> {
  const [{ ground }] = await Promise.all([
    import('../turns/ground'),
    import('../turns/prompt'),
    import('../loop/loop'),
  ]);
  const by = { shop: 'A shop', signature: '', customerName: '', said: '', today: new Date(0) };
  ground('Your order is on its way.', { brain: 'built-in', results: [], asked: [] }, by);
}
