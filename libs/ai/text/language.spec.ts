import { guessLanguage, type Language } from './language';

/** As a detector that knows place names better than sentences. */
const detect = (text: string): string =>
  /los|san|santa/i.test(text) ? 'es' : /\bmer\b|\bny\b/i.test(text) ? 'fr' : '';
const inEnglish = (text: string): Language | null => guessLanguage(text, { prior: 'en', detect }).language;

it.each([
  'It is Ann Lee, 12 Ocean Drive, San Marino, CA 91108, USA',
  'ann lee, 12 ocean drive, los altos, ca 94022, usa',
  'Ann Lee\n7 Main Road\nMer Rouge, LA 71261\nUSA please',
])('lets no town decide the language of who speaks English: %s', (text) => {
  expect(inEnglish(text)).toBe('en');
});

it.each(['no, sorry, wrong number: #1004', 'No. The blue one.'])('reads the English no as English: %s', (text) => {
  expect(inEnglish(text)).toBe('en');
});

it.each<[string, Language]>([
  ['¿Dónde está mi pedido? No ha llegado todavía', 'es'],
  ['Où est ma commande ? Je ne l’ai pas reçue', 'fr'],
  ['Wo ist mein Paket, 12345 Berlin, es ist noch nicht da', 'de'],
  ['Mijn pakket is nog niet bezorgd', 'nl'],
])('still follows who changes the language: %s', (text, language) => {
  expect(inEnglish(text)).toBe(language);
});
