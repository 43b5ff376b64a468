import { randomBytes } from 'node:crypto';
import type { Step } from './script';
import { textOf, type ChatRequest, type Said, type ToolCall } from './wire.types';

const unique = (prefix: string) => `${prefix}${randomBytes(12).toString('hex')}`;

/** Rough, but steady: four characters a token. */
const tokens = (text: string) => Math.ceil(text.length / 4);

export interface Completion {
  id: string;
  created: number;
  model: string;
  said: Said;
  calls: ToolCall[];
  finish: string;
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
}

export function complete(request: ChatRequest, said: Said, step: Step | null, now: Date): Completion {
  const calls = said.calls.map((call): ToolCall => ({
    id: call.id ?? step?.constantId ?? unique('call_'),
    type: 'function',
    function: {
      name: call.name,
      // Broken on purpose: what a model writes when it runs out of tokens in the middle.
      arguments: step?.malformed ? call.arguments.slice(0, -1) + ',"' : call.arguments,
    },
  }));
  const asked = request.messages.reduce((sum, message) => sum + tokens(textOf(message)), 0);
  const spoken = tokens(said.text ?? '') + calls.reduce((sum, call) => sum + tokens(call.function.arguments) + 8, 0);
  return {
    id: step?.constantId ?? unique('chatcmpl-'),
    created: Math.floor(now.getTime() / 1000),
    model: request.model ?? 'sandbox',
    said,
    calls,
    finish: said.finish ?? (calls.length > 0 ? 'tool_calls' : 'stop'),
    usage: { prompt_tokens: asked, completion_tokens: spoken, total_tokens: asked + spoken },
  };
}

export function plainBody(done: Completion): string {
  return JSON.stringify({
    id: done.id,
    object: 'chat.completion',
    created: done.created,
    model: done.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: done.said.text,
          refusal: null,
          ...(done.calls.length > 0 ? { tool_calls: done.calls } : {}),
        },
        logprobs: null,
        finish_reason: done.finish,
      },
    ],
    usage: done.usage,
    system_fingerprint: 'fp_sandbox',
  });
}

/** The same as server-sent events: role first, words in small pieces, arguments in pieces, finish, usage, [DONE]. */
export function streamEvents(done: Completion, includeUsage: boolean): string[] {
  const base = { id: done.id, object: 'chat.completion.chunk', created: done.created, model: done.model };
  const chunk = (delta: unknown, finish: string | null = null) =>
    JSON.stringify({
      ...base,
      system_fingerprint: 'fp_sandbox',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(includeUsage ? { usage: null } : {}),
    });
  const pieces = (text: string) => text.match(/[\s\S]{1,12}/g) ?? [];
  const events = [chunk({ role: 'assistant', content: done.said.text === null ? null : '', refusal: null })];
  for (const piece of pieces(done.said.text ?? '')) events.push(chunk({ content: piece }));
  done.calls.forEach((call, index) => {
    const {
      id,
      type,
      function: { name, arguments: args },
    } = call;
    events.push(chunk({ tool_calls: [{ index, id, type, function: { name, arguments: '' } }] }));
    for (const piece of pieces(args)) events.push(chunk({ tool_calls: [{ index, function: { arguments: piece } }] }));
  });
  events.push(chunk({}, done.finish));
  if (includeUsage) events.push(JSON.stringify({ ...base, choices: [], usage: done.usage }));
  return [...events, '[DONE]'].map((data) => `data: ${data}\n\n`);
}
