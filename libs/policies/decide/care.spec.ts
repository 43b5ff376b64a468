import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, of, person, refund, rules, SYSTEM } from './cases.fixture';
import { decide, sentencesOf } from './decide';
import type { PolicyActor, PolicyFacts } from './facts';

type Case = [
  what: string,
  facts: PolicyFacts,
  actor: PolicyActor,
  verdict: ActionVerdict,
  rule: string,
  document?: PolicyDocument,
];
const decided = (facts: PolicyFacts, actor: PolicyActor, document = DEFAULT_POLICY) =>
  decide({ version: 1, document }, facts, actor);
const sentence = (document: PolicyDocument, rule: string) =>
  sentencesOf(document).find((one) => one.rule === rule)?.text;

const off = (who: 'ai' | 'everybody') => rules({ off: { refund: who } });
const fraud = (tagged: 'needs_approval' | 'deny', highRisk: PolicyDocument['fraud']['highRisk'] = 'needs_approval') =>
  rules({ fraud: { tags: ['Fraud'], tagged, highRisk } });
const noFraud = rules({ fraud: { tags: [], tagged: 'deny', highRisk: 'allow' } });
const final = rules({ finalSale: { noRefund: true } });
const lines = [{ title: 'Tee', sku: 'A', tags: ['Final sale'] }];
const claims = (from: number | null, percentOfOrders = 50) => rules({ claims: { from, percentOfOrders } });

