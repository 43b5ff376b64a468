import type { Language } from '../text/language';
import { understand } from './understand';

const lines = (text: string): string[] => text.split('|').map((line) => line.trim());
const WRITES = new Set([
  'cancel_order',
  'refund',
  'return',
  'exchange',
  'change_address',
  'change_items',
  'delete_account',
  'cancel_subscription',
]);

/** What is denied, told as done, or thanked for. None of it may look like a request to do it. */
const NOT_ASKED: Record<Language, string> = {
  en: 'Please do not cancel my order|I don’t want a refund|No cancellation please|I never asked to cancel|I am not asking for a refund|No need to refund me|My order has been cancelled|My order was refunded yesterday|I got my refund, thanks|Thanks for the refund|I already returned the shoes|I received the replacement, thank you|You changed my address already, great|The exchange arrived today, thanks|I did not cancel it',
  de: 'Bitte stornieren Sie die Bestellung nicht|Ich möchte keine Erstattung|Keine Stornierung bitte|Ich will nicht stornieren|Meine Bestellung wurde storniert|Das Geld wurde mir gestern erstattet|Ich habe die Erstattung erhalten, danke|Danke für die Rückerstattung|Ich habe die Schuhe schon zurückgeschickt|Der Ersatz ist angekommen, vielen Dank|Meine Adresse wurde geändert, danke|Ich will mein Konto nicht löschen',
  nl: 'Annuleer mijn bestelling niet|Ik wil geen terugbetaling|Geen annulering alstublieft|Ik wil niet annuleren|Mijn bestelling is geannuleerd|Het geld is gisteren terugbetaald|Ik heb de terugbetaling ontvangen, bedankt|Bedankt voor de terugbetaling|Ik heb de schoenen al teruggestuurd|De vervanging is aangekomen, dank je wel|Mijn adres is gewijzigd, bedankt|Ik wil mijn account niet verwijderen',
  fr: 'N’annulez pas ma commande|Je ne veux pas de remboursement|Pas d’annulation merci|Je ne veux pas annuler|Ma commande a été annulée|J’ai été remboursé hier|J’ai bien reçu le remboursement, merci|Merci pour le remboursement|J’ai déjà renvoyé les chaussures|L’échange est arrivé, merci beaucoup|Mon adresse a été modifiée, merci|Je ne veux pas supprimer mon compte',
  es: 'No cancelen mi pedido|No quiero un reembolso|Nada de cancelar por favor|No quiero cancelar|Mi pedido fue cancelado|Me devolvieron el dinero ayer|Ya recibí el reembolso, gracias|Gracias por el reembolso|Ya devolví los zapatos|El cambio ya llegó, muchas gracias|Mi dirección ya está cambiada, gracias|No quiero eliminar mi cuenta',
};

describe.each(Object.entries(NOT_ASKED) as [Language, string][])('not asked for (%s)', (prior, cases) => {
  it.each(lines(cases))('%s', (text) => {
    expect(understand(text, { prior }).wishes.filter(({ intent }) => WRITES.has(intent))).toEqual([]);
  });
});

/** The same deeds where they are asked for: a guard that always says no would pass the cases above. */
const ASKED: [Language, string, string][] = [
  ['en', 'I received it but I want to return it', 'return'],
  ['en', 'Please cancel my order', 'cancel_order'],
  ['en', 'I don’t want an exchange, I want a refund', 'refund'],
  ['de', 'Ich möchte bitte die Bestellung stornieren', 'cancel_order'],
  ['de', 'Keinen Umtausch, ich möchte eine Erstattung', 'refund'],
  ['nl', 'Ik wil de schoenen graag terugsturen', 'return'],
  ['nl', 'Graag mijn geld terug', 'refund'],
  ['fr', 'Je voudrais être remboursé', 'refund'],
  ['fr', 'Pouvez-vous changer mon adresse de livraison ?', 'change_address'],
  ['es', 'Quiero cancelar mi pedido', 'cancel_order'],
  ['es', 'Quiero devolver la chaqueta', 'return'],
];
it.each(ASKED)('asked for (%s): %s', (prior, text, intent) => {
  expect(understand(text, { prior }).wishes.map((wish) => wish.intent)).toEqual([intent]);
});

describe('several wishes and conditions', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'Cancel the lamp and return the chair please', ['cancel_order', 'return']],
    ['de', 'Bitte ändern Sie meine Adresse und schicken Sie mir eine Rechnung', ['change_address', 'invoice']],
    ['nl', 'Ik wil mijn bestelling annuleren en mijn account verwijderen', ['cancel_order', 'delete_account']],
    ['fr', 'Je veux retourner la veste et connaître mon solde de points', ['return', 'points_balance']],
    ['es', 'Quiero cambiar la dirección y necesito la factura', ['change_address', 'invoice']],
  ])('%s: %s', (prior, text, expected) => {
    expect(understand(text, { prior }).wishes.map(({ intent }) => intent)).toEqual(expected);
  });

  it.each<[Language, string]>([
    ['en', 'If the blue one is not available, please cancel my order'],
    ['en', 'Return the jacket, unless it is past the deadline'],
    ['de', 'Falls es noch nicht verschickt ist, bitte stornieren Sie die Bestellung'],
    ['nl', 'Als het nog niet verzonden is, wil ik de bestelling annuleren'],
    ['fr', 'Si ce n’est pas encore expédié, je veux annuler ma commande'],
    ['es', 'Si no ha salido todavía, quiero cancelar el pedido'],
  ])('hangs on a condition (%s): %s', (prior, text) => {
    const { wishes } = understand(text, { prior });
    expect(wishes.length).toBeGreaterThan(0);
    expect(wishes.every(({ conditional }) => conditional)).toBe(true);
  });
});

it('asks for nothing when all is well', () => {
  for (const [text, prior] of [
    ['Thanks!', 'en'],
    ['Vielen Dank!', 'de'],
    ['Bedankt!', 'nl'],
    ['Merci beaucoup !', 'fr'],
    ['¡Muchas gracias!', 'es'],
    ['🙏', 'en'],
  ] as const)
    expect(understand(text, { prior })).toMatchObject({ nothingToAnswer: true, wishes: [] });
  expect(understand('Thanks, but where is it?', { prior: 'en' }).nothingToAnswer).toBe(false);
});
