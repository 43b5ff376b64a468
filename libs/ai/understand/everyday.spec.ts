import { detect } from 'tinyld';
import { understand } from './understand';

const intents = (text: string): string[] => understand(text, { detect }).wishes.map(({ intent }) => intent);

describe('where is my order', () => {
  it.each([
    'Where is my order?',
    'Hi, where is my order #1001? Thanks, Anna',
    'wheres my package',
    'Hello, I ordered a backpack last week and it has not arrived. Could you tell me where it is?',
    'Can you give me an update on order 1001 please',
    'Has my order shipped yet?',
    'Why is my delivery so late?',
    'My parcel seems delayed, what is going on?',
    'Was my order delivered?',
    'hi can you track my order',
    'Tell me where my package is please',
    'Where can I see the status of my order?',
    'Meine Lieferung hat Verspätung, oder?',
    'Mijn pakket heeft vertraging, wanneer komt het?',
    'Mi pedido lleva mucho retraso',
    'Mon colis est en retard',
    'When will my parcel be delivered?',
    'I still have not received my order. Order number: 1001.\n\nKind regards,\nAnna Bergmann',
    'Tracking number please for #1001',
    'hey any news on my delivery??',
    'Could you please check the status of my order #1001? I am getting a bit curious.',
    'My tracking link has not moved since Monday. Is it still coming?',
    'Subject: Order 1001\nHi there, how long until it gets here?',
    'Wo ist meine Bestellung #1001?',
    'Guten Tag, wann kommt mein Paket an? Viele Grüße, Anna',
    'Hallo, ich habe meine Bestellung 1001 noch immer nicht erhalten. Könnten Sie bitte nachsehen? Mit freundlichen Grüßen',
    'Wurde meine Bestellung schon verschickt?',
    'Waar blijft mijn pakketje?',
    'Hoi, wanneer wordt mijn bestelling 1001 bezorgd? Groetjes, Sanne',
    'Ik heb mijn bestelling nog niet ontvangen, kunt u kijken waar het is?',
    'Bonjour, où est ma commande n° 1001 ? Merci, Julie',
    "Je n'ai toujours pas reçu mon colis.",
    'Quand vais-je recevoir ma commande ?',
    'Hola, ¿dónde está mi pedido 1001?',
    'Buenos días, todavía no me ha llegado el paquete. ¿Cuándo llega? Gracias',
    '¿Ya enviaron mi pedido?',
  ])('%s', (text) => {
    expect(intents(text)).toEqual(['where_is_my_order']);
  });
});

describe('what else people write to a shop', () => {
  it.each([
    ['I want a refund for order 1001', 'refund'],
    ['Where is my refund?', 'refund_status'],
    ['Where can I buy the tent?', 'place_order'],
    ['Please cancel order #1001, I do not need it anymore', 'cancel_order'],
    ['How do I send these boots back? They are too small.', 'return'],
    ['Can you change the delivery address of order 1001?', 'change_address'],
    ['Tracking says delivered but I never got it', 'missing_parcel'],
    ['My package was stolen', 'missing_parcel'],
    ['The tent arrived with a broken pole', 'damaged_or_wrong'],
    ['I was charged twice for #1001', 'payment_problem'],
    ['Is the rain jacket waterproof?', 'product_question'],
    ['Where is my order? Also, do you have the blue tent in stock?', 'where_is_my_order, stock_question'],
    ['Where is my order? And what colour was the strap again?', 'where_is_my_order, product_question'],
    ['Where is my order? If it has not shipped, please cancel it.', 'where_is_my_order, cancel_order'],
    ['I was wondering about the thing', ''],
    ['Ich möchte meine Bestellung stornieren', 'cancel_order'],
    ['Wann bekomme ich mein Geld zurück?', 'refund_status'],
    ['Laut Sendungsverfolgung zugestellt, aber hier ist nichts', 'missing_parcel'],
    ['Ich möchte die Jacke umtauschen', 'exchange'],
    ['Ik wil mijn bestelling annuleren', 'cancel_order'],
    ['De rits van de jas is kapot', 'damaged_or_wrong'],
    ['Je veux être remboursé', 'refund'],
    ['Ma commande est arrivée cassée', 'damaged_or_wrong'],
    ['Quiero devolver la mochila', 'return'],
    ['¿Tienen la tienda en verde?', 'stock_question'],
    ['Hello', ''],
  ])('%s -> %s', (text, expected) => {
    expect(intents(text).join(', ')).toBe(expected);
  });
});

it.each([
  'asdf qwer',
  'Dove è il mio ordine? Non ho ancora ricevuto il pacco che aspettavo da una settimana.',
  'Где мой заказ? Он ещё не пришёл.',
])('is in a language that is not read: %s', (text) => {
  expect(understand(text, { detect })).toMatchObject({ language: null, wishes: [] });
});

describe('a thank-you needs no reply', () => {
  const isThanks = (text: string): boolean => understand(text, { detect }).nothingToAnswer;

  it.each([
    'Thanks!',
    'Perfect, thank you so much for your help!',
    'ok great, thanks\n\nAnna',
    'Vielen Dank!',
    'Danke, alles klar',
    'Bedankt voor de snelle reactie!',
    'Merci beaucoup !',
    'Muchas gracias',
    'It arrived today, thank you!',
  ])('%s', (text) => {
    expect(isThanks(text)).toBe(true);
  });

  it.each([
    'Thanks, but where is it?',
    'Thank you. I still have not received my order',
    'Danke, aber wo ist mein Paket?',
    'Thanks!\n\nRefund',
    'Thanks!\n\nAny news?',
  ])('%s asks on', (text) => {
    expect(isThanks(text)).toBe(false);
  });
});
