import type { GateInput } from './gate';
import { checkReply } from './gate';
import { repairPrompt, withoutProblems } from './repair';
import { APPROVAL, ARTICLES, done, LINES, ORDERS, POINTS, PRODUCTS, REFUNDED, TODAY, WAITING } from './tools.fixture';

const check = (reply: string, results: unknown[], more: Partial<GateInput> = {}) =>
  checkReply({
    reply,
    results,
    ownTexts: [],
    echoes: [],
    names: ['Anna Berg'],
    hosts: ['fernhill.example'],
    today: TODAY,
    ...more,
  });
const kinds = (reply: string, results: unknown[], more?: Partial<GateInput>) =>
  check(reply, results, more).problems.map(({ kind }) => kind);

describe('what the tools answered may be said, in five languages', () => {
  it.each<[string, unknown[]]>([
    ['I have refunded 24.90 EUR for order #1001.', [ORDERS, REFUNDED]],
    ['Ich habe Ihnen 24,90 € für die Bestellung #1001 erstattet.', [ORDERS, REFUNDED]],
    ['Ik heb 24,90 EUR voor bestelling #1001 terugbetaald.', [ORDERS, REFUNDED]],
    ["J'ai remboursé 24,90 € pour votre commande #1001.", [ORDERS, REFUNDED]],
    ['He reembolsado 24,90 € de su pedido #1001.', [ORDERS, REFUNDED]],
    ['Your order #1002 has not been shipped yet, order #1001 is on its way.', [ORDERS]],
    ['You have 450 points and your tier is Silver.', [POINTS]],
    ['Sie haben 450 Punkte und die Stufe Silber.', [POINTS]],
    ['The Skerry Shell is available in red and costs 99.00 EUR.', [PRODUCTS]],
    ['Den Skerry Shell gibt es in Rot für 99,00 EUR. Er ist wasserdicht.', [PRODUCTS]],
    ['You can return unused items within 30 days. [returns-1]', [ARTICLES]],
    ['Sie können unbenutzte Artikel innerhalb von 30 Tagen zurückgeben [returns-1].', [ARTICLES]],
    ['Je kunt ongebruikte artikelen binnen 30 dagen retourneren [returns-1].', [ARTICLES]],
    ['Vous pouvez retourner les articles inutilisés sous 30 jours [returns-1].', [ARTICLES]],
    ['Puede devolver los artículos sin usar en un plazo de 30 días [returns-1].', [ARTICLES]],
    ['I would send order #1001 to Lindenweg 12, 34117 Kassel. Is that right?', [ORDERS, WAITING]],
    ['A colleague decides about the refund of 129.50 EUR for order #1001.', [ORDERS, APPROVAL]],
    ['The Ridge Pack 45L costs 89.50 EUR, the Alpine Bottle 20.00 EUR.', [LINES]],
    ['Hello Anna, more is on https://fernhill.example/returns and on fernhill.example.', []],
    ['Hi Anna, shall I cancel your order?', []],
  ])('%s', (reply, results) => {
    expect(check(reply, results).problems).toEqual([]);
  });
});

describe('what belongs to another order, item or parcel is refused', () => {
  it.each<[string, unknown[]]>([
    ['Order #1002 arrives on 22 November.', [ORDERS]],
    ['The total of order #1002 is 129.50 EUR.', [ORDERS]],
    ['I have refunded 24.90 EUR for order #1002.', [ORDERS, REFUNDED]],
    ['Ich habe die Bestellung #1002 erstattet.', [ORDERS, REFUNDED]],
    ['Your order #1002 is on its way to you.', [ORDERS]],
    ['Your order #1001 has not been shipped yet.', [ORDERS]],
    ['Votre commande #1002 est en route.', [ORDERS]],
    ['Su pedido #1002 está en camino.', [ORDERS]],
    ['Je bestelling #1002 is onderweg.', [ORDERS]],
    ['Order #1001 holds 5 x Ridge Pack 45L.', [ORDERS]],
    ['The Alpine Bottle costs 89.50 EUR.', [LINES]],
    ['Order #1001 was placed on 22 November.', [ORDERS]],
  ])('%s', (reply, results) => {
    expect(kinds(reply, results)).not.toEqual([]);
  });
});

