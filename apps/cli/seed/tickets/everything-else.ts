import { customer, maya, note, type SeedTicket, tom } from '../seed-ticket';

export const everythingElse: readonly SeedTicket[] = [
  {
    customer: 'noor@trailnotes.example',
    subject: 'Testing the Tarn 2 for our winter issue',
    hoursAgo: 64,
    assignee: 'maya',
    tags: ['press'],
    lines: [
      customer(
        0,
        'Hi Fernhill team,\n\nI write for Trail Notes and we compare two-person tents in the winter issue. Could we borrow a Tarn 2 for four weeks? We pay the return shipping.\n\nNoor El Amrani',
      ),
      note(maya(180, 'Lovely magazine. Asked Jess in marketing, she decides tomorrow.')),
      maya(
        5,
        'Hi Noor,\n\nthat sounds great. I have passed it on to our marketing team and you will hear from me by {day 1}.\n\nMaya, Fernhill Outfitters',
      ),
    ],
  },
  {
    customer: 'einkauf@alpenhaus.example',
    subject: 'Händlerkonditionen für das Frühjahr',
    hoursAgo: 33,
    tags: ['wholesale'],
    lines: [
      customer(
        0,
        'Guten Tag,\n\nwir würden gern Rucksäcke und Regenjacken in unserem Laden in Garmisch führen. Gibt es Händlerpreise ab 20 Stück?\n\nFreundliche Grüße\nBirgit Sommer',
      ),
    ],
    handover: {
      turn: { intent: 'other', reason: 'Outside of what the AI may answer.' },
      summary:
        'Birgit Sommer (Alpenhaus Bergsport) asks for trade prices from 20 pieces, packs and rain jackets.\nNo order is involved.',
    },
  },
  {
    customer: 'growth@rankrocket.example',
    subject: 'Your site is losing 10,000 visitors per month!!',
    hoursAgo: 90,
    status: 'spam',
    lines: [
      customer(
        0,
        'Hey there,\n\nI was browsing your site and noticed some SEO errors. We can get you to page 1 of the search results in 14 days, guaranteed. Reply YES for a free audit.\n\nChad',
      ),
    ],
  },
  {
    customer: 'anna.bergmann@example.com',
    subject: 'Danke!',
    hoursAgo: 36,
    tags: ['praise'],
    lines: [
      customer(
        0,
        'Ich wollte nur mal sagen: Die Socken aus der letzten Bestellung sind die besten, die ich je hatte. Drei Tage Harz, keine einzige Blase.\n\nLiebe Grüße\nAnna Bergmann',
      ),
      maya(
        45,
        'Liebe Frau Bergmann,\n\ndas freut uns riesig, ich hänge es an unsere Pinnwand. Weiterhin gute Wege!\n\nMaya Lindqvist',
      ),
    ],
    assignee: 'maya',
    status: 'resolved',
  },
  {
    customer: 'yusuf.demir@example.com',
    subject: 'Re: Ihre Bestellung ist unterwegs',
    hoursAgo: 135,
    lines: [
      {
        ...customer(
          0,
          'Vielen Dank für Ihre Nachricht. Ich bin bis zum {day 2} nicht im Büro und lese meine Mails nur unregelmäßig.\n\nYusuf Demir',
        ),
        automated: true,
      },
    ],
    status: 'closed',
  },
  {
    customer: 'aoife.byrne@example.com',
    subject: 'Left my bottle at your pop-up in Galway',
    hoursAgo: 272,
    assignee: 'tom',
    tags: ['lost and found'],
    lines: [
      customer(
        0,
        'A long shot: did anyone find a dented green bottle at the Galway pop-up on the weekend? It has been up Croagh Patrick eleven times and I’d love to have it back.\n\nAoife',
      ),
      note(tom(200, 'Asked the pop-up crew. Dented, green, stickers: it is in the van.')),
      tom(
        2,
        'Hi Aoife,\n\nwe have it! It travels back with the crew and goes into the post on {day -8}. The dents stay free of charge.\n\nTom, Fernhill Outfitters',
      ),
      customer(12, 'You have made my week.'),
    ],
    status: 'closed',
  },
  {
    customer: 'priya.shah@example.com',
    subject: 'Please delete my old address',
    hoursAgo: 18.5,
    tags: ['privacy'],
    lines: [
      customer(
        0,
        'Hello, could you remove my old address in Rotterdam from my account, and stop the newsletter for priya.old@example.com? I keep seeing it at the checkout.\n\nThanks, Priya',
      ),
    ],
    handover: {
      turn: { intent: 'account', reason: 'A question about the account or personal data.' },
      summary:
        'Priya Shah wants an old address removed and a newsletter stopped for another mail address of hers.\nThe other address is not known to belong to her.',
    },
  },
  {
    customer: 'nikos.papadopoulos@example.com',
    subject: 'Very disappointed',
    hoursAgo: 2.2,
    tags: ['complaint', 'urgent'],
    lines: [
      customer(
        0,
        'This is the third time I write. My repaired pack was promised and I have heard nothing. I leave for the mountains on {day 3}. If nobody answers today I want my money back and a manager to call me.\n\nNikos Papadopoulos',
      ),
    ],
    handover: {
      turn: { intent: 'complaint', reason: 'The customer is unhappy and asks for a person.' },
      summary:
        'Nikos Papadopoulos is angry: his repaired Burn 22 has not come back and he leaves on {day 3}.\nAnother ticket of his says the pack is with the workshop.\nHe asks for a call by a manager.',
    },
  },
  {
    customer: 'katarzyna.wojcik@example.com',
    subject: 'Can I pick up in Venlo?',
    hoursAgo: 0.4,
    lines: [
      customer(
        0,
        'Hi again! I’ll be in the Netherlands next week. Could I collect an order at your warehouse in Venlo instead of shipping it?\n\nKatarzyna',
      ),
    ],
    draft: {
      text: 'Hi Katarzyna,\n\nthank you for asking. A colleague will tell you whether a pick-up in Venlo is possible next week.\n\nBest wishes from Fernhill Outfitters',
      turn: { intent: 'product_question', reason: 'A question about the shop: no article answers it.' },
    },
  },
];
