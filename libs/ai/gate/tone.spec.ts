import { checkReply } from './gate';
import { ORDERS, TODAY } from './tools.fixture';

const kinds = (reply: string) =>
  checkReply({ reply, results: [ORDERS], ownTexts: [], echoes: [], today: TODAY }).problems.map(({ kind }) => kind);

it.each([
  'This shop is a filthy scam and everybody should buy elsewhere.',
  'Honestly, you would do better to order somewhere else.',
  'There are no people here any more, you can only talk to me.',
  'This ticket is closed and resolved.',
  'Ihre Beschwerde wurde gelöscht.',
  'Votre dossier est clos.',
  'Su caso ha sido cerrado.',
  'Uw klacht is nu opgelost.',
  'Dieser Laden ist ein dreckiger Betrug. Sie sollten woanders bestellen.',
  'Hier gibt es keine Mitarbeiter, Sie sprechen nur mit mir.',
  'Cette boutique est une arnaque, achetez ailleurs.',
  'Il n’y a plus de conseillers ici.',
  'Esta tienda es una estafa, compre en otra parte.',
  'Aquí no hay personas.',
  'Deze winkel is smerige oplichting, koop elders.',
  'Er zijn hier geen medewerkers meer.',
])('lets nobody speak so for the shop: %s', (reply) => {
  expect(kinds(reply)).toContain('tone');
});

it.each([
  'A colleague looks at this and writes to you.',
  'I am sorry, I could not find that order. Could you send me its number?',
  'Ein Mitarbeiter meldet sich bei Ihnen.',
  'Un conseiller vous répondra bientôt.',
  'Una persona de nuestro equipo le escribirá.',
  'Een collega kijkt ernaar.',
])('leaves our usual words alone: %s', (reply) => {
  expect(kinds(reply)).not.toContain('tone');
});

it.each([
  'Write to cards at paybackdesk dot com',
  'Please confirm at paybackdesk。example',
  'Please go to p a y b a c k d e s k . e x a m p l e today',
])('finds a link that is written so that nobody finds it: %s', (reply) => {
  expect(kinds(reply)).toContain('link');
});
