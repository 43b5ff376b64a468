import type { ParcelWords, Wording } from '../wording';
import { join, list } from '../wording';

const by = ({ carrier }: ParcelWords): string => (carrier ? ` avec ${carrier}` : '');
const carrierName = ({ carrier }: ParcelWords): string => (carrier ? ` (${carrier})` : '');
const scan = ({ lastScan }: ParcelWords): string | null =>
  lastScan &&
  `Dernier passage${lastScan.day ? ` le ${lastScan.day}` : ''} : « ${lastScan.description} »${lastScan.location ? ` (${lastScan.location})` : ''}.`;

export const fr: Wording = {
  greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  disclosure: (shop) => `Écrit par l'assistant IA de Satchel pour ${shop}. Répondez 'human' pour joindre une personne.`,
  notShipped: (order) =>
    join(
      `votre commande ${order.number}${order.placedOn ? ` du ${order.placedOn}` : ''} est bien chez nous, mais elle n'est pas encore partie.`,
      'Vous recevrez un e-mail avec le numéro de suivi à son départ.',
    ),
  partlyShipped: (order) =>
    `une partie de votre commande ${order.number} est déjà partie ; le reste est encore chez nous et suivra séparément.`,
  shippedWithoutTracking: (order) =>
    `votre commande ${order.number} a quitté notre entrepôt, mais la boutique n'a pas de numéro de suivi. Je ne peux donc pas voir où est le colis pour le moment.`,
  cancelled: (order) =>
    join(
      `votre commande ${order.number} a été annulée${order.cancelledOn ? ` le ${order.cancelledOn}` : ''} : aucun colis n'est en route.`,
      order.refunded && `D'après la boutique, ${order.refunded} ont été reversés sur votre moyen de paiement.`,
    ),
  refunded: (order) =>
    `votre commande ${order.number} est notée comme remboursée dans la boutique${order.refunded ? ` (${order.refunded})` : ''} : aucun colis n'est en route.`,
  noScans: (order, parcel) =>
    join(
      `votre commande ${order.number} est emballée et annoncée${by(parcel)}, mais le transporteur n'a pas encore scanné le colis.`,
      'Le suivi commence au premier passage.',
    ),
  inTransit: (order, parcel) =>
    join(
      `bonne nouvelle : votre commande ${order.number} est en route${by(parcel)}.`,
      parcel.estimate && !parcel.estimateHasPassed && `Le transporteur prévoit la livraison le ${parcel.estimate}.`,
      parcel.estimate &&
        parcel.estimateHasPassed &&
        `Le transporteur prévoyait la livraison le ${parcel.estimate}. Cette date est passée et il n'y en a pas de nouvelle. Je suis désolé de cette attente.`,
      !parcel.estimate && "Le transporteur n'indique pas encore de date de livraison.",
      scan(parcel),
    ),
  outForDelivery: (order, parcel) =>
    join(
      `votre commande ${order.number} est en cours de livraison${by(parcel)} : le colis est dans le véhicule du livreur.`,
      scan(parcel),
    ),
  attempted: (order, parcel) =>
    join(
      `le transporteur${carrierName(parcel)} a voulu remettre votre commande ${order.number}, sans succès.`,
      scan(parcel),
      'La page de suivi indique la suite.',
    ),
  readyForPickup: (order, parcel) =>
    join(`votre commande ${order.number} vous attend dans un point de retrait${by(parcel)}.`, scan(parcel)),
  delivered: (order, parcel) =>
    join(
      `d'après le transporteur${carrierName(parcel)}, votre commande ${order.number} a été livrée${parcel.deliveredOn ? ` le ${parcel.deliveredOn}` : ''}.`,
      scan(parcel),
      "Si vous ne l'avez pas, répondez simplement et un collègue regardera.",
    ),
  returned: (order, parcel) =>
    join(
      `le transporteur${carrierName(parcel)} indique que le colis de votre commande ${order.number} revient vers nous.`,
      scan(parcel),
    ),
  problem: (order, parcel) =>
    join(
      `le transporteur${carrierName(parcel)} signale un problème avec le colis de votre commande ${order.number}.`,
      scan(parcel),
      'Nous en sommes désolés et nous voyons cela avec le transporteur.',
    ),
  trackHere: ({ trackingNumber, trackingUrl }) =>
    trackingNumber && `Numéro de suivi : ${trackingNumber}${trackingUrl ? `\nSuivre le colis : ${trackingUrl}` : ''}`,
  stale: (readOn) => `Je n'ai pas pu joindre tous les systèmes à l'instant ; ces informations datent du ${readOn}.`,
  askWhich: (orders) =>
    `je regarde volontiers. Je vois plusieurs commandes : ${list(
      orders.map((order) => `${order.number}${order.placedOn ? ` (du ${order.placedOn})` : ''}`),
      'et',
    )}. De laquelle s'agit-il ?`,
  askNumber: () =>
    "je regarde volontiers. Je ne trouve pas de commande pour l'adresse depuis laquelle vous écrivez. Pouvez-vous m'envoyer votre numéro de commande ? Il se trouve dans la confirmation. Si vous avez commandé avec une autre adresse, écrivez-nous depuis celle-ci.",
  askAgain: () =>
    "j'ai regardé, mais je ne trouve pas de commande avec ce numéro pour l'adresse depuis laquelle vous écrivez. Pouvez-vous vérifier le numéro dans la confirmation ? Si vous avez commandé avec une autre adresse, écrivez-nous depuis celle-ci.",
  acknowledge: () => 'merci pour votre message. Nous étudions votre demande.',
  closing: () => 'Répondez simplement à ce message si vous avez une autre question.',
};
