import type { ContextSourceBody } from '@satchel/contracts';
import { ago, otherProblems, sourceWords } from './sources-line';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const source = (label: string, more: Partial<ContextSourceBody> = {}): ContextSourceBody => ({
  connectionId: label,
  label,
  kind: 'commerce',
  state: 'live',
  readAt: '2026-03-01T11:59:40.000Z',
  problem: null,
  ...more,
});

describe('the age of what is shown', () => {
  it.each([
    ['2026-03-01T11:59:30.000Z', 'just now'],
    ['2026-03-01T12:00:20.000Z', 'just now'],
    ['2026-03-01T11:57:00.000Z', '3 min ago'],
    ['2026-03-01T07:00:00.000Z', '5 h ago'],
    ['2026-02-28T11:00:00.000Z', '1 day ago'],
    ['2026-02-24T12:00:00.000Z', '5 days ago'],
  ])('%s is %s', (at, words) => expect(ago(at, NOW)).toBe(words));
});

describe('the line of the sources', () => {
  it('puts trouble first, with how old its facts are', () => {
    const smile = source('Smile.io', { state: 'late', readAt: '2026-03-01T11:57:00.000Z' });
    expect(sourceWords([source('Shop'), smile], NOW).map(({ text }) => text)).toEqual([
      'Smile.io did not answer; from 3 min ago',
      'Shop just now',
    ]);
  });
  it('says when nothing at all is known, and keeps the reason', () => {
    const shop = source('Shop', { state: 'failed', readAt: null, problem: 'The key was revoked.' });
    expect(sourceWords([shop], NOW)).toEqual([
      { connectionId: 'Shop', text: 'Shop failed; nothing known', problem: 'The key was revoked.' },
    ]);
  });
  it('leaves a problem out of the list that its source has told already', () => {
    const shop = source('Shop', { problem: 'Shop is away.' });
    expect(otherProblems(['Shop is away.', 'UPS is away.'], [shop])).toEqual(['UPS is away.']);
  });
});
