import { clubOperations } from './club.fixture';
import { describedOperations } from './describe';

const [find, list, grant] = clubOperations;
const told = (...operations: unknown[]) => describedOperations(operations).problems;

describe('what somebody says of an operation', () => {
  it('is taken as it is when it is right, as JSON too', () => {
    expect(describedOperations(clubOperations)).toEqual({ operations: clubOperations, problems: [] });
    expect(describedOperations(JSON.stringify(clubOperations)).problems).toEqual([]);
    expect(describedOperations('')).toEqual({ operations: [], problems: [] });
  });

  it.each([
    [{ path: '/members/{id}' }, 'operation find_member: path names {id}, which is no argument'],
    [{ path: 'members' }, 'operation find_member: path must begin with /'],
    [{ path: '/a/../b' }, 'operation find_member: path goes up or stays: no "." or ".."'],
    [
      { path: '/a?b=c' },
      'operation find_member: path holds a character that it may not: ?, #, \\ or a space (use query)',
    ],
    [{ query: { q: '{mail}' } }, 'operation find_member: query names {mail}, which is no argument'],
    [{ headers: { Host: 'x' } }, "operation find_member: the header Host is not an operation's to set"],
    [{ headers: { 'X Y': 'x' } }, 'operation find_member: "X Y" is not the name of a header'],
    [{ body: { a: 1 } }, 'operation find_member: a GET has no body'],
    [{ method: 'FETCH' }, 'operation find_member: method is one of GET, POST, PUT, PATCH, DELETE'],
    [{ effect: 'maybe' }, 'operation find_member: effect is "read" or "write"'],
    [{ label: '' }, 'operation find_member: label is missing'],
    [{ arguments: { type: 'array' } }, 'operation find_member: arguments must be a JSON Schema of type "object"'],
    [{ result: [{ label: 'Tier', path: 'tier' }] }, 'operation find_member: result "Tier": tier is not a JSONPath'],
    [{ keyIn: { header: 'Idempotency-Key' } }, 'operation find_member: keyIn is for writes only'],
    [{ card: { title: 'Club', arguments: {} } }, 'operation find_member: the card does not say where email comes from'],
    [
      { card: { title: 'Club', arguments: { email: 'customer.mail' } } },
      'operation find_member: the card gives email from "customer.mail"; there are customer.email, customer.phone, customer.name',
    ],
    [{ typo: 1 }, 'operation find_member: there is no field "typo"'],
  ])('is answered with what is wrong: %j', (change, problem) => {
    const problems = told({ ...find, ...change });
    expect(problems.some((one) => one.startsWith(problem))).toBe(true);
  });

  it('is held against the other operations', () => {
    expect(told(find, find)).toContain('operation find_member: there are two of this name');
    expect(told(find, grant)).toContain(
      'operation grant_credit: find asks "list_credits", which is no operation that reads',
    );
    const without = { ...grant, find: { ...grant?.find, arguments: {} } };
    expect(told(list, without)).toContain(
      'operation grant_credit: find does not give member_id, which list_credits needs',
    );
  });

  it('names one without a name by its place, and does not stumble over anything', () => {
    expect(told(find, null)[0]).toMatch(/^operation number 2: /);
    for (const one of ['x', 3, [], [[]], { path: {} }, { body: { a: { b: null } }, result: 'no' }])
      expect(told(one).length).toBeGreaterThan(0);
    expect(describedOperations('{').problems).toEqual(['the operations must be a JSON list']);
  });
});
