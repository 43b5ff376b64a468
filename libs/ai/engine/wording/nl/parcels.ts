import type { ParcelWords, Wording } from '../wording';
import { join, list } from '../wording';

const by = ({ carrier }: ParcelWords): string => (carrier ? ` met ${carrier}` : '');
const carrierName = ({ carrier }: ParcelWords): string => (carrier ? ` (${carrier})` : '');
const scan = ({ lastScan }: ParcelWords): string | null =>
  lastScan &&
  `Laatste scan${lastScan.day ? ` op ${lastScan.day}` : ''}: "${lastScan.description}"${lastScan.location ? ` (${lastScan.location})` : ''}.`;

export const nl: Wording = {
  greeting: (name) => (name ? `Hoi ${name},` : 'Goedendag,'),
  disclosure: (shop) =>
    `Geschreven door de AI-assistent van Satchel voor ${shop}. Antwoord 'human' om een mens te bereiken.`,
  notShipped: (order) =>
    join(
      `je bestelling ${order.number}${order.placedOn ? ` van ${order.placedOn}` : ''} is bij ons binnen, maar nog niet verzonden.`,
      'Je krijgt een e-mail met het trackingnummer als hij bij ons weggaat.',
    ),
  partlyShipped: (order) =>
    `een deel van je bestelling ${order.number} is al verzonden; de rest ligt nog bij ons en volgt apart.`,
  shippedWithoutTracking: (order) =>
    `je bestelling ${order.number} is bij ons weg, maar de winkel heeft er geen trackingnummer van. Daarom kan ik nu niet zien waar het pakket is.`,
  cancelled: (order) =>
    join(
      `je bestelling ${order.number} is${order.cancelledOn ? ` op ${order.cancelledOn}` : ''} geannuleerd, er is dus geen pakket onderweg.`,
      order.refunded && `Volgens de winkel ging ${order.refunded} terug naar je betaalmethode.`,
    ),
  refunded: (order) =>
    `je bestelling ${order.number} staat in de winkel als terugbetaald${order.refunded ? ` (${order.refunded})` : ''}, er is geen pakket onderweg.`,
  noScans: (order, parcel) =>
    join(
      `je bestelling ${order.number} is ingepakt en aangemeld${by(parcel)}, maar de vervoerder heeft het pakket nog niet gescand.`,
      'Vanaf de eerste scan kun je het volgen.',
    ),
  inTransit: (order, parcel) =>
    join(
      `goed nieuws: je bestelling ${order.number} is onderweg${by(parcel)}.`,
      parcel.estimate && !parcel.estimateHasPassed && `De vervoerder verwacht het te bezorgen op ${parcel.estimate}.`,
      parcel.estimate &&
        parcel.estimateHasPassed &&
        `De vervoerder verwachtte het te bezorgen op ${parcel.estimate}. Die dag is voorbij en er is nog geen nieuwe datum. Sorry voor het wachten.`,
      !parcel.estimate && 'De vervoerder noemt nog geen bezorgdatum.',
      scan(parcel),
    ),
  outForDelivery: (order, parcel) =>
    join(
      `je bestelling ${order.number} is${by(parcel)} bij de bezorger: het pakket ligt in de bezorgwagen.`,
      scan(parcel),
    ),
  attempted: (order, parcel) =>
    join(
      `de vervoerder${carrierName(parcel)} wilde je bestelling ${order.number} afgeven, maar dat lukte niet.`,
      scan(parcel),
      'Op de trackingpagina zie je hoe het verdergaat.',
    ),
  readyForPickup: (order, parcel) =>
    join(`je bestelling ${order.number} ligt${by(parcel)} voor je klaar bij een afhaalpunt.`, scan(parcel)),
  delivered: (order, parcel) =>
    join(
      `volgens de vervoerder${carrierName(parcel)} is je bestelling ${order.number}${parcel.deliveredOn ? ` op ${parcel.deliveredOn}` : ''} bezorgd.`,
      scan(parcel),
      'Heb je het niet ontvangen? Antwoord dan gewoon, dan kijkt een collega ernaar.',
    ),
  returned: (order, parcel) =>
    join(
      `de vervoerder${carrierName(parcel)} meldt dat het pakket van je bestelling ${order.number} op weg is terug naar ons.`,
      scan(parcel),
    ),
  problem: (order, parcel) =>
    join(
      `de vervoerder${carrierName(parcel)} meldt een probleem met het pakket van je bestelling ${order.number}.`,
      scan(parcel),
      'Dat spijt me. We zoeken het uit met de vervoerder.',
    ),
  trackHere: ({ trackingNumber, trackingUrl }) =>
    trackingNumber && `Trackingnummer: ${trackingNumber}${trackingUrl ? `\nVolg het hier: ${trackingUrl}` : ''}`,
  stale: (readOn) => `Ik kon net niet alle systemen bereiken; dit is de stand van ${readOn}.`,
  askWhich: (orders) =>
    `ik kijk het graag voor je na. Ik zie meer bestellingen: ${list(
      orders.map((order) => `${order.number}${order.placedOn ? ` (van ${order.placedOn})` : ''}`),
      'en',
    )}. Welke bedoel je?`,
  askNumber: () =>
    'ik kijk het graag voor je na. Bij het adres waarmee je schrijft vind ik geen bestelling. Kun je me je bestelnummer sturen? Dat staat in de bevestiging. Heb je met een ander adres besteld, schrijf ons dan vanaf dat adres.',
  askAgain: () =>
    'ik heb gekeken, maar vind bij het adres waarmee je schrijft geen bestelling met dat nummer. Kun je het nummer in de bevestiging nakijken? Heb je met een ander adres besteld, schrijf ons dan vanaf dat adres.',
  acknowledge: () => 'bedankt voor je bericht. We kijken naar je vraag.',
  closing: () => 'Antwoord gerust als je nog een vraag hebt.',
};
