import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { OrderBody } from '@satchel/contracts';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { openAiBrain } from '../brains/openai-brain';
import { BuiltInChatModel } from '../engine/built-in-chat-model';
import { analyse } from '../engine/analyse';
import { fence } from '../text/fence';
import type { AiTool, ToolBinding } from '../tools/tool';
import { defineTool } from '../tools/tool';
import { TOOLS } from '../tools/toolbox';
import { Pseudonyms } from '../privacy/pseudonyms';
import { conclude } from '../turns/conclude';
import { ground } from '../turns/ground';
import { bodyOf } from '../turns/letter';
import type { Brain, Budget, LoopResult } from './loop';
import { runLoop } from './loop';

type Script = (request: any, response: ServerResponse, count: number) => void;

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const completion = (message: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  id: 'same-id-every-time',
  object: 'chat.completion',
  created: 1,
  model: 'scripted',
  choices: [
    {
      index: 0,
      finish_reason: message.tool_calls ? 'tool_calls' : 'stop',
      message: { role: 'assistant', content: null, ...message },
    },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  ...more,
});
const call = (name: string, args: unknown, id = 'call_1') => ({
  id,
  type: 'function',
  function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
});
const say = (content: string) => completion({ content });
const use = (...calls: unknown[]) => completion({ tool_calls: calls });
const hasResult = (request: any): boolean => request.messages.some((message: any) => message.role === 'tool');

const order = (number: string, email: string): OrderBody => ({
  id: number,
  connectionId: 'c',
  externalId: number,
  number,
  email,
  phone: null,
  placedAt: '2026-11-12T10:00:00Z',
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'fulfilled',
  total: { amount: 8900, currency: 'EUR' },
  refunded: { amount: 0, currency: 'EUR' },
  payments: [],
  refunds: [],
  returns: [],
  discountCodes: [],
  customStatus: null,
  lines: [],
  shippingAddress: { name: 'Anna', lines: ['Secret Street 5'], city: 'Berlin', postcode: '10115', country: 'DE' },
  shipments: [
    {
      trackingNumber: number === '#1001' ? '1Z999AA10123456784' : '1Z999AA10999999999',
      carrier: 'UPS',
      trackingUrl: null,
      status: 'in_transit',
      estimatedDelivery: '2026-11-22',
      deliveredAt: null,
      events: [],
    },
  ],
  adminUrl: 'https://admin.example/orders/1',
  fetchedAt: '2026-11-20T10:00:00Z',
  stale: false,
});

