import { customer, maya, note, type SeedTicket, tom } from '../seed-ticket';

export const productQuestions: readonly SeedTicket[] = [
  {
    customer: 'yusuf.demir@example.com',
    subject: 'Passt der Moor 45 ins Handgepäck?',
    hoursAgo: 1.3,
    tags: ['product'],
    lines: [
      customer(
        0,
        'Hi! Ich fliege im Januar nach Schottland. Geht der Moor 45 als Handgepäck durch, wenn er nicht ganz voll ist?\n\nYusuf',
      ),
    ],
    handover: {
      turn: { intent: 'product_question', reason: 'A question about a product or the shop.' },
      summary:
        'Yusuf Demir asks whether the Moor 45 passes as hand luggage.\nNo article about its measurements was found.',
    },
  },
  {
    customer: 'grace.osullivan@example.com',
    subject: 'Washing the fleece',
    hoursAgo: 75,
    assignee: 'maya',
    tags: ['product', 'care'],
    lines: [
      customer(
        0,
        'Hello, quick one: can the Heather Fleece go in the tumble dryer? The label fell victim to my scissors.\n\nGrace',
      ),
      maya(
        22,
        'Hi Grace,\n\nwash it at 30 degrees, inside out and without softener, and hang it up: the dryer makes the pile stiff.\n\nMaya, Fernhill Outfitters',
      ),
      customer(40, 'Lifesaver. Thanks Maya!'),
    ],
    status: 'resolved',
  },
  {
    customer: 'elena.garcia@example.com',
    subject: 'Temperatura del saco Drift',
    hoursAgo: 28,
    assignee: 'tom',
    tags: ['product'],
    lines: [
      customer(
        0,
        'Hola: compré el saco Drift -5 °C (pedido 1028). ¿Es suficiente para vivac en Sierra Nevada en diciembre? Soy bastante friolera.\n\nUn saludo,\nElena',
      ),
      note(
        tom(64, 'Comfort limit is -5. December nights up there go down to -10. I would not promise her a good night.'),
      ),
      tom(
        6,
        'Hola Elena:\n\nel límite de confort del Drift es de -5 °C. En diciembre en Sierra Nevada puede bajar bastante más, así que para una persona friolera no lo recomendaría sin un saco interior abrigado.\n\nTom, Fernhill Outfitters',
      ),
      customer(75, '¡Gracias por la sinceridad! ¿Tenéis sacos interiores?'),
    ],
  },
  {
    customer: 'mikkel.jensen@example.com',
    subject: 'Spare part for the Ember stove',
    hoursAgo: 146,
    assignee: 'tom',
    tags: ['product', 'spare part'],
    lines: [
      customer(
        0,
        'Hi, do you sell the little rubber seal for the Ember Gas Stove separately? Mine is lost somewhere in Jotunheimen.\n\nMikkel',
      ),
      tom(
        33,
        'Hi Mikkel,\n\nwe have them here and they cost nothing: one goes out to you by letter today. Please do not use the stove without it.\n\nTom, Fernhill Outfitters',
      ),
      customer(4000, 'The letter came. Fantastic service, tak!'),
    ],
    status: 'resolved',
  },
  {
    customer: 'tomas.ferreira@example.com',
    subject: 'Tenda Fell 3 com vento forte',
    hoursAgo: 11,
    tags: ['product'],
    lines: [
      customer(
        0,
        'Boa tarde,\n\na tenda Fell 3 (encomenda 1027) aguenta o vento da costa? Vamos acampar na Carrapateira e as estacas parecem-me curtas.\n\nObrigado,\nTomás',
      ),
    ],
    draft: {
      text: 'Boa tarde Tomás,\n\nobrigado pela sua mensagem. A Fell 3 foi feita para vento forte; para areia, um colega meu vai dizer-lhe que estacas recomendamos.\n\nCumprimentos da Fernhill Outfitters',
      turn: { intent: 'product_question', reason: 'A question about a product: a person should check the answer.' },
    },
  },
  {
    customer: 'anna.bergmann@example.com',
    subject: 'Gaskartusche für den Ember',
    hoursAgo: 310,
    assignee: 'maya',
    tags: ['product'],
    lines: [
      customer(
        0,
        'Hallo, welche Kartuschen passen auf den Ember Gaskocher aus meiner Bestellung 1006?\n\nAnna Bergmann',
      ),
      maya(
        48,
        'Hallo Frau Bergmann,\n\nalle Schraubkartuschen mit dem üblichen Gewinde (EN 417). Stechkartuschen passen nicht.\n\nViele Grüße\nMaya Lindqvist',
      ),
    ],
    status: 'closed',
  },
  {
    customer: 'hanna.virtanen@example.com',
    subject: 'Down jacket and rain',
    hoursAgo: 255,
    assignee: 'maya',
    tags: ['product', 'care'],
    lines: [
      customer(0, 'Moi! My Lumen got soaked and the down is in lumps now. Is it dead?\n\nHanna'),
      maya(
        17,
        'Hi Hanna,\n\nno, it can be saved. Put it in the dryer on low with two clean tennis balls, for an hour or two, and shake it in between. The lumps go away once the down is really dry.\n\nMaya, Fernhill Outfitters',
      ),
      customer(1600, 'It lives! My dog was not happy about the tennis balls though.'),
      maya(12, 'Please apologise to the dog from all of us :)\n\nMaya'),
    ],
    status: 'resolved',
  },
  {
    customer: 'sofia.lindgren@example.com',
    subject: 'Reproofing the Skarn jacket',
    hoursAgo: 330,
    assignee: 'tom',
    tags: ['product', 'care'],
    lines: [
      customer(0, 'Hej, water does not bead on my Skarn any more (order 1008). Time for a new one?\n\nSofia'),
      tom(
        95,
        'Hi Sofia,\n\nnot at all. Wash it with a mild soap, dry it warm, and if the water still does not bead, use a wash-in or spray proofing. That brings it back.\n\nTom, Fernhill Outfitters',
      ),
      customer(2880, 'Worked like a charm.'),
    ],
    status: 'closed',
  },
];