describe('what no tool answered is refused', () => {
  it.each<[string, unknown[], string]>([
    ['I have cancelled order #1001.', [ORDERS, REFUNDED], 'promise'],
    ['Your refund has not been issued for order #1001: it has not been refunded.', [ORDERS, REFUNDED], 'claim'],
    ['A colleague decides about your refund.', [ORDERS], 'promise'],
    ['Ein Kollege entscheidet über Ihre Erstattung.', [ORDERS], 'promise'],
    ['Een collega beslist over je terugbetaling.', [ORDERS], 'promise'],
    ['Un collègue décide de votre remboursement.', [ORDERS], 'promise'],
    ['Un compañero decide sobre su reembolso.', [ORDERS], 'promise'],
    ['You will receive a voucher from us.', [ORDERS], 'promise'],
    ['Sie erhalten einen Gutschein von uns.', [ORDERS], 'promise'],
    ['Je krijgt een waardebon van ons.', [ORDERS], 'promise'],
    ['Vous recevrez un bon de notre part.', [ORDERS], 'promise'],
    ['Recibirá un vale de nuestra parte.', [ORDERS], 'promise'],
    ['You have 460 points on your account.', [POINTS], 'number'],
    ['You have 300 points and your tier is Gold.', [POINTS], 'attribute'],
    ['The Skerry Shell is available in green.', [PRODUCTS], 'attribute'],
    ['Den Skerry Shell gibt es in Grün.', [PRODUCTS], 'attribute'],
    ['The Skerry Shell is not waterproof.', [PRODUCTS], 'attribute'],
    ['Your order is on its way with DHL.', [ORDERS], 'attribute'],
    ['You can return unused items within 30 days.', [ARTICLES], 'uncited'],
    ['You can return unused items within 60 days. [returns-1]', [ARTICLES], 'citation'],
    ['Sale items can be returned. [returns-1]', [ARTICLES], 'citation'],
    ['Unbenutzte Artikel können nicht zurückgegeben werden. [returns-1]', [ARTICLES], 'citation'],
    ['We exchange damaged items for free. [returns-1]', [ARTICLES], 'citation'],
    ['You can return unused items within 30 days. [returns-9] [r2]', [ARTICLES], 'citation'],
    ['Please send it to 14 Harbour Street.', [ORDERS], 'address'],
    ['Ihre Bestellung geht an die Lindenallee 12.', [ORDERS, WAITING], 'address'],
    ['I would send it to Lindenweg 14, 34117 Kassel. Is that right?', [ORDERS, WAITING], 'address'],
    ['Nous sommes au 4 rue du Port.', [ORDERS], 'address'],
    ['Envíelo a la calle Puerto 14, por favor.', [ORDERS], 'address'],
    ['Stuur het naar de Werfstraat 14.', [ORDERS], 'address'],
    ['Your card 4111 1111 1111 1111 was charged.', [{ note: '4111 1111 1111 1111' }], 'secret'],
    ['Pay to DE89 3704 0044 0532 0130 00 for your order.', [ORDERS], 'secret'],
    ['Your code is 482913 for this order.', [ORDERS], 'number'],
    ['Use the code WELCOME5 for your order.', [ORDERS], 'code'],
    ['Hi Jonas, your order is on its way.', [ORDERS], 'name'],
    ['More on https://fernhill.example.evil.example/returns for you.', [], 'link'],
    ['More on https://fernhill.example:8443/returns for you.', [], 'link'],
    ['More on http://fernhill.example/returns for you.', [], 'link'],
  ])('%s', (reply, results, kind) => {
    expect(kinds(reply, results)).toContain(kind);
  });
});

it('tells what each piece rests on, where it stands in the text that is sent', () => {
  const { text, evidence } = check(
    'I have refunded 24.90 EUR for order #1001. You can return unused items within 30 days [returns-1].',
    [ORDERS, REFUNDED, ARTICLES],
    { tools: ['find_orders', 'refund', 'search_articles'] },
  );
  expect(text).toBe('I have refunded 24.90 EUR for order #1001. You can return unused items within 30 days.');
  for (const span of evidence) expect(text.slice(span.from, span.to)).toBe(span.text);
  const of = (kind: string) => evidence.find((span) => span.kind === kind);
  expect(of('act')).toMatchObject({ text: 'I have refunded', source: { tool: 'refund', value: 'done' } });
  expect(of('amount')).toMatchObject({ text: '24.90 EUR', source: { tool: 'refund' } });
  expect(of('code')).toMatchObject({ text: '#1001', source: { tool: 'find_orders', path: 'orders[0].orderNumber' } });
  expect(of('passage')).toMatchObject({
    text: 'You can return unused items within 30 days.',
    source: { tool: 'search_articles', path: 'passages[0].text' },
  });
});

