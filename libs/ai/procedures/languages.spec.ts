import { detect } from 'tinyld';
import { NO_MEMORY } from '../conversation/memory';
import { meaningOf, nextStep } from '../engine/engine';
import type { EngineView } from '../engine/engine-view';
import { BUILT_IN } from './built-in';
import { anOrder, FakeHouse } from './toolbox.fixture';

const procedures = BUILT_IN.map((document) => ({ document, version: 0 }));

/** A conversation as it is really understood. */
function talk(messages: string[], more: Partial<EngineView> = {}): { texts: string[]; shop: FakeHouse } {
  const shop = new FakeHouse();
  shop.orders = [anOrder('#1001')];
  let memory = NO_MEMORY;
  const texts = messages.map((message) => {
    const view: EngineView = {
      message,
      history: [],
      prior: null,
      detect,
      memory,
      decided: null,
      assurance: 2,
      tools: shop.tools,
      brief: false,
      now: new Date('2026-11-21T20:00:00Z'),
      seen: [],
      ...more,
    };
    const decided = shop.decide(meaningOf(view, procedures));
    const seen: { tool: string; args: Record<string, unknown>; data: unknown }[] = [];
    for (;;) {
      const step = nextStep({ ...view, decided, seen: [...seen] }, procedures);
      memory = step.memory;
      if (step.calls.length === 0) return step.text;
      if (step.calls.some(({ name }) => name === 'hand_over'))
        return `${step.text} [person: ${String(step.calls[0]?.args.reason)}]`;
      for (const { name, args } of step.calls) seen.push({ tool: name, args, data: shop.call(name, args) });
    }
  });
  return { texts, shop };
}

it.each([
  [
    'Please cancel my order 1001',
    'yes please',
    /next step: cancel order #1001.*Shall I go ahead\?/s,
    'Your order #1001 is cancelled.',
  ],
  [
    'Bitte stornieren Sie meine Bestellung 1001',
    'Ja',
    /nächste Schritt: die Bestellung #1001 stornieren\..*Soll ich/s,
    'Ihre Bestellung #1001 ist storniert.',
  ],
  [
    'Ik wil mijn bestelling 1001 annuleren',
    'ja graag',
    /volgende stap: bestelling #1001 annuleren.*Zal ik/s,
    'Uw bestelling #1001 is geannuleerd.',
  ],
  [
    'Je voudrais annuler ma commande 1001',
    'oui',
    /étape suivante : annuler la commande #1001.*oui ou/s,
    'Votre commande #1001 est annulée.',
  ],
  [
    'Quiero cancelar mi pedido 1001 por favor',
    'sí',
    /siguiente paso: cancelar el pedido #1001.*¿Sigo/s,
    'Su pedido #1001 está cancelado.',
  ],
])('%s', (wish, yes, asks, done) => {
  const { texts, shop } = talk([wish, yes]);
  expect(texts[0]).toMatch(asks);
  expect(texts[1]).toContain(done);
  expect(shop.happened).toHaveLength(1);
});

it('addresses friends as friends where the shop does', () => {
  const { texts } = talk(['Bitte stornieren Sie meine Bestellung 1001', 'Ja'], { informal: true });
  expect(texts[0]).toContain('Bitte antworte mit Ja oder Nein');
  expect(texts[1]).toContain('eine Bestellung #1001 ist storniert');
});

it('begins in small letters after a German greeting, and in capitals where nobody greets', () => {
  const wish = 'Bitte stornieren Sie meine Bestellung 1001';
  expect(talk([wish]).texts[0]).toMatch(/^der nächste Schritt/);
  expect(talk([wish], { brief: true }).texts[0]).toMatch(/^Der nächste Schritt/);
});

it.each([
  ['Where is my refund for order 1001?', 'no refund for order #1001'],
  ['I want my money back for order 1001', 'cancel order #1001'],
])('%s', (wish, says) => {
  expect(talk([wish]).texts[0]).toContain(says);
});

it.each([
  ['Please do not cancel my order', 'person'],
  ['If it is not shipped yet, cancel order 1001, otherwise return it', 'person: condition'],
  ['Cancel order 1001 or I call my lawyer', 'person: legal'],
])('%s: a person reads it', (wish, says) => {
  const { texts, shop } = talk([wish]);
  expect(texts[0]).toContain(says);
  expect(shop.waiting).toBeNull();
});
