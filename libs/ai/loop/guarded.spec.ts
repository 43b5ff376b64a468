import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { Pseudonyms } from '../privacy/pseudonyms';
import { fence } from '../text/fence';
import { defineTool } from '../tools/tool';
import { TOOLS } from '../tools/toolbox';
import { call, good, hasResult, json, say, type Script, scriptedLoop, use } from './loop.fixture';

describe('what passes between the house and a model outside', () => {
  const { turn, plan, requests } = scriptedLoop();

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
