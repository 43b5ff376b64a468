import type { CopilotAnswerBody, CopilotSourceBody } from '@satchel/contracts';
import { below, linkTo, mayGoOut } from './copilot-text';

const fact: CopilotSourceBody = { label: 'Order #1001', value: 'paid', source: 'shop', cite: null, url: null };
const answer = (more: Partial<CopilotAnswerBody> = {}): CopilotAnswerBody => ({
  text: 'It is on its way.',
  sources: [fact],
  unproven: [],
  brain: 'built-in',
  ...more,
});

describe('what the copilot puts into a reply', () => {
  it('keeps what is written', () => {
    expect(below('', 'More')).toBe('More');
    expect(below('Hello,\n', 'More')).toBe('Hello,\n\nMore');
  });

  it('links articles that a customer can open', () => {
    expect(linkTo({ title: 'Returns', cite: 'en/returns#1', url: 'https://x.example/returns' })).toBe(
      'Returns: https://x.example/returns',
    );
    expect(linkTo({ title: 'House rules', cite: 'en/house#1', url: null })).toBeNull();
  });

  it('is no answer that rests on nothing, on something unproven, or on what only colleagues may read', () => {
    expect(mayGoOut(answer())).toBe(true);
    expect(mayGoOut(answer({ sources: [] }))).toBe(false);
    expect(mayGoOut(answer({ unproven: ['999.00 EUR'] }))).toBe(false);
    expect(mayGoOut(answer({ sources: [fact, { ...fact, cite: 'en/house#1' }] }))).toBe(false);
  });
});