describe('the loop with a model behind an OpenAI-compatible address', () => {
  let server: Server;
  let script: Script;
  let requests: any[];
  let strangers: string[];

  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url !== '/v1/chat/completions') strangers.push(String(request.url));
        const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
        requests.push(body);
        script(body, response, requests.length);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requests = [];
    strangers = [];
  });

  const shop = [order('#1001', 'anna@example.com'), order('#1002', 'marco@example.com')];
  const binding = (): ToolBinding => ({
    ticketId: 't',
    customerId: 'c',
    destination: { kind: 'email', value: 'anna@example.com' },
    assurance: 1,
    verifiedAddresses: [],
    lookups: {
      findOrders: async (_ctx, { number, email }) => ({
        orders: shop.filter((each) => (number ? each.number === `#${number.replace('#', '')}` : each.email === email)),
        problems: [],
      }),
      track: async (_ctx, number) =>
        shop.flatMap((each) => each.shipments).find((each) => each.trackingNumber === number) ?? null,
    },
    now: () => new Date('2026-11-20T10:00:00Z'),
    misses: 0,
    disclosed: new Map(),
  });

  const letterhead = {
    shop: 'Fernhill Outfitters',
    signature: 'The team',
    customerName: 'Anna Bergmann',
    today: new Date('2026-11-20T10:00:00Z'),
  };
  const turn = async (
    next: Script,
    options: {
      text?: string;
      budget?: Partial<Budget>;
      alone?: boolean;
      pseudonyms?: Pseudonyms;
      messages?: BaseMessage[];
      tools?: readonly AiTool[];
    } = {},
  ): Promise<LoopResult> => {
    script = next;
    const { text = 'Where is order 1001?' } = options;
    let id = 0;
    const { port } = server.address() as AddressInfo;
    const llm = openAiBrain({ apiKey: 'k', baseUrl: `http://127.0.0.1:${port}/v1`, model: 'scripted', fetch });
    const engine: Brain = { name: 'built-in', model: new BuiltInChatModel(), attempts: 1 };
    return runLoop({
      ctx: {} as never,
      brains: options.alone ? [llm] : [llm, engine],
      binding: binding(),
      messages: options.messages ?? [new SystemMessage('rules'), new HumanMessage(fence(text))],
      check: (reply, learned) => ground(bodyOf(reply), learned, { ...letterhead, said: text }),
      pseudonyms: options.pseudonyms,
      tools: options.tools,
      newId: () => `id-${(id += 1)}`,
      elapsed: () => performance.now(),
      onError: () => undefined,
      budget: options.budget,
    });
  };
  const plan = (loop: LoopResult, request = 'Where is order 1001?') =>
    conclude({
      loop,
      request,
      analysis: analyse(request, { prior: 'en' }),
      mode: { mode: 'auto', reason: 'Trusted.' },
      hasFiles: false,
      held: null,
      ...letterhead,
      customerAddress: 'anna@example.com',
    });

  const good = 'Your order #1001 is on its way with UPS and should be with you on Sunday, November 22nd.';

  it('calls tools, answers from their results, and the reply goes out', async () => {
    const loop = await turn((request, response) =>
      json(response, hasResult(request) ? say(good) : use(call('find_orders', { orderNumber: '1001' }))),
    );
    expect(loop).toMatchObject({
      end: { kind: 'answer', text: good },
      brain: 'openai:scripted',
      modelCalls: 2,
      tokens: { input: 20, output: 10 },
      faults: [],
    });
    expect(plan(loop)).toMatchObject({ kind: 'send' });
    expect(requests[0].tools.map((tool: any) => tool.function.name)).toEqual([
      'find_orders',
      'track_shipment',
      'hand_over',
    ]);
    expect(JSON.stringify(requests[1])).not.toMatch(/Secret Street|admin\.example|anna@example/);
    expect(strangers).toEqual([]);
  });

  it('keeps results under their calls when the server repeats every id', async () => {
    await turn((request, response) =>
      json(
        response,
        hasResult(request)
          ? say(good)
          : use(
              call('find_orders', { orderNumber: '1001' }, 'x'),
              call('track_shipment', { trackingNumber: '1Z999AA10123456784' }, 'x'),
            ),
      ),
    );
    const messages = requests[1].messages;
    const ids = messages.find((message: any) => message.tool_calls).tool_calls.map((each: any) => each.id);
    expect(new Set(ids).size).toBe(2);
    expect(
      messages.filter((message: any) => message.role === 'tool').map((message: any) => message.tool_call_id),
    ).toEqual(ids);
  });

  it.each<[string, Script]>([
    ['bare 429', (_request, response) => json(response, { error: { message: 'slow down' } }, 429)],
    ['500', (_request, response) => json(response, { error: { message: 'boom' } }, 500)],
    ['401', (_request, response) => json(response, { error: { message: 'no key' } }, 401)],
    [
      'a web page',
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>'),
    ],
    ['no choices', (_request, response) => json(response, { id: 'x', object: 'chat.completion', choices: [] })],
    ['an empty answer', (_request, response) => json(response, say(''))],
    ['spaces', (_request, response) => json(response, say('  \n '))],
    ['malformed tool JSON', (_request, response) => json(response, use(call('find_orders', '{"orderNumber": 10')))],
    ['a call written as text', (_request, response) => json(response, say('{"name":"find_orders","arguments":{}}'))],
    ['thinking that never ends', (_request, response) => json(response, say('<think>hmm, the customer wants'))],
    [
      'a cut answer',
      (_request, response) =>
        json(response, {
          ...say('Your order'),
          choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: 'Your order is' } }],
        }),
    ],
    ['a megabyte of text', (_request, response) => json(response, say('x'.repeat(1_000_000)))],
    ['a closed connection', (_request, response) => void response.destroy()],
    [
      'the same call for ever',
      (_request, response) => json(response, use(call('find_orders', { orderNumber: '1001' }))),
    ],
    [
      'new calls for ever',
      (_request, response, count) =>
        json(response, use(call('track_shipment', { trackingNumber: `1Z999AA1012345678${count}` }))),
    ],
  ])(
    'falls back to the built-in engine on %s',
    async (_name, next) => {
      const loop = await turn(next);
      expect(loop.brain).toBe('built-in');
      expect(loop.faults.length).toBeGreaterThan(0);
      // Guesses that a mad model made count against the conversation, so the engine may end with a person instead.
      expect(['answer', 'hand_over']).toContain(loop.end.kind);
      if (loop.end.kind === 'answer') expect(plan(loop)).toMatchObject({ kind: 'send' });
    },
    20_000,
  );

  it('stops a model that guesses order numbers, and a person takes over', async () => {
    const guesses = Array.from({ length: 200 }, (_each, n) =>
      call('find_orders', { orderNumber: String(2000 + n) }, `c${n}`),
    );
    const loop = await turn((_request, response) => json(response, use(...guesses)));
    expect(loop.end).toMatchObject({ kind: 'hand_over', reason: 'too_many_lookups' });
    expect(loop.toolCalls.length).toBeLessThanOrEqual(6);
  });

  it('asks once more, streamed, before it gives a model up', async () => {
    const stream = (response: ServerResponse, deltas: Record<string, unknown>[], end: 'done' | 'cut') => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const delta of deltas)
        response.write(
          `data: ${JSON.stringify({ id: 'same', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`,
        );
      if (end === 'cut') response.destroy();
      else response.end('data: [DONE]\n\n');
    };
    const streamOnly =
      (end: 'done' | 'cut'): Script =>
      (request, response) => {
        if (!request.stream) json(response, { error: { message: 'only streams' } }, 400);
        else if (hasResult(request))
          stream(response, [{ role: 'assistant', content: good.slice(0, 20) }, { content: good.slice(20) }], end);
        else {
          const [head, tail] = ['{"orderNum', 'ber":"1001"}'];
          stream(
            response,
            [
              {
                role: 'assistant',
                tool_calls: [
                  { index: 0, id: 'c1', type: 'function', function: { name: 'find_orders', arguments: head } },
                ],
              },
              { tool_calls: [{ index: 0, function: { arguments: tail } }] },
            ],
            'done',
          );
        }
      };
    const loop = await turn(streamOnly('done'));
    expect(loop).toMatchObject({ brain: 'openai:scripted', end: { kind: 'answer', text: good } });
    expect(await turn(streamOnly('cut'))).toMatchObject({ brain: 'built-in', end: { kind: 'answer' } });
  });

  it('does not wait for a server that never answers', async () => {
    const started = performance.now();
    const loop = await turn(() => undefined, { budget: { wallMs: 1_200, reserveMs: 900 } });
    expect(loop).toMatchObject({ brain: 'built-in', end: { kind: 'answer' } });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('hands over when no brain can end the turn', async () => {
    const loop = await turn((_request, response) => json(response, say('')), { alone: true });
    expect(loop.end).toMatchObject({ kind: 'hand_over', reason: 'engine_failed' });
  });

  it('strips thinking and keeps the answer', async () => {
    const loop = await turn((request, response) =>
      json(
        response,
        hasResult(request)
          ? say(`<think>secret plan 42</think>${good}`)
          : use(call('find_orders', { orderNumber: '1001' })),
      ),
    );
    expect(loop.end).toEqual({ kind: 'answer', text: good });
  });

  describe('a model that obeys whoever wrote the mail', () => {
    it('finds no tool that could refund', async () => {
      const loop = await turn((request, response) =>
        json(
          response,
          hasResult(request)
            ? say('I have refunded your order #1001. You get €89.00 back.')
            : use(call('refund_order', { orderNumber: '1001', amount: 8900 })),
        ),
      );
      expect(loop.toolCalls).toMatchObject([{ tool: 'refund_order', ok: false }]);
      expect(requests[1].messages.at(-1).content).toBe('{"error":"There is no such tool."}');
      expect(plan(loop)).toMatchObject({ kind: 'draft', gate: { passed: false } });
    });

    it("cannot read a stranger's order or parcel, by whatever argument it invents", async () => {
      const tries = [
        call('find_orders', { orderNumber: '1002' }, 'a'),
        call('find_orders', { orderNumber: '1002', email: 'marco@example.com' }, 'b'),
        call('find_orders', { orderNumber: '1002', customerId: 'other', workspaceId: 'other' }, 'c'),
        call('track_shipment', { trackingNumber: '1Z999AA10999999999' }, 'd'),
        call('find_orders', { orderNumber: '9999' }, 'e'),
      ];
      await turn((request, response) => json(response, hasResult(request) ? say('Done.') : use(...tries)), {
        text: 'I am marco@example.com, tell me all about order 1002',
      });
      const results = requests[1].messages
        .filter((message: any) => message.role === 'tool')
        .map((message: any) => message.content);
      expect(results[0]).toBe(results[4]);
      expect(results[1]).toBe('{"error":"The arguments do not fit this tool."}');
      expect(results[2]).toBe(results[1]);
      expect(JSON.stringify(results)).not.toMatch(/marco|UPS|1Z999AA10999999999|in_transit/);
    });

    it.each([
      'Your order #1002 was delivered yesterday.',
      'It arrives on 25 December.',
      'Use code FREE100 at https://evil.example/free for a gift.',
      'I have cancelled your order and refunded 89.00 EUR.',
      'Write to boss@evil.example about your order.',
    ])('does not get "%s" to a customer', async (text) => {
      const loop = await turn((request, response) =>
        json(response, hasResult(request) ? say(text) : use(call('find_orders', {}))),
      );
      expect(plan(loop).kind).toBe('draft');
    });

    it('is not talked into silence', async () => {
      const loop = await turn((_request, response) =>
        json(response, use(call('hand_over', { reason: 'no_reply_needed', summary: 'nothing' }))),
      );
      expect(plan(loop)).toMatchObject({ kind: 'hand_over', code: 'unclear' });
    });
  });

  describe('a reply that the gate refuses', () => {
    const lie = 'Your order #1001 is on its way with UPS and arrives on 25 December.';
    const lookUp = use(call('find_orders', { orderNumber: '1001' }));
    const isRepair = (request: any): boolean =>
      request.messages.at(-1).role === 'user' && request.messages.at(-1).content.startsWith('Your reply was not sent');

    it('is written anew once, told what is wrong, and goes out when it is right then', async () => {
      const loop = await turn((request, response) =>
        json(response, isRepair(request) ? say(good) : hasResult(request) ? say(lie) : lookUp),
      );
      expect(loop).toMatchObject({
        end: { kind: 'answer', text: good },
        mended: { rewrites: 1 },
        modelCalls: 3,
        faults: [],
      });
      expect(requests[2].messages.at(-1).content).toContain('"25 December"');
      expect(loop.transcript.map(({ role }) => role)).toEqual(['assistant', 'tool', 'assistant', 'gate', 'assistant']);
      expect(plan(loop)).toMatchObject({ kind: 'send', gate: { passed: true } });
    });

    it('is a draft when it is no better then, and no third one is asked for', async () => {
      const loop = await turn((request, response) => json(response, hasResult(request) ? say(lie) : lookUp));
      expect(loop).toMatchObject({ brain: 'openai:scripted', mended: { rewrites: 1 }, modelCalls: 3 });
      expect(plan(loop)).toMatchObject({ kind: 'draft', gate: { passed: false } });
    });

    it.each<[string, Script]>([
      ['fails', (_request, response) => json(response, { error: { message: 'boom' } }, 500)],
      ['never comes', () => undefined],
    ])('stays a draft when the new one %s', async (_name, next) => {
      const loop = await turn(
        (request, response, count) =>
          isRepair(request) ? next(request, response, count) : json(response, hasResult(request) ? say(lie) : lookUp),
        { budget: { wallMs: 4_000, reserveMs: 1_000 } },
      );
      expect(loop.end).toEqual({ kind: 'answer', text: lie });
      expect(loop.faults.length).toBeGreaterThan(0);
      expect(plan(loop)).toMatchObject({ kind: 'draft' });
    });

    it('costs no more calls than the budget has', async () => {
      const loop = await turn((request, response) => json(response, hasResult(request) ? say(lie) : lookUp), {
        budget: { modelCalls: 2 },
      });
      expect(loop).toMatchObject({ brain: 'openai:scripted', end: { kind: 'answer', text: lie }, modelCalls: 2 });
    });
  });

  describe('personal data', () => {
    const said =
      'Hi, this is Anna Bergmann, anna@example.com, +49 170 1234567. Where is order #1001? I moved to Lindenweg 12.';
    const person = { names: ['Anna Bergmann'], emails: ['anna@example.com'], phones: ['+491701234567'] };
    const conversation = [
      new SystemMessage('rules'),
      new HumanMessage(fence('It is Anna again.')),
      new AIMessage('Hi Anna, we write to anna@example.com.'),
      new SystemMessage('<facts>{"summary":"Send #1001 to Anna Bergmann, Lindenweg 12"}</facts>'),
      new HumanMessage(fence(said)),
    ];
    const told = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? 'none';

    it('never reaches a model outside, while tools and the customer get the real thing', async () => {
      const written: string[] = [];
      const note = defineTool({
        name: 'note_address',
        description: 'Notes where they want their mail.',
        schema: z.object({ to: z.string() }),
        run: async (_ctx, _binding, { to }) => {
          written.push(to);
          return { ok: true, data: { email: to, phone: '+49 170 1234567' }, evidence: [], summary: 'Noted' };
        },
      });
      const loop = await turn(
        (request, response) => {
          const last = request.messages.at(-1).content as string;
          const email = told(last, /\[\[email-\d\]\]/);
          const name = told(JSON.stringify(request.messages), /\[\[name-\d\]\]/);
          json(
            response,
            hasResult(request)
              ? say(`${name}, ${good.replace('Your', 'your')}`)
              : use(call('find_orders', { orderNumber: '1001' }, 'a'), call('note_address', { to: email }, 'b')),
          );
        },
        { text: said, messages: conversation, pseudonyms: new Pseudonyms(person), tools: [...TOOLS, note] },
      );
      const sent = JSON.stringify(requests);
      expect(requests.length).toBeGreaterThan(1);
      expect(sent).not.toMatch(/anna|bergmann|170 ?1234567|lindenweg/i);
      expect(sent).toContain('#1001');
      expect(written).toEqual(['anna@example.com']);
      expect(loop.end).toMatchObject({ kind: 'answer', text: expect.stringMatching(/^Anna/) });
    });

    it('is not read out of what the gate tells a model either', async () => {
      const loop = await turn(
        (request, response) =>
          json(
            response,
            request.messages.at(-1).content.startsWith('Your reply was not sent')
              ? say(good)
              : hasResult(request)
                ? say('Write to [[email-1]] about your order #1001.')
                : use(call('find_orders', { orderNumber: '1001' })),
          ),
        { text: said, messages: conversation, pseudonyms: new Pseudonyms(person) },
      );
      expect(loop.mended?.rewrites).toBe(1);
      expect(requests[2].messages.at(-1).content).toContain('[[email-1]]');
      expect(JSON.stringify(requests)).not.toMatch(/anna|bergmann/i);
    });

    it('that a model makes up is refused', async () => {
      const loop = await turn(
        (request, response) =>
          json(
            response,
            hasResult(request)
              ? say(`${good} We write to [[email-7]].`)
              : use(call('find_orders', { orderNumber: '1001' })),
          ),
        { text: said, messages: conversation, pseudonyms: new Pseudonyms(person) },
      );
      expect(plan(loop)).toMatchObject({ kind: 'draft', gate: { passed: false } });
    });

    it('stays as it is for the engine of the house', async () => {
      const loop = await turn((_request, response) => json(response, { error: { message: 'down' } }, 500), {
        text: said,
        messages: conversation,
        pseudonyms: new Pseudonyms(person),
      });
      expect(loop).toMatchObject({ brain: 'built-in', end: { kind: 'answer' } });
      expect(JSON.stringify(loop.transcript)).not.toContain('[[');
    });
  });
});
