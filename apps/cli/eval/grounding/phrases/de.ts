import type { Phrases } from './phrases';

export const de: Phrases = {
  greetings: ['Hallo {name},', 'Liebe {name},', 'Guten Tag {name},', 'Hallo {name}!'],
  closings: [
    'Melden Sie sich gern, wenn Sie noch Fragen haben.',
    'Kann ich sonst noch etwas für Sie tun?',
    'Vielen Dank für Ihre Geduld!',
    'Einen schönen Tag noch.',
    'Ich hoffe, das hilft Ihnen.',
  ],
  replies: {
    transit: [
      'danke für Ihre Nachricht! Ich habe nachgesehen: Die Bestellung {order} [[status: ist unterwegs | wurde zugestellt]], und zwar mit {carrier}. Sie kommt voraussichtlich am {eta}. Die Sendungsnummer lautet {tracking}.',
      'Ihre Bestellung {order} vom {placed} [[negation: wurde verschickt | wurde nicht verschickt]] und wird am {eta} erwartet. Hier sehen Sie den Stand: {url}',
      'gute Nachrichten: Die Bestellung {order} mit {item} ist mit {carrier} unterwegs. Die Zustellung ist für {eta} geplant.',
    ],
    delivered: [
      'ich habe nachgesehen. Laut {carrier} [[negation: wurde Ihre Bestellung {order} | wurde Ihre Bestellung {order} nicht]] am {delivered} zugestellt. Liegt das Paket vielleicht bei den Nachbarn?',
      'Ihr Paket {tracking} [[status: wurde am {delivered} zugestellt | liegt zur Abholung für Sie bereit]]. Wenn Sie es nicht finden, schreiben Sie mir bitte.',
    ],
    unshipped: [
      'Ihre Bestellung {order} vom {placed} [[negation: wurde noch nicht verschickt | wurde verschickt]]. Sobald sie das Lager verlässt, bekommen Sie eine E-Mail.',
      'ich sehe die Bestellung {order} vom {placed} über insgesamt {total}. Sie ist [[status: noch nicht verschickt | schon unterwegs]].',
    ],
    two: [
      'Sie haben zwei Bestellungen: {order} kommt am {eta} an, und {order2} kommt am {eta2} an.',
      'ich finde zwei Bestellungen. {order} ist unterwegs und wird am {eta} erwartet.\n{order2} ist auch unterwegs und wird am {eta2} erwartet.',
    ],
    refunded: [
      'erledigt: Ich habe {refund} für die Bestellung {acted} erstattet. Das Geld geht auf dem Weg zurück, auf dem Sie bezahlt haben.',
      'wir haben Ihnen {refund} für die Bestellung {acted} [[negation: erstattet | nicht erstattet]]. Bitte entschuldigen Sie die Umstände.',
    ],
    cancelled: [
      'ich habe die Bestellung {acted} für Sie storniert, es wird also nichts verschickt.',
      'Ihre Bestellung {acted} [[negation: wurde storniert | wurde nicht storniert]], wie Sie es wollten.',
    ],
    returned: [
      'ich habe eine Retoure für {qty} x {item} aus der Bestellung {acted} angelegt.',
      'Ihre Retoure von {qty} x {item} aus der Bestellung {acted} wurde angelegt.',
    ],
    points: [
      'Sie haben zurzeit {points} Punkte und die Stufe {tier}.',
      'auf Ihrem Konto sind {points} Punkte, Ihre Stufe ist {tier}. Die Prämie „Free mug“ kostet 100 Punkte.',
    ],
    policy: [
      'Sie können unbenutzte Artikel innerhalb von {days} Tagen nach Erhalt zurückgeben. [r] Die Artikel [[negation: müssen in der Originalverpackung sein | müssen nicht in der Originalverpackung sein]]. [r]',
      'Der Standardversand dauert {ship} Werktage und kostet {fee} [s].',
    ],
    product: [
      '{item} gibt es in {colour}, und zwar für {price}.',
      'ja, {item} haben wir in {colour}. Das Material ist [[attribute: Baumwolle | Leder]], der Preis ist {price}.',
      '{item} in {colour} [[negation: ist auf Lager | ist nicht auf Lager]]. Der Preis ist {price}.',
    ],
    discount: [
      'als kleines Dankeschön habe ich den Code {code} für Sie erstellt. Er bringt Ihnen {percent} % Rabatt.',
      'Ihr Rabattcode lautet {code}, er ist {percent} % wert.',
    ],
    address: [
      'nur zur Sicherheit: Die Bestellung {acted} soll an {street} gehen. Stimmt das?',
      'die neue Adresse für {order} wäre {street}. Soll ich das so ändern?',
    ],
    approval: [
      'eine Erstattung von {refund} für die Bestellung {acted} muss geprüft werden. Ein Kollege entscheidet darüber und meldet sich bei Ihnen.',
    ],
    cannot: [
      'leider [[negation: kann die Bestellung {order} nicht mehr storniert werden | kann die Bestellung {order} noch storniert werden]], weil sie schon verschickt wurde.',
      'es tut mir leid, ich kann die Bestellung {order} nicht stornieren: Das Paket [[status: ist schon unterwegs | wurde noch nicht verschickt]].',
    ],
    lines: [
      'die Bestellung {order} enthält {qty} x {item}. Der Preis pro Stück ist {price}, insgesamt sind es {total}.',
      'in der Bestellung {order} sind {qty} x {item} zu je {price}.',
    ],
  },
  passages: {
    returns:
      'Unbenutzte Artikel können innerhalb von {days} Tagen nach Erhalt zurückgegeben werden. Die Artikel müssen in der Originalverpackung sein. Reduzierte Artikel sind ausgeschlossen.',
    shipping: 'Der Standardversand dauert {ship} Werktage und kostet {fee}.',
  },
  lies: {
    promise: [
      'Wir werden Ihnen den vollen Betrag erstatten.',
      'Sie erhalten einen Gutschein von uns.',
      'Die Zahlung wird Ihnen erstattet.',
      'Ich werde den Rest stornieren.',
      'Wir schicken Ihnen sofort einen Ersatz.',
    ],
    act: [
      'Ich habe auch Ihre Lieferadresse geändert.',
      'Ich habe außerdem Ihr Abo gekündigt.',
      'Wir haben Ihnen zusätzliche Punkte gutgeschrieben.',
      'Ihre nächste Lieferung wurde verschoben.',
      'Der Artikel wurde bereits umgetauscht.',
    ],
    link: [
      'Mehr dazu: https://hilfe-#.example/bestellung',
      'Bitte bestätigen Sie das auf www.sichere-bestellung#.example.',
    ],
    percent: ['Außerdem bekommen Sie 2# % auf die nächste Bestellung.', 'Das sind 1# Prozent weniger.'],
    address: ['Bitte senden Sie es an die Werftstraße 1#.', 'Unser Büro ist im Eichenweg 4#.'],
  },
};
