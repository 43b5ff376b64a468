import type { ParcelWords, Wording } from '../wording';
import { join, list } from '../wording';

const by = ({ carrier }: ParcelWords): string => (carrier ? ` mit ${carrier}` : '');
const carrierName = ({ carrier }: ParcelWords): string => (carrier ? ` (${carrier})` : '');
const scan = ({ lastScan }: ParcelWords): string | null =>
  lastScan &&
  `Letzter Scan${lastScan.day ? ` am ${lastScan.day}` : ''}: „${lastScan.description}“${lastScan.location ? ` (${lastScan.location})` : ''}.`;

export const de: Wording = {
  greeting: (name) => (name ? `Hallo ${name},` : 'Guten Tag,'),
  disclosure: (shop) =>
    `Geschrieben von Satchels KI-Assistent für ${shop}. Antworten Sie 'human', um einen Menschen zu erreichen.`,
  notShipped: (order) =>
    join(
      `Ihre Bestellung ${order.number}${order.placedOn ? ` vom ${order.placedOn}` : ''} ist bei uns eingegangen, aber noch nicht verschickt.`,
      'Wenn sie unser Lager verlässt, bekommen Sie eine E-Mail mit der Sendungsnummer.',
    ),
  partlyShipped: (order) =>
    `ein Teil Ihrer Bestellung ${order.number} ist schon verschickt; der Rest ist noch bei uns und folgt getrennt.`,
  shippedWithoutTracking: (order) =>
    `Ihre Bestellung ${order.number} hat unser Lager verlassen. Im Shop ist keine Sendungsnummer hinterlegt, deshalb kann ich gerade nicht sehen, wo das Paket ist.`,
  cancelled: (order) =>
    join(
      `Ihre Bestellung ${order.number} wurde${order.cancelledOn ? ` am ${order.cancelledOn}` : ''} storniert, es ist also kein Paket unterwegs.`,
      order.refunded && `Laut Shop gingen ${order.refunded} an Ihre Zahlungsart zurück.`,
    ),
  refunded: (order) =>
    `Ihre Bestellung ${order.number} ist im Shop als erstattet vermerkt${order.refunded ? ` (${order.refunded})` : ''}, es ist kein Paket unterwegs.`,
  noScans: (order, parcel) =>
    join(
      `Ihre Bestellung ${order.number} ist gepackt und${by(parcel)} angekündigt, das Paket wurde aber noch nicht gescannt.`,
      'Mit dem ersten Scan beginnt die Sendungsverfolgung.',
    ),
  inTransit: (order, parcel) =>
    join(
      `gute Nachrichten: Ihre Bestellung ${order.number} ist${by(parcel)} unterwegs.`,
      parcel.estimate &&
        !parcel.estimateHasPassed &&
        `Der Paketdienst rechnet mit der Zustellung am ${parcel.estimate}.`,
      parcel.estimate &&
        parcel.estimateHasPassed &&
        `Der Paketdienst hatte mit der Zustellung am ${parcel.estimate} gerechnet. Dieser Tag ist vorbei, und einen neuen Termin gibt es noch nicht. Das tut mir leid.`,
      !parcel.estimate && 'Einen Zustelltermin nennt der Paketdienst bisher nicht.',
      scan(parcel),
    ),
  outForDelivery: (order, parcel) =>
    join(
      `Ihre Bestellung ${order.number} ist${by(parcel)} in der Zustellung: Das Paket liegt im Zustellfahrzeug.`,
      scan(parcel),
    ),
  attempted: (order, parcel) =>
    join(
      `der Paketdienst${carrierName(parcel)} wollte Ihre Bestellung ${order.number} zustellen, konnte sie aber nicht übergeben.`,
      scan(parcel),
      'Auf der Seite zur Sendungsverfolgung sehen Sie, wie es weitergeht.',
    ),
  readyForPickup: (order, parcel) =>
    join(`Ihre Bestellung ${order.number} liegt${by(parcel)} zur Abholung für Sie bereit.`, scan(parcel)),
  delivered: (order, parcel) =>
    join(
      `laut Paketdienst${carrierName(parcel)} wurde Ihre Bestellung ${order.number}${parcel.deliveredOn ? ` am ${parcel.deliveredOn}` : ''} zugestellt.`,
      scan(parcel),
      'Falls sie nicht bei Ihnen ist, antworten Sie einfach, dann sieht eine Kollegin oder ein Kollege nach.',
    ),
  returned: (order, parcel) =>
    join(
      `der Paketdienst${carrierName(parcel)} meldet, dass das Paket Ihrer Bestellung ${order.number} auf dem Rückweg zu uns ist.`,
      scan(parcel),
    ),
  problem: (order, parcel) =>
    join(
      `der Paketdienst${carrierName(parcel)} meldet ein Problem mit dem Paket Ihrer Bestellung ${order.number}.`,
      scan(parcel),
      'Das tut mir leid. Wir klären das mit dem Paketdienst.',
    ),
  trackHere: ({ trackingNumber, trackingUrl }) =>
    trackingNumber && `Sendungsnummer: ${trackingNumber}${trackingUrl ? `\nHier verfolgen: ${trackingUrl}` : ''}`,
  stale: (readOn) => `Ich konnte eben nicht alle Systeme erreichen; das ist der Stand vom ${readOn}.`,
  askWhich: (orders) =>
    `gern sehe ich nach. Ich finde mehrere Bestellungen: ${list(
      orders.map((order) => `${order.number}${order.placedOn ? ` (vom ${order.placedOn})` : ''}`),
      'und',
    )}. Welche meinen Sie?`,
  askNumber: () =>
    'gern sehe ich nach. Zu der Adresse, von der Sie schreiben, finde ich keine Bestellung. Können Sie mir Ihre Bestellnummer schicken? Sie steht in der Bestellbestätigung. Falls Sie mit einer anderen Adresse bestellt haben, schreiben Sie uns bitte von dieser.',
  askAgain: () =>
    'ich habe nachgesehen, finde aber zu der Adresse, von der Sie schreiben, keine Bestellung mit dieser Nummer. Können Sie die Nummer in der Bestellbestätigung prüfen? Falls Sie mit einer anderen Adresse bestellt haben, schreiben Sie uns bitte von dieser.',
  acknowledge: () => 'vielen Dank für Ihre Nachricht. Wir kümmern uns um Ihr Anliegen.',
  closing: () => 'Bei weiteren Fragen antworten Sie einfach auf diese Nachricht.',
};
