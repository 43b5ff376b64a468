import type { PolicyField, PolicyGroup } from './policy-field';

const span = (name: 'customer30Days' | 'shopHour' | 'shopDay', label: string): PolicyField[] => [
  { path: `caps.${name}.ai.amount`, label: `${label}: the AI gives at most`, type: 'limit', optional: true },
  { path: `caps.${name}.ai.count`, label: `${label}: the AI`, type: 'whole', unit: 'times', optional: true },
  { path: `caps.${name}.all.amount`, label: `${label}: nobody gives more than`, type: 'limit', optional: true },
  { path: `caps.${name}.all.count`, label: `${label}: nobody more than`, type: 'whole', unit: 'times', optional: true },
];

/** Limits over time, customers to look at twice, gifts, switches, words. */
export const LATER_GROUPS: readonly PolicyGroup[] = [
  {
    title: 'What is given away at most',
    lead: 'Above the AI’s limit a lead approves. Above the limit for everybody nothing is given until an admin changes it.',
    rules: ['caps.', 'engine.'],
    fields: [
      { path: 'caps.action', label: 'At once: above this the AI asks a lead', type: 'action_limits' },
      ...span('shopHour', 'In an hour'),
      ...span('shopDay', 'In a day'),
      ...span('customer30Days', 'To one customer in 30 days'),
      { path: 'caps.order.ai', label: 'On one order: the AI', type: 'whole', unit: 'times', optional: true },
      { path: 'caps.order.all', label: 'On one order: nobody more than', type: 'whole', unit: 'times', optional: true },
    ],
  },
  {
    title: 'Loyal customers',
    lead: 'A tier or a tag raises or lowers what the AI may do by itself. Where several fit, one that lowers wins.',
    rules: ['tiers.'],
    fields: [
      { path: 'tiers.steps', label: 'Tiers and tags', type: 'tiers' },
      { path: 'tiers.ceiling', label: 'For nobody more at once than', type: 'limit', optional: true },
    ],
  },
  {
    title: 'Care',
    lead: 'Who is looked at twice. Customers are never told why.',
    rules: ['fraud.', 'claims', 'refund.final-sale'],
    fields: [
      { path: 'fraud.tags', label: 'Customers whose tickets have one of these tags', type: 'words' },
      {
        path: 'fraud.tagged',
        label: 'For them',
        type: 'choice',
        options: [
          { value: 'needs_approval', label: 'a lead approves' },
          { value: 'deny', label: 'the AI does nothing' },
        ],
      },
      {
        path: 'fraud.highRisk',
        label: 'Orders that the shop finds risky',
        type: 'choice',
        options: [
          { value: 'allow', label: 'are like any other' },
          { value: 'needs_approval', label: 'a lead approves' },
          { value: 'deny', label: 'the AI does nothing' },
        ],
      },
      {
        path: 'claims.from',
        label: 'A lead looks from claim number',
        type: 'whole',
        unit: 'in 90 days',
        optional: true,
      },
      { path: 'claims.percentOfOrders', label: 'If that is at least this share of their orders', type: 'percent' },
      { path: 'finalSale.noRefund', label: 'Final sale is not refunded either', type: 'switch' },
    ],
  },
  {
    title: 'Gifts',
    lead: 'Discounts and points that are given to please.',
    rules: ['goodwill.'],
    fields: [
      {
        path: 'goodwill.withinDays',
        label: 'Earlier gifts count for',
        type: 'whole',
        unit: 'days, up to 90',
        least: 1,
      },
      {
        path: 'goodwill.furtherPercent',
        label: 'Each further gift is worth at most, of the one before',
        type: 'percent',
      },
      { path: 'goodwill.customer', label: 'One customer in that time', type: 'limit', optional: true },
      { path: 'goodwill.shopMonth', label: 'All gifts of a month', type: 'limit', optional: true },
      { path: 'goodwill.pointsPerUnit', label: 'Points that count as one unit of money', type: 'whole', least: 1 },
      { path: 'goodwill.percentCountsAs', label: 'A percentage counts as', type: 'whole', unit: 'units' },
    ],
  },
  {
    title: 'Switched off',
    lead: 'What is switched off is done by nobody, at once.',
    rules: ['off'],
    fields: [{ path: 'off', label: 'Actions', type: 'switches' }],
  },
  {
    title: 'Words for customers',
    lead: 'What customers are told when a rule is against something. Left empty, the house says it in its own words.',
    rules: ['wording'],
    fields: [{ path: 'wording', label: 'Your own words', type: 'wording' }],
  },
];
