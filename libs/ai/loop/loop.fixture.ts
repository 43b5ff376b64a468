import type { BaseMessage } from '@langchain/core/messages';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { OrderBody } from '@satchel/contracts';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAiBrain } from '../brains/openai-brain';
import { BuiltInChatModel } from '../engine/built-in-chat-model';
import type { Pseudonyms } from '../privacy/pseudonyms';
import { fence } from '../text/fence';
import { anOrder } from '../tools/order.fixture';
import type { AiTool, ToolBinding } from '../tools/tool';
import { understand } from '../understand';
import { conclude } from '../turns/conclude';
import { ground } from '../turns/ground';
import { bodyOf } from '../turns/letter';
import type { Brain, Budget, LoopResult } from './loop-types';
import { runLoop } from './loop';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- bodies of requests are whatever a client sent */
export type Script = (request: any, response: ServerResponse, count: number) => void;

export const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
export const completion = (message: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
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
export const call = (name: string, args: unknown, id = 'call_1') => ({
  id,
  type: 'function',
  function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
});
export const say = (content: string) => completion({ content });
export const use = (...calls: unknown[]) => completion({ tool_calls: calls });
export const hasResult = (request: any): boolean => request.messages.some((message: any) => message.role === 'tool');

const order = (number: string, email: string): OrderBody => {
  const [parcel] = anOrder(number, email).shipments;
  const trackingNumber = number === '#1001' ? '1Z999AA10123456784' : '1Z999AA10999999999';
  return anOrder(number, email, {
    ...{ id: number, lines: [], adminUrl: 'https://admin.example/orders/1' },
    shippingAddress: { name: 'Anna', lines: ['Secret Street 5'], city: 'Berlin', postcode: '10115', country: 'DE' },
    shipments: parcel
      ? [{ ...parcel, trackingNumber, trackingUrl: null, estimatedDelivery: '2026-11-22', events: [] }]
      : [],
  });
};

export const good = 'Your order #1001 is on its way with UPS and should be with you on Sunday, November 22nd.';

/** The loop over a model behind an OpenAI-compatible address that says what a script tells it, within a `describe`. */
export function scriptedLoop() {
  let server: Server;
  let script: Script;
  const requests: any[] = [];
  const strangers: string[] = [];

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
    requests.length = 0;
    strangers.length = 0;
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
      meaning: understand(request, { prior: 'en' }),
      mode: { mode: 'auto', reason: 'Trusted.' },
      hasFiles: false,
      held: null,
      ...letterhead,
      customerAddress: 'anna@example.com',
    });
  return { turn, plan, requests, strangers };
}
