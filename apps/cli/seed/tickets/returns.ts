import { customer, maya, note, type SeedTicket, tom } from '../seed-ticket';

export const returns: readonly SeedTicket[] = [
  {
    customer: 'julie.martin@example.com',
    subject: 'Bottes trop petites',
    hoursAgo: 20,
    tags: ['return', 'size'],
    lines: [
      customer(
        0,
        'Bonjour,\n\nj’ai reçu les bottes Cairn Mid en 40 (commande 1003) mais elles sont trop petites. Est-ce que je peux les échanger contre du 42 ?\n\nMerci !\nJulie Martin',
      ),
    ],
    draft: {
      text: 'Bonjour Julie,\n\nmerci pour votre message. Un échange des Cairn Mid Boots de la commande #1003 contre la taille 42 est possible. Une collègue vous envoie l’étiquette de retour.\n\nBien à vous,\nFernhill Outfitters',
      turn: {
        intent: 'return',
        reason: 'The customer wants to return or exchange something.',
        facts: [['Order #1003', 'paid, fulfilled', 'shop']],
      },
    },
  },
  {
    customer: 'sofia.lindgren@example.com',
    subject: 'Return two of three things',
    hoursAgo: 120,
    assignee: 'maya',
    tags: ['return', 'refund'],
    lines: [
      customer(
        0,
        'Hej! From order #1026 I would like to send back the fleece and the day pack. The trousers fit perfectly. How do I do that?\n\nSofia',
      ),
      maya(
        41,
        'Hi Sofia,\n\nglad the trousers fit! I have put a return label into a mail of its own. Please pack both things unworn, with the label on the outside. As soon as the parcel is scanned at our warehouse I refund the fleece and the day pack.\n\nMaya, Fernhill Outfitters',
      ),
      customer(2900, 'Dropped it off at the UPS point just now.'),
      note(maya(1500, 'Parcel arrived, both unworn. Refund for two lines done in the shop.')),
      maya(3, 'Hi Sofia,\n\nyour parcel is here and the refund is on its way to your card.\n\nMaya'),
      customer(65, 'Tack så mycket, that was easy.'),
    ],
    status: 'resolved',
  },
  {
    customer: 'lukas.novak@example.com',
    subject: 'Refund received but one thing missing',
    hoursAgo: 168,
    assignee: 'tom',
    tags: ['refund'],
    lines: [
      customer(
        0,
        'Hello, I returned the whole order #1025 and got the money back, thank you. But the shipping cost was not refunded?\n\nLukáš',
      ),
      tom(
        130,
        'Hi Lukáš,\n\nyou are right, with a complete return the outbound shipping goes back as well. I have just added it.\n\nTom, Fernhill Outfitters',
      ),
      customer(300, 'Great, thanks for the quick fix.'),
    ],
    status: 'resolved',
  },
  {
    customer: 'camille.bernard@example.com',
    subject: 'Fermeture éclair cassée',
    hoursAgo: 52,
    assignee: 'tom',
    tags: ['warranty', 'return'],
    lines: [
      customer(
        0,
        'Bonjour, la fermeture éclair de la jambe gauche du pantalon Brae (commande 1024) s’est cassée dès la première randonnée. C’est décevant à ce prix.\n\nCamille Bernard',
      ),
      note({ from: 'ai', after: 1, text: 'Left to a person: something arrived damaged, wrong or incomplete.' }),
      tom(
        88,
        'Bonjour Camille,\n\nje suis désolé, ça ne devrait pas arriver. Pouvez-vous m’envoyer une photo de la fermeture ? Je vous fais partir un pantalon neuf dès que je l’ai, sans attendre le retour de l’ancien.\n\nTom, Fernhill Outfitters',
      ),
    ],
    handover: {
      turn: { intent: 'damaged_or_wrong', reason: 'Something arrived damaged, wrong or incomplete.' },
      summary:
        'Camille Bernard: the zip of the Brae trousers (order #1024) broke on the first walk.\nDisappointed at the price.\nA warranty case for a person.',
    },
  },
  {
    customer: 'nikos.papadopoulos@example.com',
    subject: 'Strap came loose',
    hoursAgo: 240,
    assignee: 'maya',
    tags: ['warranty'],
    lines: [
      customer(
        0,
        'Hi, the shoulder strap of my Burn 22 came loose at the seam after three weeks. Photo on request. Order 1023.\n\nNikos',
      ),
      maya(
        75,
        'Hi Nikos,\n\nthat seam should hold for years. Would you like a new pack, or shall we repair this one? A repair takes about ten days.\n\nMaya, Fernhill Outfitters',
      ),
      customer(600, 'A repair is fine, I like it otherwise and it is better for the planet.'),
      maya(30, 'I like that! The label is in your inbox. I will tell you when it arrives here.\n\nMaya'),
      note(maya(9000, 'Pack is with the workshop since today, back around {day 4}.')),
    ],
    status: 'on_hold',
  },
  {
    customer: 'lea.hofer@example.com',
    subject: 'Umtausch Ridge Trail Shoes',
    hoursAgo: 290,
    assignee: 'maya',
    tags: ['return', 'size'],
    lines: [
      customer(
        0,
        'Hallo, die Schuhe aus Bestellung 1020 fallen klein aus. Kann ich sie gegen 40 tauschen? Nur in der Wohnung anprobiert.\n\nLiebe Grüße aus Innsbruck\nLea',
      ),
      maya(
        55,
        'Hallo Lea,\n\nklar! Das Rücksende-Etikett kommt gleich in einer eigenen Mail, die 40 lege ich dir schon zur Seite.\n\nMaya',
      ),
      customer(4300, 'Die 40 passt perfekt. Danke!!'),
    ],
    status: 'closed',
  },
  {
    customer: 'pieter.janssens@example.com',
    subject: 'Verkeerde maat geleverd',
    hoursAgo: 13.5,
    tags: ['return'],
    lines: [
      customer(
        0,
        'Beste,\n\nin bestelling 1019 zat een fleece in maat S in plaats van L. Op de pakbon staat wel L. Hoe lossen we dit op?\n\nMet vriendelijke groeten\nPieter Janssens',
      ),
    ],
    handover: {
      turn: {
        intent: 'damaged_or_wrong',
        reason: 'Something arrived damaged, wrong or incomplete.',
        facts: [['Order #1019', 'paid, fulfilled; Heather Fleece Jacket L', 'shop']],
      },
      summary:
        'Pieter Janssens got the Heather Fleece in S, ordered and billed in L (order #1019).\nOur packing mistake.\nSend an L and a return label.',
    },
  },
];
