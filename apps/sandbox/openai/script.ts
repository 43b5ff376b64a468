/** One scripted answer. The parts combine: a status with headers, words with tool calls, a delay with anything. */
export interface Step {
  text?: string;
  tool_calls?: { name: string; arguments?: unknown; id?: string }[];
  /** Overrides `stop` / `tool_calls`, e.g. `length` or `content_filter`. */
  finish_reason?: string;
  /** An HTTP answer of its own, before any model speaks. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Between the chunks of a stream. */
  chunkDelayMs?: number;
  /** The connection ends after so many bytes of the answer. */
  cutAfterBytes?: number;
  /** Tool arguments that are not JSON, cut in the middle. */
  malformed?: boolean;
  /** This id for the completion and its tool calls, the same each time. */
  constantId?: string;
  /** The body is this text, not JSON (a proxy's error page, say); true: a usual one. */
  notJson?: boolean | string;
  /** Falls through to the standing model, with this step's delay, cut and id. */
  model?: boolean;
}

export interface Recorded {
  at: string;
  path: string;
  headers: Record<string, unknown>;
  body: unknown;
}

export type Manner = 'sensible' | 'obey';

/** What the test asked the model to say, and what clients asked the model. */
export class Script {
  private steps: Step[] = [];
  private repeat = false;
  manner: Manner = 'sensible';
  requests: Recorded[] = [];

  load(steps: Step[], repeat: boolean): void {
    this.steps = [...steps];
    this.repeat = repeat;
  }

  /** The next step; null: no script, the standing model answers. */
  next(): Step | null {
    const step = this.steps.shift() ?? null;
    if (step && this.repeat) this.steps.push(step);
    return step;
  }

  get left(): number {
    return this.steps.length;
  }

  clear(): void {
    this.load([], false);
    this.requests = [];
    this.manner = 'sensible';
  }
}
