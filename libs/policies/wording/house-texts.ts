import type { CustomerLanguage } from '@satchel/contracts';

export type TextName =
  'approval' | 'no' | 'identity' | 'noOrder' | 'window' | 'finalSale' | 'sent' | 'nothingLeft' | 'dispute';

/** What is said where the shop has no words of its own: never a promise, never a suspicion. */
export const HOUSE_TEXTS: Record<TextName, Record<CustomerLanguage, string>> = {
  approval: {
    en: 'A colleague has to look at this first. You will hear from us here.',
    de: 'Das muss sich zuerst jemand aus unserem Team ansehen. Sie hören hier von uns.',
    nl: 'Een collega moet hier eerst naar kijken. U hoort hier van ons.',
    fr: 'Un collègue doit d’abord examiner votre demande. Nous vous répondrons ici.',
    es: 'Primero tiene que revisarlo un compañero. Le responderemos por aquí.',
  },
  no: {
    en: 'We cannot do this for you here.',
    de: 'Das können wir hier leider nicht für Sie tun.',
    nl: 'Dit kunnen we hier helaas niet voor u doen.',
    fr: 'Nous ne pouvons malheureusement pas faire cela ici.',
    es: 'Lamentablemente, aquí no podemos hacerlo.',
  },
  identity: {
    en: 'Before we do this, we have to be sure that the order is yours.',
    de: 'Bevor wir das tun, müssen wir sicher sein, dass die Bestellung von Ihnen ist.',
    nl: 'Voordat we dit doen, moeten we zeker weten dat de bestelling van u is.',
    fr: 'Avant de le faire, nous devons être sûrs que la commande est bien la vôtre.',
    es: 'Antes de hacerlo, tenemos que comprobar que el pedido es suyo.',
  },
  noOrder: {
    en: 'We find no such order of yours.',
    de: 'Wir finden keine solche Bestellung von Ihnen.',
    nl: 'We vinden geen bestelling van u die hierbij past.',
    fr: 'Nous ne trouvons pas de telle commande à votre nom.',
    es: 'No encontramos ningún pedido suyo así.',
  },
  window: {
    en: 'The time for this has passed for that order.',
    de: 'Die Frist dafür ist bei dieser Bestellung abgelaufen.',
    nl: 'De termijn hiervoor is bij deze bestelling verstreken.',
    fr: 'Le délai est dépassé pour cette commande.',
    es: 'El plazo para este pedido ya ha pasado.',
  },
  finalSale: {
    en: 'This item was sold as final sale, so it cannot be returned or refunded.',
    de: 'Dieser Artikel ist von Rückgabe und Erstattung ausgeschlossen.',
    nl: 'Dit artikel kan niet worden teruggestuurd of terugbetaald.',
    fr: 'Cet article n’est ni repris ni remboursé.',
    es: 'Este artículo no admite devolución ni reembolso.',
  },
  sent: {
    en: 'The order is on its way already, so this cannot be changed any more.',
    de: 'Die Bestellung ist schon unterwegs; das lässt sich nicht mehr ändern.',
    nl: 'De bestelling is al onderweg; dit kan niet meer worden gewijzigd.',
    fr: 'La commande est déjà partie : cela ne peut plus être modifié.',
    es: 'El pedido ya está en camino y no se puede cambiar.',
  },
  nothingLeft: {
    en: 'That is more than can still be given back for this order.',
    de: 'Das ist mehr, als für diese Bestellung noch erstattet werden kann.',
    nl: 'Dat is meer dan er voor deze bestelling nog kan worden terugbetaald.',
    fr: 'C’est plus que ce qui peut encore être remboursé pour cette commande.',
    es: 'Es más de lo que aún se puede reembolsar de este pedido.',
  },
  dispute: {
    en: 'Your bank is looking into this payment, so it is settled there.',
    de: 'Ihre Bank prüft diese Zahlung gerade; das wird dort geklärt.',
    nl: 'Uw bank onderzoekt deze betaling; het wordt daar afgehandeld.',
    fr: 'Votre banque examine ce paiement : c’est elle qui tranchera.',
    es: 'Su banco está revisando este pago; se resuelve allí.',
  },
};
