import { ConnectorError, type CustomAdapter, type CustomOperation } from '../port';
import { cardFor } from './card-for';
import { customActions } from './custom-operation';

const operation = (
  name: string,
  card: CustomOperation['card'],
  effect: 'read' | 'write' = 'read',
): CustomOperation => ({
  ...{ name, label: name, description: name, effect, arguments: { type: 'object' }, card },
});
const byMail = { title: 'Club', arguments: { email: 'customer.email' as const } };
const facts = { 'customer.email': 'anna@example.com', 'customer.phone': null, 'customer.name': 'Anna' };

function system(operations: CustomOperation[], answers: Record<string, unknown> = {}) {
  const asked: [string, unknown][] = [];
  const adapter: CustomAdapter = {
    check: async () => ({ can: [], cannot: [], account: null }),
    operations: async () => operations,
    async read(name, args) {
      asked.push([name, args]);
      const answer = answers[name] ?? [{ label: 'Tier', value: 'Gold' }];
      if (answer instanceof Error) throw answer;
      return { fields: answer as [], raw: null };
    },
    write: {
      perform: async ({ name, args }, { key }) => ({ fields: [], raw: [name, args, key] }),
      find: async ({ name }, key) => ({ fields: [], raw: [name, key] }),
    },
  };
  return { adapter, asked };
}

describe('cards of a customer', () => {
  it("are asked with the customer's own facts, of reads that have a card", async () => {
    const { adapter, asked } = system([
      operation('find_member', byMail),
      operation('by_phone', { title: 'Phone', arguments: { phone: 'customer.phone' } }),
      operation('plain', null),
      operation('grant', byMail, 'write'),
    ]);
    expect(await cardFor(adapter, facts)).toEqual({
      cards: [{ operation: 'find_member', title: 'Club', fields: [{ label: 'Tier', value: 'Gold' }] }],
      problems: [],
    });
    expect(asked).toEqual([['find_member', { email: 'anna@example.com' }]]);
  });

  it('are left out where nothing is known, and a system that fails is told beside the others', async () => {
    const { adapter } = system(
      ['a', 'b', 'c', 'd'].map((name) => operation(name, { ...byMail, title: name })),
      {
        b: new ConnectorError('not_found', 'nobody'),
        c: new ConnectorError('unavailable', 'it did not answer'),
        d: [],
      },
    );
    const { cards, problems } = await cardFor(adapter, facts);
    expect(cards.map(({ title }) => title)).toEqual(['a']);
    expect(problems).toEqual(['c: it did not answer']);
  });
});

describe('operations as actions', () => {
  it('are bound to their own name and keep the key of the action', async () => {
    const { adapter } = system([operation('find_member', byMail), operation('grant', null, 'write')]);
    const [look, grant] = await customActions(adapter);
    if (look?.effect !== 'read' || grant?.effect !== 'write') throw new Error('a read and a write were expected');
    expect((await look.read({})).fields).toHaveLength(1);
    const done = await grant.change.perform({ name: 'other' }, { key: 'k', beforeCommit: async () => undefined });
    expect(done.raw).toEqual(['grant', { name: 'other' }, 'k']);
    expect(await grant.change.find({}, 'k')).toMatchObject({ raw: ['grant', 'k'] });
  });
});
