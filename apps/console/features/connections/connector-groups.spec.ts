import type { ConnectorBody } from '@satchel/contracts';
import { groupsOf } from './connector-groups';

const connector = (id: string, kind: string, label: string): ConnectorBody => ({
  id,
  kind,
  label,
  needsAddress: false,
  steps: [],
  scopes: [],
  fields: [],
});
const all = [
  connector('email', 'channel', 'Email'),
  connector('shopify', 'commerce', 'Shopify'),
  connector('lightspeed', 'commerce', 'Lightspeed eCom'),
  connector('smile', 'loyalty', 'Smile.io'),
  connector('x', 'fax_line', 'Fax'),
];
const names = (q?: string) => groupsOf(all, q).map(({ label, connectors }) => [label, connectors.map(({ id }) => id)]);

describe('what can be connected', () => {
  it('stands in groups, the shop first, a kind that nobody thought of last', () => {
    expect(names()).toEqual([
      ['Shop', ['shopify', 'lightspeed']],
      ['Loyalty', ['smile']],
      ['Channels', ['email']],
      ['Fax line', ['x']],
    ]);
  });
  it('is found by its name or by its kind', () => {
    expect(names('SHOPI')).toEqual([['Shop', ['shopify']]]);
    expect(names('shop')).toEqual([['Shop', ['shopify', 'lightspeed']]]);
    expect(names('loyalty smile')).toEqual([['Loyalty', ['smile']]]);
    expect(names('paper')).toEqual([]);
  });
});
