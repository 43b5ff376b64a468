import { checkReply } from './gate';
import { APPROVAL, ARTICLES, LINES, ORDERS, POINTS, PRODUCTS, REFUNDED, TODAY, WAITING, done } from './tools.fixture';
const cancelled = done('cancel_order', 'Cancelled #1001');
const ret = done('start_return', 'Opened a return of 1 x Ridge Pack 45L from #1001');
const skip = done('skip_subscription', 'Skipped the delivery of Coffee Box on 2026-12-01');
const pts = done('grant_points', 'Granted Anna Berg 200 points');
describe('replies as models word them pass', () => {
  it.each<[string, unknown[]]>([
    [
      'Hi Anna,\n\nThanks so much for getting in touch! I totally understand you are eager to get your parcel. The good news: UPS has it and it is moving along. They expect to drop it off on Sunday, 22 November.\n\nHere is your tracking link if you want to follow along: https://www.ups.com/track?tracknum=1Z999AA10123456784',
      [ORDERS],
    ],
    [
      'Hey Anna, I just took a look. #1001 is currently in transit with UPS (tracking 1Z999AA10123456784). The second order, #1002, is still being prepared and has not been shipped.',
      [ORDERS],
    ],
    [
      'Hi Anna,\n\nI am sorry for the inconvenience. I have processed your refund of €24.90 for order #1001. It will go back to your original payment method.',
      [ORDERS, REFUNDED],
    ],
    [
      'Your order #1001 has been cancelled. If you change your mind, you can always place a new order on our website.',
      [ORDERS, cancelled],
    ],
    [
      'I have set up the return of your Ridge Pack 45L from order #1001. Please keep the receipt until everything is sorted.',
      [ORDERS, ret],
    ],
    ['All done! Your next Coffee Box delivery on 1 December has been skipped.', [skip]],
    ['As a thank you for your patience, I have added 200 points to your account.', [pts]],
    [
      'I checked with our system: you have 450 points at the moment, which is enough for the Free mug (300 points). Would you like to redeem it?',
      [POINTS],
    ],
    ['Sale items cannot be returned, unfortunately [returns-1]. Is there anything else I can do?', [ARTICLES]],
    [
      'Return shipping is free of charge [returns-1]. You have 30 days from receipt to send unused items back [returns-1].',
      [ARTICLES],
    ],
    ['The Skerry Shell comes in red (99.00 EUR). The blue one is sold out at the moment.', [PRODUCTS]],
    [
      'I understand your frustration. Since the refund is above my limit, a colleague needs to approve it first. You will hear from us by email.',
      [ORDERS, APPROVAL],
    ],
    [
      'Just to confirm before I change anything: order #1001 should go to Lindenweg 12, 34117 Kassel, right? Please reply with yes and I will update it.',
      [ORDERS, WAITING],
    ],
    [
      'Hallo Anna,\n\nvielen Dank für Ihre Geduld. Das Paket zur Bestellung #1001 ist bei UPS und soll am Sonntag, den 22. November bei Ihnen sein. Die andere Bestellung #1002 packen wir noch.',
      [ORDERS],
    ],
    [
      'Liebe Anna, die Rückerstattung von 24,90 € für die Bestellung #1001 ist veranlasst. Sie sehen den Betrag auf Ihrem Konto.',
      [ORDERS, REFUNDED],
    ],
    [
      'Sie haben aktuell 450 Punkte gesammelt. Damit können Sie sich den Free mug für 300 Punkte holen. Möchten Sie ihn einlösen?',
      [POINTS],
    ],
    [
      "Bonjour Anna, j'ai bien vérifié : le colis de la commande #1001 est entre les mains de UPS, livraison prévue dimanche 22 novembre. La commande #1002 n'est pas encore expédiée.",
      [ORDERS],
    ],
    [
      'Le remboursement de 24,90 € de la commande #1001 a bien été effectué. Je reste à votre disposition.',
      [ORDERS, REFUNDED],
    ],
    [
      'Hola Anna, ya lo he comprobado: el pedido #1001 va con UPS y se entrega el domingo 22 de noviembre. El pedido #1002 aún no ha salido.',
      [ORDERS],
    ],
    ['El reembolso de 24,90 € del pedido #1001 ya ha sido procesado. Gracias por su paciencia.', [ORDERS, REFUNDED]],
    [
      'Hoi Anna, ik heb het even nagekeken: bestelling #1001 is onderweg met UPS en komt zondag 22 november aan. Bestelling #1002 is nog niet verstuurd.',
      [ORDERS],
    ],
    ['De terugbetaling van € 24,90 voor bestelling #1001 is verwerkt. Excuses voor het ongemak.', [ORDERS, REFUNDED]],
    [
      'In order #1001 you have two items: 1 x Ridge Pack 45L for 89.50 EUR and 2 x Alpine Bottle for 20.00 EUR each. Which one would you like to return?',
      [LINES],
    ],
    ['The Ridge Pack 45L can be returned, the Alpine Bottle cannot be returned.', [LINES]],
    ['Could you please tell me your order number and the email address you used?', []],
    ['I could not find that order. Could you double-check the number for me?', []],
    ['I am afraid I cannot help with that, so I am passing you to a colleague who will get back to you.', []],
    ['You are very welcome, Anna! Enjoy your day.', []],
    ['I see. Which colour would you prefer, red or blue?', [PRODUCTS]],
    ['Das tut mir leid zu hören. Können Sie mir bitte ein Foto vom Schaden schicken?', []],
  ])('%s', (reply, results) => {
    expect(
      checkReply({ reply, results, ownTexts: [], echoes: [], names: ['Anna Berg'], hosts: [], today: TODAY }).problems,
    ).toEqual([]);
  });
});

