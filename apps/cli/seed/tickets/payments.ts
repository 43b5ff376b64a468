import { customer, maya, note, type SeedTicket, tom } from '../seed-ticket';

export const payments: readonly SeedTicket[] = [
  {
    customer: 'emma.devries@example.com',
    subject: 'Betaling mislukt, bestelling 1012',
    hoursAgo: 44,
    assignee: 'maya',
    tags: ['payment'],
    lines: [
      customer(
        0,
        'Hoi, bij bestelling 1012 is de betaling blijven hangen. Er is niets afgeschreven. Kan ik alsnog betalen of moet ik opnieuw bestellen?\n\nEmma de Vries',
      ),
      note(maya(29, 'Payment pending since it was placed; the stock is still reserved.')),
      maya(
        5,
        'Hoi Emma,\n\njouw bestelling staat er nog. Ik heb je een nieuwe betaallink gestuurd; die is geldig tot {day 3}.\n\nGroetjes, Maya van Fernhill Outfitters',
      ),
    ],
  },
  {
    customer: 'priya.shah@example.com',
    subject: 'Where is my refund for #1005?',
    hoursAgo: 6.7,
    tags: ['refund'],
    lines: [
      customer(
        0,
        'Hi,\n\nI cancelled order #1005 and your mail says it was refunded, but nothing is on my statement. It has been over a week now. Could you check please?\n\nPriya Shah',
      ),
    ],
    draft: {
      text: 'Hi Priya,\n\nI looked at order #1005: it is cancelled and shown as refunded in full. Banks can take several working days to show it. A colleague will check with our payment provider and write to you.\n\nBest wishes from Fernhill Outfitters',
      turn: {
        intent: 'refund',
        reason: 'The customer asks about a refund.',
        facts: [['Order #1005', 'refunded, cancelled', 'shop']],
      },
    },
  },
  {
    customer: 'einkauf@alpenhaus.example',
    subject: 'Rechnung mit USt-IdNr.',
    hoursAgo: 77,
    assignee: 'tom',
    tags: ['invoice'],
    lines: [
      customer(
        0,
        'Sehr geehrte Damen und Herren,\n\nfür unsere letzte Sammelbestellung benötigen wir eine Rechnung mit unserer USt-IdNr. Ist das nachträglich möglich?\n\nMit freundlichen Grüßen\nBirgit Sommer\nAlpenhaus Bergsport',
      ),
      tom(
        140,
        'Guten Tag Frau Sommer,\n\ndas geht. Bitte schicken Sie mir die Nummer und die Bestellnummer, dann bekommen Sie die Rechnung noch heute.\n\nTom Okafor, Fernhill Outfitters',
      ),
    ],
  },
  {
    customer: 'grace.osullivan@example.com',
    subject: 'Discount code does nothing',
    hoursAgo: 190,
    assignee: 'maya',
    tags: ['payment', 'discount'],
    lines: [
      customer(
        0,
        'Hi, the code from your newsletter gives me "not valid" at the checkout. Basket is two bottles and socks.\n\nGrace',
      ),
      maya(
        36,
        'Hi Grace,\n\nthe code starts at 75 euros and your basket is just below. I made you one without a minimum, valid once: it is in a mail of its own.\n\nMaya, Fernhill Outfitters',
      ),
      customer(19, 'You absolute star, thank you.'),
    ],
    status: 'resolved',
  },
  {
    customer: 'lukas.novak@example.com',
    subject: 'Charged twice?',
    hoursAgo: 16,
    assignee: 'tom',
    tags: ['payment', 'urgent'],
    lines: [
      customer(
        0,
        'Hello, I see two charges for the same amount from Fernhill on my card today. I only ordered once. Please fix this quickly, it is a lot of money for me.',
      ),
      note({ from: 'ai', after: 1, text: 'Left to a person: a question about payment, invoice or price.' }),
      tom(
        24,
        'Hi Lukáš,\n\nI understand the worry. One of the two is a reservation by your bank that was never collected; it disappears by itself, usually within two days. We took the amount once. I will look again on {day 1} and tell you.\n\nTom, Fernhill Outfitters',
      ),
      customer(50, 'OK. Please do, I need that money for the rent.'),
    ],
    handover: {
      turn: { intent: 'payment', reason: 'A question about payment, invoice or price.' },
      summary:
        'Lukas Novák sees two equal charges and ordered once.\nNo second order was found.\nA person must look at the payment provider.',
    },
  },
  {
    customer: 'matteo.conti@example.com',
    subject: 'Fattura ordine 1017',
    hoursAgo: 221,
    assignee: 'tom',
    tags: ['invoice'],
    lines: [
      customer(0, 'Buongiorno, potrei avere la fattura dell’ordine 1017 in PDF? Grazie, Matteo Conti'),
      tom(
        66,
        'Buongiorno Matteo,\n\nle ho appena inviato la fattura in un messaggio separato.\n\nTom, Fernhill Outfitters',
      ),
    ],
    status: 'resolved',
  },
];
