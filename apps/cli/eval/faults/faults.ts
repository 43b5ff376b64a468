import { gzipSync } from 'node:zlib';
import {
  type Answers,
  call,
  completion,
  events,
  json,
  looked,
  lookUp,
  QUERY,
  RIGHT,
  say,
  stream,
  use,
  well,
} from './wire';

/** What no customer may ever read: planted in errors and bodies. */
export const INSIDE = ['internal-llm-07', 'sk-inside-4711', 'Traceback', 'at Object.', 'PROXY-SECRET'];
const STACK = 'Traceback (most recent call last): at Object.run internal-llm-07 key sk-inside-4711';
const LOST = `<html><body><h1>502</h1> PROXY-SECRET internal-llm-07</body></html>`;

const refuses =
  (status: number, error: unknown = { message: STACK }, headers: Record<string, string> = {}): Answers =>
  (_asked, response) =>
    json(response, { error }, status, headers);
/** Only the first answer is wrong. */
const once =
  (fault: Answers): Answers =>
  (asked, response, at) =>
    at === 1 ? fault(asked, response, at) : well(asked, response);
/** Wrong from when the tool has answered. */
const afterLooking =
  (fault: Answers): Answers =>
  (asked, response, at) =>
    looked(asked) ? fault(asked, response, at) : well(asked, response);
const says =
  (content: string, more: Record<string, unknown> = {}): Answers =>
  (asked, response) =>
    asked.stream ? stream(response, events(say(content))) : json(response, completion(say(content), more));
const answers =
  (
    message: Record<string, unknown>,
    more: Record<string, unknown> = {},
    choice: Record<string, unknown> = {},
  ): Answers =>
  (asked, response) =>
    asked.stream
      ? stream(response, events(message, choice.finish_reason))
      : json(response, completion(message, more, choice));
const uses = (...calls: unknown[]): Answers => answers(use(...calls));
const bytes =
  (body: string, type = 'application/json'): Answers =>
  (_asked, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
const cut =
  (type: string, part: string): Answers =>
  (_asked, response) => {
    response.writeHead(200, { 'content-type': type });
    response.write(part);
    setTimeout(() => response.destroy(), 20);
  };
const late =
  (ms: number, then: Answers = well): Answers =>
  (asked, response, at) =>
    void setTimeout(() => response.destroyed || then(asked, response, at), ms).unref();
const slowTokens: Answers = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
};
const streamed = events(say(RIGHT));
const halfStream: Answers = (asked, response, at) =>
  asked.stream
    ? cut('text/event-stream', streamed.slice(0, 3).join(''))(asked, response, at)
    : refuses(400, { message: 'only streams' })(asked, response, at);

