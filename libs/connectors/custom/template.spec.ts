import fc from 'fast-check';
import { clubOperations } from './http/club.fixture';
import { buildRequest } from './http/build-request';
import { literally, valuesAt } from './pick';
import { fillJson, fillText, namesIn } from './template';

const own = { headers: {}, query: {} };
const text = fc.string({ unit: 'grapheme' });

describe('a template', () => {
  it('puts a value in as a value, whatever its type', () => {
    const template = { amount: '{amount}', tags: '{tags}', note: 'for {name}', absent: '{absent}', 'k{name}': 1 };
    expect(fillJson(template, { amount: 5, tags: ['a'], name: '"}' })).toEqual({
      ...{ amount: 5, tags: ['a'], note: 'for "}', 'k{name}': 1 },
    });
  });

  it('knows its own names, and braces that are meant as such', () => {
    expect([...namesIn({ a: ['{one}', { b: 'x {two}' }], c: '{{three}}' })]).toEqual(['one', 'two']);
    expect(fillText('query { a } {{id}} {id}', { id: 1 }, String)).toBe('query { a } {id} 1');
    expect(fillText('{constructor}', {}, String)).toBeNull();
  });

  it('never lets a value become structure: not in a body, an address or a path of JSON', () => {
    const list = clubOperations[1];
    if (!list) throw new Error('there is no such operation');
    fc.assert(
      fc.property(text, (value) => {
        expect(fillJson({ a: { b: '{v}' } }, { v: value })).toEqual({ a: { b: value } });
        const path = literally('$[?@.reference == {v}]', { v: value });
        expect(valuesAt(path, [{ reference: value }, { reference: `${value}x` }])).toHaveLength(1);
        if (value === '' || /^\.+$/.test(value)) return;
        const url = new URL(buildRequest('https://a.example/api', list, { member_id: value }, null, own).url);
        expect(url.host).toBe('a.example');
        expect(url.pathname.split('/')).toHaveLength(5);
        expect(url.pathname).toMatch(/^\/api\/members\/.*\/credits$/);
        expect(url.search + url.hash).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
