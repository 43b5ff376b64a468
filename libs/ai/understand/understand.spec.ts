import { detect } from 'tinyld';
import { understand } from './understand';

const intents = (text: string): string[] => understand(text, { detect }).wishes.map(({ intent }) => intent);

describe('what is asked for', () => {
  it.each([
    ['Where is my order #1001?', ['where_is_my_order']],
    ['Please cancel order 1001 and change the address of order 1002', ['cancel_order', 'change_address']],
    ['I paid $49.90 on 12 November 2026, refund me', ['refund']],
    ['thanks, but where is it', ['where_is_my_order']],
    ['I want to exchange the keyboard for a quieter one and return the lamp', ['exchange', 'return']],
    ['Wo ist mein Paket?', ['where_is_my_order']],
    ['Ik wil mijn geld terug voor bestelling 1001', ['refund']],
    ['Je voudrais annuler ma commande', ['cancel_order']],
    ['¿Cuándo me devuelven el dinero? Todavía no he recibido el reembolso', ['refund_status']],
  ])('%s', (text, expected) => {
    expect(intents(text)).toEqual(expected);
  });

  it('is two wishes when two orders are named, and one when the same is said twice', () => {
    const two = understand('Cancel order 1001 please. Cancel order 1002 as well please.', { detect }).wishes;
    expect(two.map(({ entities }) => entities.orderNumbers)).toEqual([['1001'], ['1002']]);
    expect(intents('I want to cancel my order. Please cancel order 1001.')).toEqual(['cancel_order']);
  });

  it('knows that a condition hangs on it', () => {
    const [wish] = understand('If it has not shipped yet, please cancel my order.', { detect }).wishes;
    expect(wish).toMatchObject({ intent: 'cancel_order', conditional: true });
  });
});

describe('what is denied, told as done or thanked for is not asked for', () => {
  it.each([
    'Please do not cancel my order',
    'My order has been cancelled',
    'I already got my refund, thank you',
    'Bitte stornieren Sie die Bestellung nicht',
    'Mijn bestelling is geannuleerd',
    "J'ai bien reçu le remboursement, merci",
    'Ya me han devuelto el dinero, gracias',
  ])('%s', (text) => {
    expect(intents(text)).toEqual([]);
  });
});