/** Every fault by its name. Times are a tenth of what they stand for, as the whole turn's limit is. */
export const FAULTS: Record<string, Answers> = {
  '401': refuses(401),
  '403': refuses(403),
  '404 model': refuses(404, { message: STACK, code: 'model_not_found' }),
  '408': refuses(408),
  '409': refuses(409),
  '413': refuses(413),
  '422': refuses(422),
  '429 bare': refuses(429, undefined),
  '429 retry-after 0': refuses(429, { message: STACK }, { 'retry-after': '0' }),
  '429 retry-after 2': refuses(429, { message: STACK, code: 'rate_limit_exceeded' }, { 'retry-after': '2' }),
  '429 retry-after 600': refuses(429, { message: STACK, code: 'rate_limit_exceeded' }, { 'retry-after': '600' }),
  '429 quota': refuses(429, { message: STACK, code: 'insufficient_quota' }),
  '429 once': once(refuses(429, { message: STACK, code: 'rate_limit_exceeded' }, { 'retry-after': '0' })),
  '500': refuses(500),
  '500 once': once(refuses(500)),
  '502 with a page': (_asked, response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end(LOST);
  },
  '503': refuses(503),
  '503 after a look-up': afterLooking(refuses(503)),
  '529': refuses(529),
  '200 with an error': answers({}, { error: { message: STACK }, choices: undefined }),
  '200 with a page': bytes(LOST, 'text/html'),
  '204': (_asked, response) => void response.writeHead(204).end(),
  'redirect elsewhere': (_asked, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/x' }).end(),
  'redirect to itself': (_asked, response) => void response.writeHead(307, { location: '/v1/chat/completions' }).end(),
  'slow first byte, 5 s': late(500),
  'slow first byte, 40 s': late(4_000),
  'slow tokens': slowTokens,
  'never answers': () => undefined,
  'cut before the first byte': (_asked, response) => response.destroy(),
  'cut before the first token': cut('text/event-stream', ''),
  'cut in the text': cut('application/json', JSON.stringify(completion(say(RIGHT))).slice(0, 150)),
  'cut in the arguments': cut('application/json', JSON.stringify(completion(lookUp())).slice(0, 210)),
  'stream cut in the text': halfStream,
  'stream without [DONE]': (asked, response, at) =>
    asked.stream ? stream(response, streamed.slice(0, -1)) : refuses(400)(asked, response, at),
  'stream ignored': (asked, response, at) =>
    asked.stream
      ? json(response, completion(looked(asked) ? say(RIGHT) : lookUp()))
      : refuses(400)(asked, response, at),
  'stream of junk': (asked, response, at) =>
    asked.stream ? stream(response, ['data: {nope\n\n', 'data: [DONE]\n\n']) : refuses(400)(asked, response, at),
  'empty body': bytes(''),
  'null body': bytes('null'),
  'no choices': answers({}, { choices: [] }),
  'choices missing': answers({}, { choices: undefined }),
  'message missing': answers({}, {}, { message: undefined }),
  'null content': answers({ content: null }),
  'empty content': says(''),
  'only blanks': says(' \n\u200b'),
  'content as a list': answers({ content: [{ type: 'text', text: RIGHT }] }),
  'finish length': answers(say('Your order is'), {}, { finish_reason: 'length' }),
  'finish content_filter': answers(say('Your'), {}, { finish_reason: 'content_filter' }),
  'refusal field': answers({ content: null, refusal: 'I cannot help with that.' }),
  'refusal in words': says("I'm sorry, but as an AI language model I cannot help with that."),
  'role missing': answers({ ...lookUp(), role: undefined }),
  'constant id': answers(say(RIGHT), { id: 'same' }),
  'constant id after a look-up': (asked, response) =>
    json(response, completion(looked(asked) ? say(RIGHT) : lookUp(), { id: 'same' })),
  'duplicate call ids': uses(
    call('find_products', { query: QUERY }, 'same'),
    call('find_products', { query: 'Red' }, 'same'),
  ),
  'call id missing': (asked, response, at) =>
    looked(asked)
      ? well(asked, response)
      : uses({ ...call('find_products', { query: QUERY }), id: undefined })(asked, response, at),
  'five calls at once': (asked, response, at) =>
    looked(asked)
      ? well(asked, response)
      : uses(
          ...['1', '2', '3', '4'].map((id) => call('find_products', { query: `${QUERY} ${id}` }, id)),
          call('find_products', { query: QUERY }, '5'),
        )(asked, response, at),
  'arguments as an object': answers(
    use({ id: 'a', type: 'function', function: { name: 'find_products', arguments: { query: QUERY } } }),
  ),
  'arguments that are no JSON': uses(call('find_products', '{"query": ')),
  'arguments encoded twice': uses(call('find_products', JSON.stringify(JSON.stringify({ query: QUERY })))),
  'arguments as a list': uses(call('find_products', '[1]')),
  'arguments null': uses(call('find_products', 'null')),
  'arguments of the wrong type': uses(call('find_products', { query: 700_001 })),
  'arguments too many': uses(call('find_products', { query: QUERY, customerId: 'x' })),
  'unknown tool': uses(call('run_sql', { sql: 'select 1' })),
  'tool without a name': uses(call('', {})),
  'tool of another step': uses(call('check_code', { code: '000000' })),
  'the same call for ever': (_asked, response) => json(response, completion(lookUp())),
  'another call for ever': (_asked, response, at) =>
    json(response, completion(use(call('find_products', { query: `${QUERY} ${at}` })))),
  '200 calls': uses(
    ...Array.from({ length: 200 }, (_, at) => call('search_articles', { query: `word ${at}` }, `c${at}`)),
  ),
  '1 MB of text': says('Your order is fine. '.repeat(52_000)),
  '5 MB of text': says('Your order is fine. '.repeat(260_000)),
  'zero-width text': afterLooking(says([...RIGHT].join('\u200b'))),
  'bidi text': afterLooking(says(`\u202e${RIGHT}\u202c`)),
  'NUL and half a character': afterLooking(says(`${RIGHT}\u0000\ud800`)),
  'another language': afterLooking(says('您的订单已付款，尚未发货。')),
  'reasoning_content field': afterLooking(
    answers({ content: RIGHT, reasoning_content: 'They seem poor. sk-inside-4711' }),
  ),
  'think tags': afterLooking(says(`<think>They seem poor. internal-llm-07</think>${RIGHT}`)),
  'think without an end': afterLooking(says(`<think>They seem poor. internal-llm-07 ${RIGHT}`)),
  'end of thinking alone': afterLooking(says(`They seem poor. internal-llm-07</think>${RIGHT}`)),
  'call as JSON in the text': says(`{"name":"find_products","arguments":{"query":"${QUERY}"}}`),
  'call as a tag in the text': says(`<tool_call>{"name":"find_products"}</tool_call>`),
  'call as a function in the text': says(`find_products(query="${QUERY}")`),
  'special tokens': says(`<|im_start|>assistant ${RIGHT}<|im_end|>`),
  'stack in the text': says(STACK),
  'usage missing': afterLooking(answers(say(RIGHT), { usage: undefined })),
  'usage huge': afterLooking(
    answers(say(RIGHT), { usage: { prompt_tokens: 1e300, completion_tokens: -5, total_tokens: 'x' } }),
  ),
  'json_schema unsupported': refuses(400, { message: STACK, code: 'unsupported_parameter' }),
  'tools unsupported': refuses(400, { message: STACK, param: 'tools' }),
  'context too long': refuses(400, { message: STACK, code: 'context_length_exceeded' }),
  'gzip that is none': (_asked, response) =>
    json(response, completion(say(RIGHT)), 200, { 'content-encoding': 'gzip' }),
  gzip: (asked, response) =>
    json(response, gzipSync(JSON.stringify(completion(looked(asked) ? say(RIGHT) : lookUp()))), 200, {
      'content-encoding': 'gzip',
    }),
  'byte order mark': (asked, response) =>
    json(response, `\ufeff${JSON.stringify(completion(looked(asked) ? say(RIGHT) : lookUp()))}`),
  'latin-1 bytes': (_asked, response) =>
    json(response, Buffer.from(JSON.stringify(completion(say('Voilà, é'))), 'latin1')),
  'length header too long': (_asked, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99999' });
    response.write(JSON.stringify(completion(say(RIGHT))));
    setTimeout(() => response.destroy(), 20);
  },
};

/** Where nothing answers at all: addresses in place of the server's. */
export const ADDRESSES: Record<string, (port: number) => string> = {
  'connection refused': () => 'http://127.0.0.1:9/v1',
  'name without an address': () => 'http://internal-llm-07.invalid/v1',
  'TLS spoken to none': (port) => `https://127.0.0.1:${port}/v1`,
};