const CASES: Case[] = [
  ['switched off for the AI', refund(), ai(), 'deny', 'off', off('ai')],
  ['switched off for the AI, by a person', refund(), person('agent'), 'allow', 'allowed', off('ai')],
  ['switched off', refund(), person('owner'), 'deny', 'off', off('everybody')],
  ['another action', of('grant_points', { points: 1 }), ai(), 'allow', 'allowed', off('everybody')],
  ['an action named like a property of every object', of('constructor'), ai(), 'allow', 'allowed', off('everybody')],
  [
    'a tag that calls for care',
    refund({ customerTags: [' fraud '] }),
    ai(),
    'needs_approval',
    'fraud.tags',
    fraud('needs_approval'),
  ],
  [
    'the same, by an agent',
    refund({ customerTags: ['fraud'] }),
    person('agent'),
    'needs_approval',
    'fraud.tags',
    fraud('needs_approval'),
  ],
  [
    'the same, by a lead',
    refund({ customerTags: ['fraud'] }),
    person('lead'),
    'allow',
    'allowed',
    fraud('needs_approval'),
  ],
  ['a tag that forbids', refund({ customerTags: ['fraud'] }), ai(), 'deny', 'fraud.tags', fraud('deny')],
  [
    'the same, by a lead',
    refund({ customerTags: ['fraud'] }),
    person('lead'),
    'needs_confirm',
    'fraud.tags',
    fraud('deny'),
  ],
  ['unknown tags', refund({ customerTags: null }), ai(), 'needs_approval', 'fraud.tags', fraud('needs_approval')],
  [
    'tags that were not read',
    refund({ customerTags: undefined }),
    ai(),
    'needs_approval',
    'fraud.tags',
    fraud('needs_approval'),
  ],
  ['unknown tags where none calls for care', refund({ customerTags: null }), ai(), 'allow', 'allowed', noFraud],
  [
    'a look',
    of('look_up_order', { risk: 'read', customerTags: ['fraud'], orderRisk: 'high' }),
    ai(),
    'allow',
    'allowed',
    fraud('deny', 'deny'),
  ],
  ['a risky order', refund({ orderRisk: 'high' }), ai(), 'needs_approval', 'fraud.order', fraud('deny')],
  ['a risky order that forbids', refund({ orderRisk: 'high' }), ai(), 'deny', 'fraud.order', fraud('deny', 'deny')],
  ['an order of which nobody knows', refund({ orderRisk: null }), ai(), 'needs_approval', 'fraud.order', fraud('deny')],
  ['an order of some risk', refund({ orderRisk: 'medium' }), ai(), 'allow', 'allowed', fraud('deny', 'deny')],
  ['a risky order that changes nothing', refund({ orderRisk: 'high' }), ai(), 'allow', 'allowed', noFraud],
  ['money for final sale', refund({ lines }), ai(), 'deny', 'refund.final-sale', final],
  [
    'money for something else',
    refund({ lines: [{ title: 'Tee', sku: 'A', tags: [] }] }),
    ai(),
    'allow',
    'allowed',
    final,
  ],
  ['money for something unknown', refund(), ai(), 'needs_approval', 'refund.final-sale', final],
  ['the same, by a person', refund(), person('agent'), 'allow', 'allowed', final],
  ['final sale where it is refunded', refund({ lines }), ai(), 'allow', 'allowed'],
  ['a claim too many', refund({ claimsIn90Days: 3, ordersIn90Days: 8 }), ai(), 'needs_approval', 'claims', claims(4)],
  [
    'the same, by a lead',
    refund({ claimsIn90Days: 3, ordersIn90Days: 8 }),
    person('lead'),
    'allow',
    'allowed',
    claims(4),
  ],
  ['the same by nobody', refund({ claimsIn90Days: 3, ordersIn90Days: 8 }), SYSTEM, 'deny', 'somebody', claims(4)],
  ['few of many orders', refund({ claimsIn90Days: 3, ordersIn90Days: 9 }), ai(), 'allow', 'allowed', claims(4)],
  ['few claims', refund({ claimsIn90Days: 2, ordersIn90Days: 1 }), ai(), 'allow', 'allowed', claims(4)],
  [
    'orders that nobody counted',
    refund({ claimsIn90Days: 3, ordersIn90Days: null }),
    ai(),
    'needs_approval',
    'claims',
    claims(4),
  ],
  [
    'claims that nobody counted',
    refund({ claimsIn90Days: null }),
    person('agent'),
    'needs_approval',
    'claims',
    claims(4),
  ],
  [
    'an exchange is a claim',
    of('exchange', { claimsIn90Days: 9, ordersIn90Days: 1, confirmed: true }),
    ai(),
    'needs_approval',
    'claims',
    claims(4),
  ],
  [
    'a discount as well',
    of('create_discount', { percent: 5, validDays: 5, claimsIn90Days: 9, ordersIn90Days: 1 }),
    ai(),
    'needs_approval',
    'claims',
    claims(4),
  ],
  [
    'a return as well',
    of('start_return', { claimsIn90Days: 9, ordersIn90Days: 1 }),
    ai(),
    'needs_approval',
    'claims',
    claims(4),
  ],
  [
    'a discount that is none',
    of('create_discount', { risk: 'write', percent: 5, validDays: 5, claimsIn90Days: 9 }),
    ai(),
    'allow',
    'allowed',
    claims(4),
  ],
  ['points are none', of('grant_points', { points: 5, claimsIn90Days: 9 }), ai(), 'allow', 'allowed', claims(4)],
  ['claims that nobody looks at', refund({ claimsIn90Days: null }), ai(), 'allow', 'allowed', claims(null)],
];

describe('what calls for care', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decided(facts, actor, document)).toMatchObject({ verdict, rule });
  });

  it('is said in words', () => {
    expect(sentence(rules({ off: { refund: 'ai', exchange: 'everybody' } }), 'off')).toBe(
      'Switched off: exchange. Switched off for the AI: refund.',
    );
    expect(sentence(fraud('deny', 'deny'), 'fraud.tags')).toContain('the AI does nothing');
    expect(sentence(fraud('needs_approval'), 'fraud.tags')).toContain('a lead looks first');
    expect(sentence(noFraud, 'fraud.tags')).toBe('No tag of a customer calls for care.');
    expect(sentence(final, 'refund.final-sale')).toContain('not refunded either');
    expect(sentence(claims(null), 'claims')).toBe('How often a customer wants money back is not looked at.');
  });
});
