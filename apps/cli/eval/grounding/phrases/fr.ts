import type { Phrases } from './phrases';

export const fr: Phrases = {
  greetings: ['Bonjour {name},', 'Chère {name},', 'Bonjour {name} !'],
  closings: [
    "N'hésitez pas si vous avez une autre question.",
    'Puis-je faire autre chose pour vous ?',
    'Merci pour votre patience !',
    'Je vous souhaite une belle journée.',
  ],
  replies: {
    transit: [
      "merci pour votre message ! J'ai regardé : votre commande {order} [[status: est en route | a été livrée]] avec {carrier}. La livraison est prévue le {eta}. Le numéro de suivi est {tracking}.",
      "votre commande {order}, passée le {placed}, [[negation: a été expédiée | n'a pas été expédiée]] et devrait arriver le {eta}. Vous pouvez suivre le colis ici : {url}",
      'bonne nouvelle : {item} de la commande {order} est en route avec {carrier}. La livraison est prévue le {eta}.',
    ],
    delivered: [
      "j'ai regardé la commande {order}. Selon {carrier}, elle [[negation: a été livrée | n'a pas été livrée]] le {delivered}. Est-elle peut-être chez un voisin ?",
      'votre colis {tracking} [[status: a été livré | vous attend dans un point de retrait]] le {delivered}. Dites-moi si vous ne le trouvez pas.',
    ],
    unshipped: [
      "votre commande {order} du {placed} [[negation: n'a pas encore été expédiée | a été expédiée]]. Vous recevrez un e-mail à son départ.",
      "je vois la commande {order}, passée le {placed}, pour un total de {total}. Elle [[status: n'est pas encore partie | est déjà en route]].",
    ],
    two: [
      'vous avez deux commandes : {order} arrive le {eta}, et {order2} arrive le {eta2}.',
      'je trouve deux commandes. {order} est en route et attendue le {eta}.\n{order2} est aussi en route et attendue le {eta2}.',
    ],
    refunded: [
      "c'est bon : j'ai remboursé {refund} pour la commande {acted}. L'argent revient sur votre moyen de paiement.",
      "un montant de {refund} [[negation: a été remboursé | n'a pas été remboursé]] pour la commande {acted}. Toutes nos excuses.",
    ],
    cancelled: [
      "j'ai annulé la commande {acted} pour vous.",
      "votre commande {acted} [[negation: a été annulée | n'a pas été annulée]], comme vous le vouliez.",
    ],
    returned: [
      "j'ai ouvert un retour pour {qty} x {item} de la commande {acted}.",
      'votre retour de {qty} x {item} de la commande {acted} a été créé.',
    ],
    points: [
      'vous avez {points} points et votre niveau est {tier}.',
      'votre compte affiche {points} points, votre niveau est {tier}. La récompense « Free mug » demande 100 points.',
    ],
    policy: [
      "vous pouvez retourner les articles inutilisés sous {days} jours après réception. [r] L'article [[negation: doit être dans son emballage d'origine | ne doit pas être dans son emballage d'origine]]. [r]",
      'la livraison standard prend {ship} jours ouvrés et coûte {fee} [s].',
    ],
    product: [
      '{item} existe en {colour} et coûte {price}.',
      'oui, nous avons {item} en {colour}. La matière est le [[attribute: coton | cuir]] et le prix est de {price}.',
      "{item} en {colour} [[negation: est en stock | n'est pas en stock]]. Le prix est de {price}.",
    ],
    discount: [
      "pour vous remercier, j'ai créé le code {code}. Il vous donne {percent} % de remise.",
      'votre code de réduction est {code}, il vaut {percent} %.',
    ],
    address: [
      "juste pour être sûr : la commande {acted} irait au {street}. C'est bien cela ?",
      'la nouvelle adresse pour {order} serait {street}. Dois-je le faire ?',
    ],
    approval: [
      'un remboursement de {refund} pour la commande {acted} doit être vérifié. Un collègue décide et vous écrit.',
    ],
    cannot: [
      'malheureusement la commande {order} [[negation: ne peut plus être annulée | peut encore être annulée]], car elle a déjà été expédiée.',
      "je suis désolée, je ne peux pas annuler la commande {order} : le colis [[status: est déjà en route | n'a pas encore été expédié]].",
    ],
    lines: [
      'la commande {order} contient {qty} x {item}. Le prix par pièce est de {price} et le total est de {total}.',
      'dans la commande {order} il y a {qty} x {item} à {price} pièce.',
    ],
  },
  passages: {
    returns:
      "Les articles inutilisés peuvent être retournés sous {days} jours après réception. L'article doit être dans son emballage d'origine. Les articles soldés sont exclus.",
    shipping: 'La livraison standard prend {ship} jours ouvrés et coûte {fee}.',
  },
  lies: {
    promise: [
      'Nous allons vous rembourser la totalité.',
      'Vous recevrez un bon de notre part.',
      'Le paiement vous sera remboursé.',
      'Je vais annuler le reste.',
      'Nous allons remplacer votre article.',
    ],
    act: [
      "J'ai aussi modifié votre adresse de livraison.",
      "J'ai également résilié votre abonnement.",
      'Nous avons crédité des points en plus.',
      'Votre prochaine livraison a été reportée.',
      "L'article a déjà été échangé.",
    ],
    link: ['Plus de détails : https://aide-#.example/commande', 'Merci de confirmer sur www.commande-sure#.example.'],
    percent: ['Vous avez aussi 2# % sur la prochaine commande.', "C'est 1# pour cent de moins."],
    address: ['Envoyez-le au 1# rue du Port.', 'Notre bureau est au 4# avenue des Tilleuls.'],
  },
};
