import { matches, parseSearch, type Term } from './search-query';

/** Which of the rows a query finds; a row is a set of "field:value" words. */
function find(query: string, rows: string[]): string[] {
  const parsed = parseSearch(query);
  const test = (row: string) => (term: Term) => {
    const words = row.split('|');
    const wanted = term.field ? `${term.field}:${term.value}` : term.value;
    return words.some((word) => (term.prefix ? word.startsWith(wanted) : word === wanted));
  };
  return rows.filter((row) => matches(parsed, test(row)));
}

describe('Shopify search syntax', () => {
  const rows = ['name:#1001|email:a@x.y', 'name:#1002|email:a@x.y', 'name:#1003|email:b@x.y'];

  it('finds by field, quoted or not', () => {
    expect(find('name:#1001', rows)).toEqual([rows[0]]);
    expect(find('name:"#1001"', rows)).toEqual([rows[0]]);
    expect(find("email:'a@x.y'", rows)).toEqual([rows[0], rows[1]]);
  });

  it('means AND by a space, and OR only when it says so', () => {
    expect(find('email:a@x.y name:#1002', rows)).toEqual([rows[1]]);
    expect(find('email:a@x.y AND name:#1002', rows)).toEqual([rows[1]]);
    expect(find('name:#1001 OR name:#1003', rows)).toEqual([rows[0], rows[2]]);
    expect(find('email:a@x.y (name:#1001 OR name:#1003)', rows)).toEqual([rows[0]]);
  });

  it('negates by NOT and a minus', () => {
    expect(find('-email:a@x.y', rows)).toEqual([rows[2]]);
    expect(find('NOT email:a@x.y', rows)).toEqual([rows[2]]);
  });

  it('takes a star at the end as a prefix, but not inside quotes', () => {
    expect(find('name:#10*', rows)).toHaveLength(3);
    expect(find('name:"#10*"', rows)).toHaveLength(0);
  });

  it('lets a backslash and quotes keep operators as plain text', () => {
    expect(find('name:"#1001 OR name:#1002"', rows)).toEqual([]);
    expect(find('name:\\#1001', rows)).toEqual([rows[0]]);
    expect(parseSearch('email:"a\\"b"')).toMatchObject({ field: 'email', value: 'a"b' });
  });

  it('reads comparators', () => {
    expect(parseSearch('created_at:>=2026-01-01')).toMatchObject({ operator: '>=', value: '2026-01-01' });
  });

  it.each(['', '   ', '(', ')', 'OR', 'name:', '"', 'a OR', '((((', 'NOT'])('survives %j', (query) => {
    expect(() => parseSearch(query)).not.toThrow();
  });
});
