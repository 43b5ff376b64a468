import type { LoopEnd, LoopResult } from '../loop/loop-types';
import type { ConcludeInput } from './conclude';
import { conclude } from './conclude';
import { bodyOf, firstNameOf } from './letter';

const loop = (end: LoopEnd): LoopResult => ({
  end,
  brain: 'x',
  intent: null,
  transcript: [],
  toolCalls: [],
  evidence: [],
  results: [{ found: true, shipment: { trackingNumber: null, status: 'in_transit' }, incomplete: false }],
  asked: [],
  tokens: { input: 0, output: 0 },
  modelCalls: 1,
  faults: [],
});
const meaning = { language: 'en', nothingToAnswer: false } as const;
const input = (end: LoopEnd, more: Partial<ConcludeInput> = {}): ConcludeInput => ({
  loop: loop(end),
  meaning,
  request: 'Where is my order?',
  mode: { mode: 'auto', reason: 'Trusted.' },
  hasFiles: false,
  held: null,
  shop: 'Fernhill Outfitters',
  signature: 'The Fernhill team\nwww.fernhill.example',
  customerName: 'Anna Bergmann',
  customerAddress: 'anna@example.com',
  today: new Date('2026-11-20T10:00:00Z'),
  ...more,
});
const answer: LoopEnd = { kind: 'answer', text: 'Hi Anna,\n\nYour order is on its way.' };

it('sends what the gate lets through, greeted once, signed, and says who wrote it', () => {
  expect(conclude(input(answer))).toMatchObject({
    kind: 'send',
    text: "Hi Anna,\n\nYour order is on its way.\n\nThe Fernhill team\nwww.fernhill.example\n\nWritten by Satchel's AI assistant for Fernhill Outfitters. Reply 'human' to reach a person.",
  });
});

it('keeps what each piece rests on at the place where the letter has it, without the marks of citations', () => {
  const passage = {
    cite: 'returns-1',
    title: 'Returns',
    text: 'Unused items can be returned within 30 days.',
    url: null,
  };
  const told = { ...answer, text: 'Hello Anna,\n\nUnused items can be returned within 30 days [returns-1].' };
  const known = {
    ...loop(told),
    results: [{ found: 1, passages: [{ ...passage, updatedAt: '2026-09-01', score: 1 }] }],
    tools: ['search_articles'],
  };
  for (const more of [{}, { brief: true }, { mode: { mode: 'draft', reason: 'So.' } } as const]) {
    const plan = conclude({ ...input(told, more), loop: known });
    if (plan.kind !== 'send' && plan.kind !== 'draft') throw new Error(plan.kind);
    expect(plan.text).toContain('within 30 days.');
    expect(plan.text).not.toContain('returns-1');
    expect(plan.spans.length).toBeGreaterThan(0);
    for (const { from, to, text } of plan.spans) expect(plan.text.slice(from, to)).toBe(text);
  }
});

it("lets a link lead to the shop's own pages and nowhere else", () => {
  const link = (url: string): LoopEnd => ({ kind: 'answer', text: `Your order is on its way. See ${url} for more.` });
  const hosts = ['fernhill.example'];
  expect(conclude(input(link('https://fernhill.example/help'), { hosts })).kind).toBe('send');
  expect(conclude(input(link('https://fernhill.example/help'))).kind).toBe('draft');
  expect(conclude(input(link('https://fernhill.example.evil.example/help'), { hosts })).kind).toBe('draft');
});

it('may say that it happened when the customer said yes to it and it did', () => {
  const done: LoopEnd = { kind: 'answer', text: 'Your order #1001 is cancelled.' };
  const decided: ConcludeInput['decided'] = {
    answer: 'yes',
    action: 'cancel_order',
    summary: 'Cancel order #1001',
    outcome: {
      state: 'done',
      action: 'cancel_order',
      summary: 'Cancel order #1001',
      result: {},
      evidence: [],
      amount: null,
    },
  };
  expect(conclude({ ...input(done, { decided }), loop: { ...loop(done), results: [] } }).kind).toBe('send');
  expect(conclude({ ...input(done), loop: { ...loop(done), results: [] } }).kind).toBe('draft');
});

