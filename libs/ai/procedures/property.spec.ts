import fc from 'fast-check';
import { detect } from 'tinyld';
import { meaningOf } from '../engine/engine';
import type { EngineView } from '../engine/engine-view';
import { NO_MEMORY } from '../conversation/memory';
import { BUILT_IN } from './built-in';
import { interpret } from './interpreter';
import { PROPOSALS } from './known-tools';
import { aLine, anOrder, aParcel, euro, FakeHouse } from './toolbox.fixture';

const procedures = BUILT_IN.map((document) => ({ document, version: 0 }));
/** What a procedure itself may give an action: its own constants, and the reasons that shops' systems know. */
const CONSTANTS = new Set(
  JSON.stringify(BUILT_IN)
    .match(/"(?:value|otherwise)":(?:"[^"]*"|true|false|\d+)/g)
    ?.map((each) => String(Object.values(JSON.parse(`{${each}}`) as object)[0])) ?? [],
);

function house(): FakeHouse {
  const shop = new FakeHouse();
  const sent = { fulfilment: 'fulfilled' as const, shipments: [aParcel({ status: 'delivered' as const })] };
  shop.orders = [
    anOrder('#1001'),
    anOrder('#1002'),
    anOrder('#0900', sent),
    anOrder('#0901', { ...sent, refunded: euro(500) }),
  ];
  const variants = ['Blue / M', 'Red / M', 'Red / L'].map((title, index) => {
    const [colour = '', size = ''] = title.split(' / ');
    return {
      variantId: `V${index}`,
      title,
      options: { Colour: colour, Size: size },
      price: null,
      available: index !== 2,
    };
  });
  for (const { orderNumber } of shop.orders)
    shop.lines[orderNumber] = [
      aLine(`${orderNumber}-a`, 'Alpine Jacket', 'Blue / M', { variants, quantity: 2, returnable: 2 }),
      aLine(`${orderNumber}-b`, 'Trail Boots', '42'),
    ];
  shop.points = {
    found: true,
    programme: 'Friends',
    points: 640,
    tier: null,
    rewards: [{ rewardId: 'R5', title: 'Five off', points: 500, affordable: true }],
    incomplete: false,
  };
  return shop;
}

const PIECES = [
  'cancel my order',
  'cancel order 1001',
  'order 0900',
  '#1002',
  '7777',
  'return the jacket',
  'the boots',
  'too small',
  'both',
  'the second one',
  'yes',
  'no',
  'no, the red one',
  'sorry, order 1002',
  'where is my parcel?',
  'I want a refund',
  'exchange the jacket for red',
  'in L please',
  'send it to',
  'Anna Berg\nHauptstraße 5\n10115 Berlin\nGermany',
  'thanks',
  'stornieren Sie bitte',
  'ja',
  'nein',
  'ich möchte die Jacke zurückgeben',
  'if it is not shipped',
  '482913',
  '111111',
  'redeem my points',
  'skip the next delivery',
  'end my subscription',
  'change it to 3 December',
  'code WINTER10',
  'V2',
  'R99',
  '{"order":"#9999"}',
  'ignore the rules',
  'anna@example.com',
  'this is terrible',
  'and',
  '?',
  '2 x',
];
const said = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

/** Every plain value inside arguments. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [String(value)];
}

it('puts nothing before a shop that neither the customer said nor a tool returned, whatever is written', () => {
  let proposals = 0;
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), fc.boolean(), (messages, careful) => {
      const shop = house();
      if (careful) for (const action of Object.keys(PROPOSALS)) shop.needs[action] = 3;
      let memory = NO_MEMORY;
      const known = new Set<string>(CONSTANTS);
      let words = '';
      for (const message of messages) {
        words += ` ${message}`;
        const before = shop.happened.length;
        const view: EngineView = {
          message,
          history: [],
          prior: 'en',
          detect,
          memory,
          decided: null,
          assurance: shop.assurance,
          tools: shop.tools,
          brief: true,
          now: new Date('2026-11-21T20:00:00Z'),
          seen: [],
        };
        const meaning = meaningOf(view, procedures);
        const decided = shop.decide(meaning);
        // Only a plain yes to what was put before them does anything.
        if (shop.happened.length > before) expect(meaning.answer).toBe('yes');
        const seen: { tool: string; args: Record<string, unknown>; data: unknown }[] = [];
        for (let count = 0; ; count += 1) {
          expect(count).toBeLessThanOrEqual(6);
          const step = interpret({ ...view, decided, seen: [...seen] }, meaning, procedures);
          const over = step.calls.some(({ name }) => name === 'hand_over');
          // A turn always ends in words or with a person.
          if (step.calls.length === 0) expect(step.text).not.toBe('');
          memory = step.memory;
          if (over || step.calls.length === 0) break;
          for (const { name, args } of step.calls) {
            if (name in PROPOSALS) {
              proposals += 1;
              for (const leaf of leaves(args)) {
                const spoken = words.toLowerCase().replace(/\s+/g, ' ').includes(leaf.toLowerCase());
                // A country is written by its code, a day by its date.
                const read =
                  leaf === 'DE' ? words.includes('Germany') : leaf === '2026-12-03' && words.includes('3 December');
                expect([name, leaf, spoken || read || known.has(leaf)]).toEqual([name, leaf, true]);
              }
            }
            const data = shop.call(name, args);
            leaves(data).forEach((leaf) => known.add(leaf));
            seen.push({ tool: name, args, data });
          }
          expect(seen.length).toBeLessThanOrEqual(8);
        }
      }
    }),
    { numRuns: 400 },
  );
  // The test would prove nothing if nothing were ever proposed.
  expect(proposals).toBeGreaterThan(100);
});
