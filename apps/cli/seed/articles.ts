/** An article of the demo shop in its two languages. */
export interface SeedArticle {
  en: SeedText;
  de: SeedText;
}

interface SeedText {
  section: string;
  title: string;
  body: string;
  /** As customers ask for it. */
  asked: string[];
}

export const articles: SeedArticle[] = [
  {
    en: {
      section: 'Orders and delivery',
      title: 'Shipping times and costs',
      body: '## How long it takes\n\nWe pack on working days. Parcels take **2 to 4 days** within Germany and Austria and 4 to 7 days in the rest of Europe.\n\n## What it costs\n\nShipping is 4.90 EUR, and free from 80 EUR on.',
      asked: ['When will my order arrive?', 'How much is delivery?'],
    },
    de: {
      section: 'Bestellung und Versand',
      title: 'Versanddauer und Versandkosten',
      body: '## Wie lange es dauert\n\nWir packen an Werktagen. Pakete brauchen **2 bis 4 Tage** in Deutschland und Österreich und 4 bis 7 Tage im übrigen Europa.\n\n## Was es kostet\n\nDer Versand kostet 4,90 EUR und ist ab 80 EUR frei.',
      asked: ['Wann kommt meine Bestellung?', 'Was kostet die Lieferung?'],
    },
  },
  {
    en: {
      section: 'Orders and delivery',
      title: 'Following your parcel',
      body: 'As soon as a parcel leaves us, you get a mail with its tracking number. The first scan can take a day to show.\n\nIf nothing has moved for **five working days**, write to us with your order number and we look into it with the carrier.',
      asked: ['Where is my order?', 'My tracking does not move'],
    },
    de: {
      section: 'Bestellung und Versand',
      title: 'Das Paket verfolgen',
      body: 'Sobald ein Paket uns verlässt, bekommen Sie eine Mail mit der Sendungsnummer. Bis zum ersten Eintrag kann ein Tag vergehen.\n\nHat sich **fünf Werktage** nichts bewegt, schreiben Sie uns mit der Bestellnummer; wir fragen beim Zusteller nach.',
      asked: ['Wo ist meine Bestellung?', 'Die Sendungsverfolgung zeigt nichts an'],
    },
  },
  {
    en: {
      section: 'Orders and delivery',
      title: 'Changing or cancelling an order',
      body: 'Until it is packed, we can change the address or cancel an order. Write to us as soon as you can with the order number.\n\nOnce it is on its way, please send it back instead; that is free.',
      asked: ['I ordered by mistake', 'I typed the wrong address'],
    },
    de: {
      section: 'Bestellung und Versand',
      title: 'Eine Bestellung ändern oder stornieren',
      body: 'Bis sie gepackt ist, können wir die Adresse ändern oder die Bestellung stornieren. Schreiben Sie uns so früh wie möglich mit der Bestellnummer.\n\nIst sie unterwegs, schicken Sie sie bitte zurück; das ist kostenlos.',
      asked: ['Ich habe aus Versehen bestellt', 'Die Adresse ist falsch'],
    },
  },
  {
    en: {
      section: 'Returns',
      title: 'Returns and exchanges',
      body: 'You have **30 days** from delivery. The item has to be unworn and have its labels.\n\n1. Ask us for a return label by mail or chat.\n2. Pack the item and hand it in at any parcel shop.\n3. For another size or colour, tell us which one: we send it when the return is scanned.\n\nItems marked as *final sale* cannot be returned.',
      asked: ['How do I send something back?', 'Can I get another size?'],
    },
    de: {
      section: 'Rückgabe',
      title: 'Rückgabe und Umtausch',
      body: 'Sie haben ab der Lieferung **30 Tage** Zeit. Der Artikel muss ungetragen sein und seine Etiketten haben.\n\n1. Fordern Sie per Mail oder Chat ein Rücksendeetikett an.\n2. Packen Sie den Artikel ein und geben Sie ihn in einem Paketshop ab.\n3. Für eine andere Größe oder Farbe sagen Sie uns, welche: wir senden sie, sobald die Rücksendung erfasst ist.\n\nArtikel im *Endverkauf* nehmen wir nicht zurück.',
      asked: ['Wie schicke ich etwas zurück?', 'Kann ich eine andere Größe bekommen?'],
    },
  },
  {
    en: {
      section: 'Returns',
      title: 'When you get your money back',
      body: 'We check a return within three working days of its arrival and pay to the **same card or account** that you paid with. Banks need up to five more working days to show it.',
      asked: ['Where is my refund?', 'How long does a refund take?'],
    },
    de: {
      section: 'Rückgabe',
      title: 'Wann Sie Ihr Geld zurückbekommen',
      body: 'Wir prüfen eine Rücksendung innerhalb von drei Werktagen nach ihrer Ankunft und zahlen auf **dieselbe Karte oder dasselbe Konto**, mit dem Sie bezahlt haben. Banken brauchen bis zu fünf weitere Werktage.',
      asked: ['Wo bleibt mein Geld?', 'Wie lange dauert die Erstattung?'],
    },
  },
  {
    en: {
      section: 'Products',
      title: 'Finding your size',
      body: '| Size | Chest | Waist |\n| --- | --- | --- |\n| S | 88 to 94 cm | 76 to 82 cm |\n| M | 95 to 102 cm | 83 to 90 cm |\n| L | 103 to 110 cm | 91 to 98 cm |\n\nBetween two sizes, take the larger one for jackets and the smaller one for knitwear.',
      asked: ['Which size should I take?', 'Do your jackets run small?'],
    },
    de: {
      section: 'Produkte',
      title: 'Die richtige Größe finden',
      body: '| Größe | Brust | Taille |\n| --- | --- | --- |\n| S | 88 bis 94 cm | 76 bis 82 cm |\n| M | 95 bis 102 cm | 83 bis 90 cm |\n| L | 103 bis 110 cm | 91 bis 98 cm |\n\nZwischen zwei Größen nehmen Sie bei Jacken die größere und bei Strick die kleinere.',
      asked: ['Welche Größe soll ich nehmen?', 'Fallen die Jacken klein aus?'],
    },
  },
  {
    en: {
      section: 'Products',
      title: 'Washing and caring for your gear',
      body: '## Wool\n\nWash by hand or in the wool cycle at 30 °C, and dry it flat.\n\n## Rain jackets\n\nWash at 30 °C without softener. Twenty minutes in a warm dryer bring the water repellency back.\n\n## Waxed cotton\n\nNever in the machine: sponge it with cold water, and wax it once a year.',
      asked: ['Can this go into the washing machine?', 'My jacket lets water in'],
    },
    de: {
      section: 'Produkte',
      title: 'Waschen und pflegen',
      body: '## Wolle\n\nVon Hand oder im Wollprogramm bei 30 °C waschen und liegend trocknen.\n\n## Regenjacken\n\nBei 30 °C ohne Weichspüler waschen. Zwanzig Minuten im warmen Trockner frischen die Imprägnierung auf.\n\n## Gewachste Baumwolle\n\nNie in die Maschine: mit kaltem Wasser abwischen und einmal im Jahr nachwachsen.',
      asked: ['Darf das in die Waschmaschine?', 'Meine Jacke ist nicht mehr dicht'],
    },
  },
  {
    en: {
      section: 'Products',
      title: 'Warranty and repairs',
      body: 'Our gear has a warranty of **two years** on material and seams. Send us a picture and your order number, and we repair or replace it.\n\nAfter that, and for wear, our workshop repairs zips, straps and seams at cost.',
      asked: ['The zip broke', 'Do you repair old jackets?'],
    },
    de: {
      section: 'Produkte',
      title: 'Garantie und Reparatur',
      body: 'Auf Material und Nähte geben wir **zwei Jahre** Garantie. Schicken Sie uns ein Bild und Ihre Bestellnummer; wir reparieren oder ersetzen.\n\nDanach, und bei Verschleiß, richtet unsere Werkstatt Reißverschlüsse, Gurte und Nähte zum Selbstkostenpreis.',
      asked: ['Der Reißverschluss ist kaputt', 'Repariert ihr alte Jacken?'],
    },
  },
  {
    en: {
      section: 'Account and payment',
      title: 'Ways to pay',
      body: 'We take Visa, Mastercard, PayPal, Klarna and gift cards. A card is charged when the parcel leaves us.\n\nIf a payment fails, nothing is taken: try another card, or ask your bank whether it blocked the payment.',
      asked: ['Can I pay by invoice?', 'My card was declined'],
    },
    de: {
      section: 'Konto und Zahlung',
      title: 'Zahlungsarten',
      body: 'Wir nehmen Visa, Mastercard, PayPal, Klarna und Geschenkkarten. Eine Karte wird belastet, wenn das Paket uns verlässt.\n\nSchlägt eine Zahlung fehl, wird nichts abgebucht: versuchen Sie eine andere Karte, oder fragen Sie Ihre Bank, ob sie die Zahlung gesperrt hat.',
      asked: ['Kann ich auf Rechnung kaufen?', 'Meine Karte wurde abgelehnt'],
    },
  },
  {
    en: {
      section: 'Account and payment',
      title: 'Points and rewards',
      body: 'Each euro earns one point, once the time for returns is over. **100 points** are worth 5 EUR off your next order. Points stay for two years.',
      asked: ['What are my points worth?', 'When do my points run out?'],
    },
    de: {
      section: 'Konto und Zahlung',
      title: 'Punkte und Prämien',
      body: 'Jeder Euro bringt einen Punkt, sobald die Rückgabefrist vorbei ist. **100 Punkte** sind 5 EUR Nachlass auf die nächste Bestellung. Punkte gelten zwei Jahre.',
      asked: ['Was sind meine Punkte wert?', 'Wann verfallen meine Punkte?'],
    },
  },
];