it('drafts in draft mode and when a file came along, without the line that only an unread reply needs', () => {
  expect(conclude(input(answer, { mode: { mode: 'draft', reason: 'So by default.' } }))).toMatchObject({
    kind: 'draft',
    text: expect.not.stringContaining('AI assistant'),
  });
  expect(conclude(input(answer, { hasFiles: true }))).toMatchObject({
    kind: 'draft',
    reason: expect.stringContaining('file'),
  });
});

it('holds back what no look-up said, with the reason for the person', () => {
  expect(conclude(input({ kind: 'answer', text: 'Your order arrives on 24 December.' }))).toMatchObject({
    kind: 'draft',
    reason: 'Held back: date "24 December" stands in no look-up.',
  });
});

it('hands over in three lines, with a proposal only if it is true', () => {
  const plan = conclude(
    input({
      kind: 'hand_over',
      reason: 'refund',
      summary: 's',
      draft: 'Thank you for your message. We are looking into your request.',
    }),
  );
  expect(plan).toMatchObject({
    kind: 'hand_over',
    code: 'refund',
    summary:
      'Anna Bergmann <anna@example.com> writes: "Where is my order?"\nWhy a person: The customer asks about a refund.\nTried: nothing was looked up.',
    draft: expect.stringContaining('looking into your request'),
  });
  expect(
    conclude(input({ kind: 'hand_over', reason: 'refund', summary: 's', draft: 'I have refunded you.' })),
  ).toMatchObject({ draft: null });
});

it('is silent only when our own reading finds a thank-you, and nothing hangs on it', () => {
  const silent: LoopEnd = { kind: 'hand_over', reason: 'no_reply_needed', summary: '', draft: null };
  const thanks = { ...meaning, nothingToAnswer: true };
  expect(conclude(input(silent, { meaning: thanks })).kind).toBe('skip');
  expect(conclude(input(silent))).toMatchObject({ kind: 'hand_over', code: 'unclear' });
  expect(conclude(input(silent, { meaning: thanks, hasFiles: true }))).toMatchObject({
    kind: 'hand_over',
    code: 'attachment',
  });
});

it.each([
  ['Anna Bergmann', 'Anna'],
  ['Élodie', 'Élodie'],
  ['anna@example.com', null],
  ['http://evil.example', null],
  ['12345', null],
  ['', null],
  ['<b>Anna</b>', null],
])('greets %s as %s', (name, expected) => {
  expect(firstNameOf(name)).toBe(expected);
});

it.each(['Hello Anna,\n\nYour order', 'Dear Anna Bergmann,\nYour order', 'Your order'])(
  'takes the greeting off %j',
  (text) => {
    expect(bodyOf(text)).toBe('Your order');
  },
);

it('leaves for a person what no program may send, and says why', () => {
  const held = 'Nothing proves who sent the message.';
  expect(conclude(input(answer, { held }))).toMatchObject({ kind: 'draft', reason: held });
});

it('writes no letter where people write short messages, and names itself only where the channel does not', () => {
  const brief = conclude(input(answer, { brief: true }));
  expect(brief).toMatchObject({
    text: "Your order is on its way.\n\nWritten by Satchel's AI assistant for Fernhill Outfitters. Reply 'human' to reach a person.",
  });
  expect(conclude(input(answer, { brief: true, labelled: true }))).toMatchObject({ text: 'Your order is on its way.' });
});

it('lies ready where a person approves, stays silent where the topic is off, and never says the same a third time', () => {
  const approve = { mode: 'approve', reason: '3 of 30 replies were judged.' } as const;
  expect(conclude(input(answer, { mode: approve }))).toMatchObject({
    kind: 'draft',
    reason: 'Ready to send. 3 of 30 replies were judged.',
  });
  expect(conclude(input(answer, { mode: { mode: 'off', reason: 'Set so for this topic.' } }))).toEqual({
    kind: 'skip',
    reason: 'Set so for this topic.',
  });
  expect(conclude(input(answer, { repeats: true }))).toMatchObject({ kind: 'hand_over', code: 'repeats', tell: 'en' });
});

it('tells nobody that a person comes where that would be the wrong word', () => {
  const end = (reason: 'complaint' | 'injection' | 'safety'): LoopEnd => ({
    kind: 'hand_over',
    reason,
    summary: '',
    draft: null,
  });
  expect(conclude(input(end('complaint')))).toMatchObject({ tell: 'en' });
  expect(conclude(input(end('injection')))).toMatchObject({ tell: null });
  expect(conclude(input(end('safety')))).toMatchObject({ tell: null });
});