it("counts what came of the customer's yes", () => {
  const reply = 'I have refunded 24.90 EUR for order #1001.';
  const decided = {
    answer: 'yes' as const,
    action: 'refund',
    summary: 'Refund 24.90 EUR for #1001',
    outcome: REFUNDED,
  };
  expect(check(reply, [ORDERS], { decided }).problems).toEqual([]);
  expect(kinds(reply, [ORDERS], { decided: { ...decided, outcome: null } })).toContain('promise');
  const uncertain = { state: 'uncertain' as const, action: 'refund', summary: 'Refund 24.90 EUR for #1001' };
  expect(kinds(reply, [ORDERS], { decided: { ...decided, outcome: uncertain } })).toContain('promise');
});

it('lets a code be given that an action made, and no other', () => {
  const made = done('create_discount', 'Made the code THANKS-AB12CD34 for 10 %', {
    result: { code: 'THANKS-AB12CD34' },
  });
  expect(check('I have created the code THANKS-AB12CD34 for you: 10% off.', [made]).problems).toEqual([]);
  expect(kinds('I have created the code THANKS-AB12CD35 for you: 10% off.', [made])).not.toEqual([]);
  expect(kinds('I have created the code THANKS-AB12CD34 for you: 15% off.', [made])).not.toEqual([]);
});

describe('a reply with problems', () => {
  it('is named piece by piece for one rewrite', () => {
    const { problems } = check('I have cancelled order #1001. It arrives on 24 November.', [ORDERS]);
    const prompt = repairPrompt(problems);
    expect(prompt).toContain('"24 November": days only as a tool returned them');
    expect(prompt).toContain('I have cancelled');
  });

  it('loses a sentence that nothing needs, and says which', () => {
    const reply = 'Your order #1001 is on its way. It feels great in yellow.';
    const result = check(reply, [ORDERS]);
    expect(withoutProblems(reply, result)).toEqual({
      text: 'Your order #1001 is on its way.',
      dropped: ['It feels great in yellow.'],
    });
  });

  it('goes to a person where the sentence is needed', () => {
    const reply = 'Your order #1001 arrives on 24 November. Thanks for your patience.';
    expect(withoutProblems(reply, check(reply, [ORDERS]))).toBeNull();
  });
});

describe('what stands in an answer word for word', () => {
  it('may be quoted from an article without its mark, sentence by sentence', () => {
    const text =
      'You have 45 days from delivery. The item has to be unworn.\n1. Ask us for a label.\n2. Hand the parcel in.';
    const passage = { cite: 'en/returns#1', title: 'Returns', text, url: null, updatedAt: '2026-11-01', score: 0.9 };
    const articles = { found: 1, passages: [passage] };
    expect(kinds(`This is what "Returns" says: ${text}`, [articles])).toEqual([]);
    expect(kinds('You have 50 days from delivery.', [articles])).not.toEqual([]);
  });

  it('may be a reward that is called like a promise, when the programme has it', () => {
    const rewards = [{ rewardId: 'r1', title: '15 % off', points: 900, affordable: true }];
    const points = { found: true, programme: 'Club', points: 1240, tier: 'Gold', rewards, incomplete: false };
    expect(kinds('You have 1240 points. They are enough for: 15 % off.', [points])).toEqual([]);
    expect(kinds('You have 1240 points. They are enough for: 25 % off.', [points])).not.toEqual([]);
  });

  it('still tells what a number counts, when the programme is named by that word', () => {
    const points = { found: true, programme: 'Points', points: 1240, tier: 'Gold', rewards: [], incomplete: false };
    expect(kinds('You have 1240 points. Your level is Gold.', [points])).toEqual([]);
    expect(kinds('You have 1240 days. Your level is Gold.', [points])).toEqual(['number']);
    expect(kinds('You have 1250 points. Your level is Gold.', [points])).toEqual(['number']);
  });
});

describe('what the house says itself while something waits', () => {
  it.each([
    'A colleague has to look at this first. Nothing was changed yet, and you hear from us when it is decided.',
    'Nothing was changed so far.',
  ])('%s', (reply) => {
    expect(kinds(reply, [ORDERS, APPROVAL])).toEqual([]);
  });

  it('still finds a change that nobody made', () => {
    expect(kinds('Your order #1001 was changed.', [ORDERS])).toContain('promise');
    expect(kinds('Nothing is missing, your order #1001 was changed.', [ORDERS])).toContain('promise');
  });

  it('tells what became of a line in the words of the deed', () => {
    const swap = done(
      'change_items',
      'Changed #1001: 1 x Crate (parts: 2-piece, tone: grey) to parts: 3-piece, tone: blue',
    );
    expect(kinds('Your order #1001 is changed: parts: 3-piece, tone: blue instead of Crate.', [swap])).toEqual([]);
    expect(kinds('Your order #1001 is changed: parts: 4-piece, tone: blue instead of Crate.', [swap])).not.toEqual([]);
  });
});