describe('the same with one untruth do not', () => {
  it.each<[string, unknown[]]>([
    ['Hey Anna, #1001 was handed over at your door already, it has arrived.', [ORDERS]],
    ['The second order, #1002, left our warehouse and is in transit.', [ORDERS]],
    ['Your parcel is waiting for you at a pickup point.', [ORDERS]],
    ['Good news, #1001 is out for delivery.', [ORDERS]],
    ['Your refund of 24.90 EUR for order #1001 was declined, so it was not refunded.', [ORDERS, REFUNDED]],
    ['I took the liberty of cancelling, so I have cancelled #1002 too.', [ORDERS, cancelled]],
    ['Both orders have been cancelled: #1001 and #1002. In short, #1002 has been cancelled.', [ORDERS, cancelled]],
    ['I have set up the return of your Alpine Bottle from order #1002.', [ORDERS, ret]],
    ['Your next Coffee Box delivery on 1 January has been skipped.', [skip]],
    ['I have added 250 points to your account.', [pts]],
    ['You have 450 points, and the Free mug costs only 350 points.', [POINTS]],
    ['Sale items can be returned as well [returns-1].', [ARTICLES]],
    ['Return shipping costs 4.95 EUR [returns-1].', [ARTICLES]],
    ['You have 14 days from receipt to send unused items back [returns-1].', [ARTICLES]],
    ['Our warranty covers every bag for two years.', [ARTICLES]],
    ['We offer free express shipping on all orders.', []],
    ['The blue Skerry Shell is in stock.', [PRODUCTS]],
    ['The Skerry Shell is made of leather.', [PRODUCTS]],
    ['The Skerry Shell costs 199.00 EUR.', [PRODUCTS]],
    ['Your manager approved it, and the 129.50 EUR will be refunded tomorrow.', [ORDERS, APPROVAL]],
    ['I have updated the address of order #1001 to Lindenweg 12, 34117 Kassel.', [ORDERS, WAITING]],
    ['Die Bestellung #1002 ist schon auf dem Weg zu Ihnen.', [ORDERS]],
    ['Die Bestellung #1001 liegt zur Abholung bereit.', [ORDERS]],
    ['Sie bekommen dafür einen Rabatt auf die nächste Bestellung.', [ORDERS]],
    ['Wir liefern in alle Länder weltweit kostenlos.', []],
    ['La commande #1001 est arrivée chez vous.', [ORDERS]],
    ['Nous vous offrons un bon de réduction.', [ORDERS]],
    ['El pedido #1001 no ha sido enviado todavía.', [ORDERS]],
    ['Le regalamos un descuento para su próxima compra.', [ORDERS]],
    ['Bestelling #1001 is al bezorgd.', [ORDERS]],
    ['We geven je een korting op je volgende bestelling.', [ORDERS]],
    ['Je bestelling ligt klaar bij het afhaalpunt.', [ORDERS]],
    ['Please call us at 030 1234 5678 about it.', [ORDERS]],
    ['My colleague Sofia looks after your order.', [ORDERS]],
    ['It was scanned in Hamburg and is on its way with UPS.', [ORDERS]],
    ['Delivery takes about two weeks from now.', [ORDERS]],
    ['The total was 129.50 USD.', [ORDERS]],
    ['You paid 49.00 EUR for order #1001.', [ORDERS]],
  ])('%s', (reply, results) => {
    expect(
      checkReply({ reply, results, ownTexts: [], echoes: [], names: ['Anna Berg'], hosts: [], today: TODAY }).passed,
    ).toBe(false);
  });
});
