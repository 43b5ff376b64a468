import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, AIMessageChunk } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { Memory } from '../conversation/memory';
import { storable } from '../text/storable';
import { quietly } from './quietly';
import { repeatsPrompt } from './repeats-prompt';

/** One step of a model, checked: text, calls, or both. */
export interface Answer {
  text: string;
  calls: { id: string; name: string; args: Record<string, unknown> }[];
  /** As it goes into the conversation, under ids of our own. */
  message: AIMessage;
  tokens: { input: number; output: number };
  intent: string | null;
  /** Of the built-in engine alone: no model's words become memory. */
  memory: Memory | null;
}

export interface Fault {
  /** What went wrong, in a few words for the turn's record; never the server's own text. */
  fault: string;
  error?: unknown;
}

export function isFault(answer: Answer | Fault): answer is Fault {
  return 'fault' in answer;
}

/** A reply longer than this is a model that lost its way; it is refused before anything reads it. */
const MAX_TEXT = 20_000;

export async function ask(input: {
  model: Runnable<BaseLanguageModelInput, AIMessageChunk>;
  messages: BaseMessage[];
  timeoutMs: number;
  signal?: AbortSignal;
  newId: () => string;
  streamed: boolean;
}): Promise<Answer | Fault> {
  const limit = AbortSignal.timeout(Math.max(1, Math.floor(input.timeoutMs)));
  const signal = input.signal ? AbortSignal.any([limit, input.signal]) : limit;
  try {
    const reply = await raced(
      signal,
      quietly(() =>
        input.streamed
          ? readStream(input.model, input.messages, signal)
          : input.model.invoke(input.messages, { signal }),
      ),
    );
    const answer = check(reply, input.newId);
    if (!isFault(answer) && repeatsPrompt(answer.text, input.messages)) return { fault: 'it recites its instructions' };
    return answer;
  } catch (error) {
    return { fault: signal.aborted ? 'out of time' : 'the request failed', error };
  }
}

/** A server that never answers an abort must not hold the customer's turn. */
async function raced<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('aborted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}

async function readStream(
  model: Runnable<BaseLanguageModelInput, AIMessageChunk>,
  messages: BaseMessage[],
  signal: AbortSignal,
): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | null = null;
  for await (const chunk of await model.stream(messages, { signal })) {
    whole = whole ? whole.concat(chunk) : chunk;
    if (whole.text.length > MAX_TEXT) throw new Error('The model does not stop writing.');
  }
  return whole ?? new AIMessageChunk('');
}

function check(reply: AIMessage | AIMessageChunk, newId: () => string): Answer | Fault {
  const raw = storable(reply.text);
  if (raw.length > MAX_TEXT) return { fault: 'the answer is too long' };
  if ((reply.invalid_tool_calls ?? []).length > 0) return { fault: 'a tool call that is not JSON' };
  const { finish_reason: finish } = reply.response_metadata as { finish_reason?: string };
  if (finish === 'length') return { fault: 'the answer was cut' };
  if (finish === 'content_filter') return { fault: "the server's filter stopped the answer" };
  if (typeof reply.additional_kwargs.refusal === 'string' && reply.additional_kwargs.refusal)
    return { fault: 'the model refused' };

  const text = withoutThoughts(raw);
  if (text === null) return { fault: 'the answer was cut while thinking' };
  const wanted = reply.tool_calls ?? [];
  if (wanted.some((call) => typeof call.args !== 'object' || call.args === null || Array.isArray(call.args)))
    return { fault: 'tool arguments that are no object' };
  if (wanted.length === 0 && text === '') return { fault: 'an empty answer' };
  if (REFUSAL.test(text)) return { fault: 'the model refused' };
  if (wanted.length === 0 && looksLikeCall(text)) return { fault: 'a tool call written as text' };

  // Servers repeat ids of messages and calls, or leave them out; ours are unique, so no result lands under a wrong call.
  const calls = wanted.map((call) => ({
    id: newId(),
    name: call.name,
    args: storable(call.args as Record<string, unknown>),
  }));
  const message = new AIMessage({
    id: newId(),
    content: text,
    tool_calls: calls.map((call) => ({ ...call, type: 'tool_call' as const })),
  });
  const usage = reply.usage_metadata;
  const { intent, memory } = reply.additional_kwargs as { intent?: unknown; memory?: Memory };
  return {
    text,
    calls,
    message,
    tokens: { input: count(usage?.input_tokens), output: count(usage?.output_tokens) },
    intent: typeof intent === 'string' ? intent : null,
    memory: memory ?? null,
  };
}

/** Some servers put a model's thinking into its answer. Null when the thinking never ended. */
function withoutThoughts(text: string): string | null {
  const rest = text.replace(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, '');
  return /<\/?(?:think|thinking|reasoning)>/i.test(rest) ? null : rest.trim();
}

/** What models say of themselves instead of an answer. */
const REFUSAL =
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model)\b|\bi(?:'|\u2019| a)?m (?:just |only )?an? (?:ai|(?:large )?language) model\b|\bals (?:ki|sprachmodell)\b|\ben tant qu'(?:ia|intelligence artificielle)\b|\bcomo (?:una )?(?:ia|modelo de lenguaje)\b|\bals (?:ai|taalmodel)\b/i;

function looksLikeCall(text: string): boolean {
  return (
    // A name that stands for somebody's data begins with brackets as well.
    /^\s*(?:```(?:json)?\s*)?(?:\{|\[(?!\[[a-z]+-\d))/.test(text) ||
    /<\/?(?:tool_call|function_call|tools?|function)\b|<\|/i.test(text) ||
    /\b(?:find_orders|track_shipment|hand_over|[a-z]+(?:_[a-z]+)+)\s*\(|\b(?:find_orders|track_shipment|hand_over)\b/.test(
      text,
    )
  );
}

function count(tokens: number | undefined): number {
  return typeof tokens === 'number' && Number.isFinite(tokens) && tokens > 0 && tokens < 1e9 ? Math.round(tokens) : 0;
}
