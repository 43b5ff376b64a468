import type { Phrases } from './phrases';

export const nl: Phrases = {
  greetings: ['Hallo {name},', 'Beste {name},', 'Hoi {name},'],
  closings: [
    'Laat het me weten als er nog iets is.',
    'Kan ik je nog ergens mee helpen?',
    'Bedankt voor je geduld!',
    'Fijne dag nog.',
  ],
  replies: {
    transit: [
      'bedankt voor je bericht! Ik heb gekeken: je bestelling {order} [[status: is onderweg | is bezorgd]] met {carrier}. De verwachte leverdag is {eta}. Het trackingnummer is {tracking}.',
      'je bestelling {order}, geplaatst op {placed}, [[negation: is verzonden | is niet verzonden]] en wordt op {eta} verwacht. Volg het pakket hier: {url}',
      'goed nieuws: {item} uit bestelling {order} is onderweg met {carrier}. De bezorging is gepland op {eta}.',
    ],
    delivered: [
      'ik heb gekeken naar bestelling {order}. Volgens {carrier} [[negation: is het pakket op {delivered} bezorgd | is het pakket op {delivered} niet bezorgd]]. Staat het misschien bij de buren?',
      'je pakket {tracking} [[status: is bezorgd | ligt bij een afhaalpunt]] op {delivered}. Laat het me weten als je het niet vindt.',
    ],
    unshipped: [
      'je bestelling {order} van {placed} [[negation: is nog niet verzonden | is verzonden]]. Zodra het pakket vertrekt krijg je een e-mail.',
      'ik zie bestelling {order}, geplaatst op {placed}, met een totaal van {total}. Het pakket [[status: is nog niet verzonden | is al onderweg]].',
    ],
    two: [
      'je hebt twee bestellingen: {order} komt aan op {eta}, en {order2} komt aan op {eta2}.',
      'ik vind twee bestellingen. {order} is onderweg en wordt verwacht op {eta}.\n{order2} is ook onderweg en wordt verwacht op {eta2}.',
    ],
    refunded: [
      'gelukt: ik heb {refund} voor bestelling {acted} terugbetaald. Het geld gaat terug zoals je hebt betaald.',
      'we hebben {refund} voor bestelling {acted} [[negation: terugbetaald | niet terugbetaald]]. Sorry voor het ongemak.',
    ],
    cancelled: [
      'ik heb bestelling {acted} voor je geannuleerd.',
      'je bestelling {acted} [[negation: is geannuleerd | is niet geannuleerd]], zoals je vroeg.',
    ],
    returned: [
      'ik heb een retour aangemaakt voor {qty} x {item} uit bestelling {acted}.',
      'je retour van {qty} x {item} uit bestelling {acted} is aangemaakt.',
    ],
    points: [
      'je hebt nu {points} punten en je niveau is {tier}.',
      'op je account staan {points} punten, je niveau is {tier}. De beloning "Free mug" kost 100 punten.',
    ],
    policy: [
      'je kunt ongebruikte artikelen binnen {days} dagen na ontvangst retourneren. [r] Het artikel [[negation: moet in de originele verpakking zitten | moet niet in de originele verpakking zitten]]. [r]',
      'standaard verzending duurt {ship} werkdagen en kost {fee} [s].',
    ],
    product: [
      '{item} is er in {colour} en kost {price}.',
      'ja, we hebben {item} in {colour}. Het is van [[attribute: katoen | leer]] en de prijs is {price}.',
      '{item} in {colour} [[negation: is op voorraad | is niet op voorraad]]. De prijs is {price}.',
    ],
    discount: [
      'als bedankje heb ik de code {code} voor je aangemaakt. Daarmee krijg je {percent}% korting.',
      'je kortingscode is {code}, die is {percent} % waard.',
    ],
    address: [
      'voor de zekerheid: bestelling {acted} gaat dan naar {street}. Klopt dat?',
      'het nieuwe adres voor {order} wordt {street}. Zal ik dat doen?',
    ],
    approval: [
      'een terugbetaling van {refund} voor bestelling {acted} moet worden bekeken. Een collega beslist daarover en schrijft je.',
    ],
    cannot: [
      'helaas [[negation: kan bestelling {order} niet meer geannuleerd worden | kan bestelling {order} nog geannuleerd worden]], want het pakket is al verzonden.',
      'het spijt me, ik kan bestelling {order} niet annuleren: het pakket [[status: is al onderweg | is nog niet verzonden]].',
    ],
    lines: [
      'bestelling {order} bevat {qty} x {item}. De prijs per stuk is {price} en het totaal is {total}.',
      'in bestelling {order} zitten {qty} x {item} voor {price} per stuk.',
    ],
  },
  passages: {
    returns:
      'Ongebruikte artikelen kunnen binnen {days} dagen na ontvangst geretourneerd worden. Het artikel moet in de originele verpakking zitten. Afgeprijsde artikelen zijn uitgesloten.',
    shipping: 'Standaard verzending duurt {ship} werkdagen en kost {fee}.',
  },
  lies: {
    promise: [
      'We zullen het volledige bedrag terugbetalen.',
      'Je krijgt een waardebon van ons.',
      'De betaling wordt terugbetaald.',
      'Ik zal de rest voor je annuleren.',
      'Ik ga het artikel voor je omruilen.',
    ],
    act: [
      'Ik heb ook je bezorgadres gewijzigd.',
      'Ik heb je abonnement ook opgezegd.',
      'We hebben je extra punten toegekend.',
      'Je volgende levering is verplaatst.',
      'Het artikel is al omgeruild.',
    ],
    link: ['Meer hierover: https://hulp-#.example/bestelling', 'Bevestig het op www.veilig-bestellen#.example.'],
    percent: ['Je krijgt ook 2#% op je volgende bestelling.', 'Dat is 1# procent minder.'],
    address: ['Stuur het naar de Werfstraat 1#.', 'Ons kantoor is aan de Keizersgracht 4#.'],
  },
};
