import fc from 'fast-check';
import { htmlOf } from './markdown';

const DANGER =
  /<script|<iframe|<svg|<style|<form|<input|\son\w+\s*=\s*["'a-z]|(?:href|src)="\s*(?:javascript|data|vbscript|file|\/\/)/i;

describe('Markdown', () => {
  it('becomes what its author meant', () => {
    const html = htmlOf(
      [
        '# Title',
        '',
        'Some **bold**, *slanted* and `code` with a [link](https://shop.example/a_b_c).  ',
        'Next line, snake_case_stays.',
        '',
        '1. one',
        '2. two',
        '   - inside',
        '',
        '> quoted',
        '',
        '| Size | Chest |',
        '|------|------:|',
        '| M | 96 \\| 100 |',
        '',
        '```',
        '<b>**not bold**</b>',
        '```',
        '---',
        '![A coat](https://shop.example/coat.png)',
      ].join('\n'),
    );
    for (const part of [
      '<h2>Title</h2>',
      '<strong>bold</strong>',
      '<em>slanted</em>',
      '<code>code</code>',
      '<a href="https://shop.example/a_b_c" rel="noopener nofollow">link</a>',
      'snake_case_stays',
      '<br />',
      '<ul>\n<li>inside</li>\n</ul>',
      '<blockquote>\n<p>quoted</p>\n</blockquote>',
      '<th>Size</th>',
      '<td>96 | 100</td>',
      '<pre><code>&lt;b&gt;**not bold**&lt;/b&gt;\n</code></pre>',
      '<hr />',
      '<img src="https://shop.example/coat.png" alt="A coat" loading="lazy" />',
    ])
      expect(html).toContain(part);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](java\u0000script:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](https://a.example/x.png)',
    '[x](https://a.example/"onmouseover="alert(1))',
    '<https://a.example/"><svg/onload=alert(1)>>',
    '[x](//evil.example)',
    '```\n</code></pre><script>alert(1)</script>\n```',
    '| <svg onload=alert(1)> |\n|---|\n| <iframe src=//evil> |',
    '[![x](https://a/b.png)](vbscript:x)',
    '<style>*{display:none}</style>',
  ])('keeps %j from doing anything', (markdown) => {
    const html = htmlOf(markdown);
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) expect(tag).not.toMatch(DANGER);
  });

  it('stays safe and quick whatever it is given', () => {
    const piece = fc.constantFrom(
      '[',
      '](',
      ')',
      '<',
      '>',
      '`',
      '*',
      '_',
      '~~',
      '\n',
      '> ',
      '- ',
      '1. ',
      '|',
      '---',
      '"',
      'javascript:',
      'https://',
      'onerror=',
      '\\',
      '#',
      ' ',
      'a',
      '&',
      '\t',
      '![',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        for (const tag of htmlOf(pieces.join('')).match(/<[^>]*>/g) ?? []) expect(tag).not.toMatch(DANGER);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['[', '*', '_', '`', '> ', '- ', '![](', '<', '|', '**a', '[a](', '~~'])(
    'does not go astray in 50,000 characters of %j',
    (piece) => {
      const began = performance.now();
      htmlOf(piece.repeat(Math.ceil(50_000 / piece.length)));
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});
