import { ai, customer, maya, note, type SeedTicket, tom } from '../seed-ticket';

/** What the AI answers alone: it reads the order and the parcel and says only what it read. */
export const whereIsMyOrder: readonly SeedTicket[] = [
  {
    customer: 'matteo.conti@example.com',
    subject: 'Ordine 1035, quando arriva?',
    hoursAgo: 5.2,
    tags: ['shipping'],
    lines: [
      customer(
        0,
        'Buongiorno, ho ordinato la tenda Tarn 2 (ordine #1035). Mi sapete dire quando arriva? Parto nel fine settimana.\n\nGrazie mille\nMatteo',
      ),
      ai(
        1,
        'Buongiorno Matteo,\n\nl’ordine #1035 è stato spedito con UPS e il pacco è in transito. Può seguirlo con il numero 1Z4F7R216841048447.\n\nUn saluto da Fernhill Outfitters',
        {
          intent: 'order_status',
          reason: 'The order and its parcel were read from the shop and the carrier.',
          facts: [
            ['Order #1035', 'paid, fulfilled', 'shop'],
            ['Parcel 1Z4F7R216841048447', 'in transit', 'UPS'],
          ],
        },
      ),
      customer(34, 'Perfetto, grazie per la risposta così veloce!'),
    ],
    status: 'resolved',
  },
  {
    customer: 'katarzyna.wojcik@example.com',
    subject: 'Tracking for my trousers?',
    hoursAgo: 71,
    tags: ['shipping'],
    lines: [
      customer(
        0,
        'Hi there! Could I have the tracking number for order #1034 please? I can’t find it in my inbox.\n\nKatarzyna',
      ),
      ai(
        1,
        'Hi Katarzyna,\n\nyour order #1034 went out with UPS. The tracking number is 1Z4F7R216841046716.\n\nBest wishes from Fernhill Outfitters',
        {
          intent: 'tracking',
          reason: 'The order was found by its number and the sender’s address.',
          facts: [
            ['Order #1034', 'paid, fulfilled', 'shop'],
            ['Parcel 1Z4F7R216841046716', 'in transit', 'UPS'],
          ],
        },
      ),
      customer(95, 'Got it, thank you!'),
    ],
    status: 'resolved',
  },
  {
    customer: 'aoife.byrne@example.com',
    subject: 'Has my order been forgotten?',
    hoursAgo: 26,
    tags: ['shipping', 'on hold'],
    lines: [
      customer(
        0,
        'Hello,\n\nI ordered the Brae trousers (order 1031) more than a week ago and the shop page still says "preparing". Everyone else in my walking club has theirs already. What’s going on?\n\nAoife',
      ),
    ],
    handover: {
      turn: {
        intent: 'order_status',
        reason: 'The order is on hold in the shop, so a promise would be a guess.',
        facts: [['Order #1031', 'paid, on hold', 'shop']],
      },
      summary:
        'Aoife Byrne asks why order #1031 (Brae Hiking Trousers, L) has not shipped.\nThe shop shows the order paid and on hold since it was placed.\nNothing was promised; somebody must find out why it is held.',
    },
  },
  {
    customer: 'sam.okonkwo@example.com',
    subject: 'Only half of my order arrived in the van',
    hoursAgo: 3.1,
    tags: ['shipping'],
    lines: [
      customer(
        0,
        'Hi, my tracking says the parcel is out for delivery today, but it only weighs 2 kilos. I ordered a backpack AND a sleeping bag (#1004). Is the sleeping bag coming separately?\n\nCheers, Sam',
      ),
    ],
    draft: {
      text: 'Hi Sam,\n\nyes: the Moor 45 Backpack is in the parcel that is out for delivery today (UPS 1Z999AA10123456800). The Drift Sleeping Bag of order #1004 has not left us yet and will come in a parcel of its own.\n\nBest wishes from Fernhill Outfitters',
      turn: {
        intent: 'order_status',
        reason: 'Part of the order has not shipped; a person should say when it will.',
        facts: [
          ['Order #1004', 'paid, partial', 'shop'],
          ['Parcel 1Z999AA10123456800', 'out for delivery', 'UPS'],
        ],
      },
    },
  },
  {
    customer: 'hanna.virtanen@example.com',
    subject: 'Cancelled order, refund?',
    hoursAgo: 30,
    assignee: 'tom',
    tags: ['refund'],
    lines: [
      customer(0, 'Hello, I cancelled order #1036 the same day. When do I see the money on my card?\n\nHanna'),
      note(tom(52, 'Shop says refunded, cancelled. Card refunds take the bank 3 to 5 working days.')),
      tom(
        4,
        'Hi Hanna,\n\nyour order is cancelled and the full amount went back to your card on the day you cancelled. Your bank usually shows it within three to five working days. If it is not there by {day 5}, write to me again and I will ask our payment provider.\n\nTom, Fernhill Outfitters',
      ),
      customer(180, 'Kiitos, that is clear. I will wait.'),
      tom(15, 'Perfect. Enjoy the week!\n\nTom'),
    ],
  },
  {
    customer: 'jonas.keller@example.com',
    subject: 'Paket angeblich zugestellt',
    hoursAgo: 49,
    assignee: 'maya',
    tags: ['shipping', 'missing parcel'],
    lines: [
      customer(
        0,
        'Guten Tag,\n\nlaut UPS wurde meine Bestellung 1029 zugestellt. Bei mir ist aber nichts angekommen, und bei den Nachbarn auch nicht. Was nun?\n\nViele Grüße\nJonas Keller',
      ),
      note({
        from: 'ai',
        after: 1,
        text: 'Left to a person: the customer says the parcel did not arrive although the carrier says it did.',
      }),
      maya(
        38,
        'Hallo Herr Keller,\n\ndas tut mir leid. Ich habe bei UPS eine Nachforschung eröffnet; sie fragen den Fahrer und melden sich meist innerhalb von zwei Werktagen. Ich schreibe Ihnen spätestens am {day 1}, auch wenn es noch nichts Neues gibt.\n\nViele Grüße\nMaya Lindqvist',
      ),
      customer(410, 'Danke! Falls es hilft: Das Foto im Zustellnachweis zeigt eine grüne Tür. Unsere ist weiß.'),
      maya(25, 'Das hilft sehr, ich habe es an UPS weitergegeben.\n\nMaya'),
    ],
    handover: {
      turn: {
        intent: 'missing_parcel',
        reason: 'The customer says the parcel did not arrive although it should have.',
        facts: [['Parcel 1Z4F7R216841038065', 'delivered', 'UPS']],
      },
      summary: 'Jonas Keller says order #1029 did not arrive.\nUPS shows it delivered.\nNeeds a trace at the carrier.',
    },
  },
  {
    customer: 'chloe.dubois@example.com',
    subject: 'Suivi de ma commande 1033',
    hoursAgo: 98,
    tags: ['shipping'],
    lines: [
      customer(
        0,
        'Bonjour,\nje voudrais savoir où se trouve ma commande n° 1033 (trois gourdes).\nMerci d’avance,\nChloé Dubois',
      ),
      ai(
        1,
        'Bonjour Chloé,\n\nvotre commande #1033 a été expédiée avec UPS, numéro de suivi 1Z4F7R216841044987. Le colis est en cours de livraison.\n\nBien à vous,\nFernhill Outfitters',
        {
          intent: 'order_status',
          reason: 'The order and its parcel were read from the shop and the carrier.',
          facts: [
            ['Order #1033', 'paid, fulfilled', 'shop'],
            ['Parcel 1Z4F7R216841044987', 'out for delivery', 'UPS'],
          ],
        },
      ),
      customer(260, 'Reçu cet après-midi. Merci !'),
    ],
    status: 'resolved',
  },
  {
    customer: 'marco.rossi@example.com',
    subject: 'Modificare l’indirizzo di consegna',
    hoursAgo: 8.4,
    tags: ['address'],
    lines: [
      customer(
        0,
        'Buongiorno, ieri ho ordinato la tenda (#1002) ma sabato mi trasferisco. Potete spedirla al nuovo indirizzo? Via Tortona 12, 20144 Milano.\n\nMarco Rossi',
      ),
    ],
    handover: {
      turn: {
        intent: 'change_order',
        reason: 'The customer wants to change the order or its address.',
        facts: [['Order #1002', 'paid, unfulfilled', 'shop']],
      },
      summary:
        'Marco Rossi (address of the order) wants order #1002 sent to Via Tortona 12, 20144 Milano.\nThe order is paid and has not shipped.\nThe address in the shop must be changed before it does.',
    },
  },
  {
    customer: 'emma.devries@example.com',
    subject: 'Waar blijft mijn tent?',
    hoursAgo: 200,
    tags: ['shipping'],
    lines: [
      customer(
        0,
        'Hoi, kunnen jullie kijken waar bestelling 1030 is? Vrijdag gaan we kamperen met de kinderen :)\nGroetjes, Emma',
      ),
      ai(
        1,
        'Hoi Emma,\n\nbestelling #1030 is met UPS verzonden, trackingnummer 1Z4F7R216841039797. Het pakket is onderweg.\n\nGroeten van Fernhill Outfitters',
        {
          intent: 'order_status',
          reason: 'The order and its parcel were read from the shop and the carrier.',
          facts: [
            ['Order #1030', 'paid, fulfilled', 'shop'],
            ['Parcel 1Z4F7R216841039797', 'in transit', 'UPS'],
          ],
        },
      ),
      customer(1500, 'Hij is er, precies op tijd. Dank je wel!'),
    ],
    status: 'resolved',
  },
];
