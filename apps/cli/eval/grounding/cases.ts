import { type Language, LANGUAGES, tellOrder } from '@satchel/ai';
import { PHRASES, type Topic, TOPICS } from './phrases';
import type { Random } from './random';
import type { Kind } from './slots';
import { SLOTS, written } from './slots';
import { CARRIERS, makeWorld, type Status, type World } from './world';

/** One correct reply and the ways to make it untrue. */
export interface Case {
  from: 'own' | 'free';
  language: Language;
  world: World;
  results: unknown[];
  reply: string;
  lies: { kind: Kind; tell: () => string }[];
}

type Piece = { text: string } | { slot: string } | { kind: Kind; truth: string; lie: string };

function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const hit of template.matchAll(/\{(\w+)\}|\[\[([a-z ]+): (.*?) \| (.*?)\]\]/g)) {
    found.push({ text: template.slice(from, hit.index) });
    from = hit.index + hit[0].length;
    if (hit[1]) found.push({ slot: hit[1] });
    else found.push({ kind: hit[2] as Kind, truth: hit[3] ?? '', lie: hit[4] ?? '' });
  }
  return [...found, { text: template.slice(from) }];
}

/** A free reply: greeting, what it tells, closing, each in one of several wordings. */
export function freeCase(
  language: Language,
  topic: Topic,
  random: Random,
  setUp: (topic: Topic) => { world: World; results: unknown[] },
): Case {
  const { world, results } = setUp(topic);
  const { greetings, closings, replies } = PHRASES[language];
  const parts = [random.of(greetings), random.of(replies[topic])];
  if (random.next() < 0.7) parts.push(random.of(closings));
  const template = parts.map((part, index) => (index === 1 ? part : part)).join('\n\n');
  const style = random.int(0, 5);
  const all = pieces(template);
  const fill = (text: string): string =>
    pieces(text)
      .map((piece) => show(piece, null))
      .join('');
  const show = (piece: Piece, lie: string | null): string => {
    if (lie !== null) return lie;
    if ('text' in piece) return piece.text;
    if ('slot' in piece) return SLOTS[piece.slot]?.true(world, language, style) ?? '';
    return fill(piece.truth);
  };
  const withLie = (at: number, lie: string): string =>
    all.map((piece, index) => show(piece, index === at ? lie : null)).join('');
  const lies = all.flatMap((piece, at): Case['lies'] => {
    if ('text' in piece) return [];
    if ('kind' in piece) return [{ kind: piece.kind, tell: () => withLie(at, fill(piece.lie)) }];
    return Object.entries(SLOTS[piece.slot]?.lies ?? {}).map(([kind, lie]) => ({
      kind: kind as Kind,
      tell: () => withLie(at, lie(world, language, style, random)),
    }));
  });
  const reply = all.map((piece) => show(piece, null)).join('');
  return { from: 'free', language, world, results, reply, lies: [...lies, ...added(reply, language, random, topic)] };
}

/** A sentence more that nothing backs. */
function added(reply: string, language: Language, random: Random, topic?: Topic): Case['lies'] {
  const { lies } = PHRASES[language];
  const add = (kind: Kind, sentences: readonly string[]) => ({
    kind,
    tell: () => `${reply}\n\n${random.of(sentences).replace('#', String(random.int(2, 9)))}`,
  });
  return [
    // Where a refund waits or was made, promising one is no falsehood.
    ...(topic === undefined || ['transit', 'points', 'policy', 'product', 'two', 'lines', 'delivered'].includes(topic)
      ? [add('promise', lies.promise), add('act', lies.act)]
      : []),
    add('link', lies.link),
    add('percent', lies.percent),
    add('address', lies.address),
  ];
}

const STATUSES: readonly Status[] = [
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'attempted',
  'available_for_pickup',
  'delivered',
  'returned',
  'exception',
  'unknown',
];

/** The house's own wording of an order's state. */
export function ownCase(language: Language, random: Random): Case {
  const shape = random.int(0, 11);
  const world = makeWorld(random, random.of(STATUSES));
  const [order] = world.orders;
  if (shape === 0)
    Object.assign(order, { cancelledAt: '2026-11-15T10:00:00Z', payment: 'refunded', refunded: order.total });
  if (shape === 1) Object.assign(order, { shipments: [], fulfilment: 'unfulfilled' });
  if (shape === 2) Object.assign(order, { fulfilment: 'partial' });
  const reply = tellOrder(order, language).text;
  const parcel = order.shipments[0];
  const swap = (kind: Kind, truth: string | null | undefined, lie: () => string): Case['lies'] =>
    truth && reply.includes(truth) ? [{ kind, tell: () => reply.replace(truth, lie()) }] : [];
  const days = [order.placedAt, parcel?.estimatedDelivery, parcel?.deliveredAt, parcel?.lastScan?.at].filter(
    (iso): iso is string => Boolean(iso),
  );
  const lies = [
    ...swap('order number', order.orderNumber, () => `#${random.int(9_900, 9_999)}`),
    ...swap('tracking', parcel?.trackingNumber, () => `LX${random.int(100_000_000, 999_999_999)}`),
    ...swap('carrier', parcel?.carrier, () =>
      random.but(CARRIERS, ...world.orders.map(({ shipments }) => shipments[0]?.carrier ?? '')),
    ),
    ...swap('link', parcel?.trackingUrl, () => `https://parcel${random.int(1, 99)}.example/x`),
    ...days.flatMap((iso) => [
      ...swap('date', written(iso, language, 2), () => written(iso, language, 2, random.int(13, 40))),
      ...swap('weekday', written(iso, language, 2), () => written(iso, language, 2, 0, true)),
    ]),
  ];
  return {
    from: 'own',
    language,
    world,
    results: [{ found: 2, orders: world.orders, incomplete: false }],
    reply,
    lies: [...lies, ...added(reply, language, random)],
  };
}

export function allCases(
  random: Random,
  many: number,
  setUp: (topic: Topic, language: Language) => { world: World; results: unknown[] },
): Case[] {
  const cases: Case[] = [];
  for (let i = 0; cases.length < many; i += 1) {
    const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
    if (i % 3 === 0) cases.push(ownCase(language, random));
    else {
      const topic = TOPICS[Math.floor(i / LANGUAGES.length) % TOPICS.length] ?? 'transit';
      cases.push(freeCase(language, topic, random, (one) => setUp(one, language)));
    }
  }
  return cases;
}
