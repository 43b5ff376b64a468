import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Asked {
  messages: { role: string; content: unknown }[];
  stream?: boolean;
}

/** What a fault does with one request; `at` counts them from 1. */
export type Answers = (asked: Asked, response: ServerResponse, at: number) => void;

export const QUERY = 'Ridge Pack';
/** What the model says when nothing is wrong, from what its look-up returned. */
export const RIGHT = 'We have the Ridge Pack in blue and in red, for 89.00 EUR.';

type Message = Record<string, unknown>;

export const say = (content: string): Message => ({ content });
export const call = (name: string, args: unknown, id = 'call_1') => ({
  id,
  type: 'function',
  function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
});
export const use = (...calls: unknown[]): Message => ({ content: null, tool_calls: calls });
export const lookUp = (): Message => use(call('find_products', { query: QUERY }));

export const looked = ({ messages }: Asked): boolean => messages.some(({ role }) => role === 'tool');

export const completion = (message: Message, more: Message = {}, choice: Message = {}): Message => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'scripted',
  choices: [
    {
      index: 0,
      finish_reason: message.tool_calls ? 'tool_calls' : 'stop',
      message: { role: 'assistant', content: null, ...message },
      ...choice,
    },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  ...more,
});

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

/** The same answer as the server would stream it. */
export function events(message: Message, finish?: unknown): string[] {
  const chunk = (delta: Message, end: unknown = null): string =>
    `data: ${JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'scripted',
      choices: [{ index: 0, delta, finish_reason: end }],
    })}\n\n`;
  const calls = (message.tool_calls as Record<string, unknown>[] | undefined)?.map((one, index) => ({ index, ...one }));
  const text = typeof message.content === 'string' ? message.content : '';
  const pieces = text.match(text.length > 20_000 ? /[\s\S]{1,4096}/g : /[\s\S]{1,12}/g) ?? [];
  return [
    chunk({ role: 'assistant', content: calls ? null : '' }),
    ...pieces.map((content) => chunk({ content })),
    ...(calls ? [chunk({ tool_calls: calls })] : []),
    chunk({}, finish ?? (calls ? 'tool_calls' : 'stop')),
    'data: [DONE]\n\n',
  ];
}

export function stream(response: ServerResponse, pieces: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(pieces.join(''));
}

/** As a server answers that is in order. */
export function well(asked: Asked, response: ServerResponse): void {
  const message = looked(asked) ? say(RIGHT) : lookUp();
  if (asked.stream) stream(response, events(message));
  else json(response, completion(message));
}

export async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{"messages":[]}') as Asked;
}
