import { withoutQuotes } from './quotes';

describe('what was written this time', () => {
  it.each([
    ['a plain mail', 'Where is my order?', 'Where is my order?'],
    [
      'an answer above',
      'Thanks!\n\nOn Fri, 20 Nov 2026 at 10:12, Fernhill <support@fernhill.example> wrote:\n> It is on its way.\n> Regards',
      'Thanks!',
    ],
    ['an answer that names the day alone', 'Thanks!\n\nOn Friday, Fernhill wrote:\n> It is on its way.', 'Thanks!'],
    [
      'an Outlook answer',
      'Any news?\n\n-----Original Message-----\nFrom: Fernhill\nSent: Friday\nSubject: Re: order\n\nIt is on its way.',
      'Any news?',
    ],
    [
      'a German answer',
      'Danke!\n\nAm Fr., 20. Nov. 2026 um 10:12 Uhr schrieb Fernhill <support@fernhill.example>:\n> Unterwegs.',
      'Danke!',
    ],
    ['a signature', 'Hello\n\nSent from my iPhone', 'Hello'],
  ])('%s', (_, whole, written) => expect(withoutQuotes(whole)).toBe(written));

  it('is everything when nothing would be left', () => {
    const quoteOnly = '> only what you wrote\n> and no more';
    expect(withoutQuotes(quoteOnly)).toBe(quoteOnly);
    expect(withoutQuotes('')).toBe('');
  });

  it('keeps the questions of somebody who answers between the lines', () => {
    const inline = '> Which size?\nM please\n> And the colour?\nGreen\n';
    expect(withoutQuotes(inline)).toBe(inline.trim());
  });

  it('does not choke on long lines and many quote marks', () => {
    const hostile = `${'>'.repeat(50_000)}\n${'On '.repeat(20_000)}wrote:`;
    const started = Date.now();
    withoutQuotes(hostile);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
