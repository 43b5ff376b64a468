import type { Rules } from './rules';

const GOODS = String.raw`(?:commandes?|colis|paquets?|livraisons?|envois?|achats?|articles?)`;

export const fr: Rules = {
  where_is_my_order: new RegExp(
    [
      String.raw`\b${GOODS}\b.{0,40}\b(?:en retard|tarde|retarde\w*)\b`,
      String.raw`\b(?:ou|d'ou)\b.{0,40}\b(?:${GOODS}|en est|se trouve|est-il|est-elle)\b`,
      String.raw`\b(?:quand|a quelle date|quel jour|combien de temps|dans combien)\b.{0,60}\b(?:arriv\w*|livr\w*|recev\w*|expedi\w*|envoy\w*|parti\w*|attendre|aurai\w*)`,
      String.raw`\b(?:statut|etat|suivi|suivre|nouvelles?|point|localiser|avancement|retard)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
      String.raw`\b(?:numero de suivi|lien de suivi|code de suivi|date de livraison|tracking)\b`,
      String.raw`\b${GOODS}\b.{0,60}\b(?:pas|jamais|n'est|n'a)\b.{0,30}\b(?:arrive\w*|recu\w*|livre\w*|expedi\w*|parti\w*|la|bouge\w*|venu\w*)\b`,
      String.raw`\b(?:pas|rien)\b.{0,30}\b(?:recu\w*|arrive\w*)\b`,
      String.raw`\b${GOODS}\b.{0,40}\b(?:a-t-(?:il|elle)|est-(?:il|elle)|ete)\b.{0,30}\b(?:expedi\w*|envoy\w*|parti\w*|en route|annule\w*)\b`,
      String.raw`\b(?:j'attends|attends|attendons)\b.{0,40}\b${GOODS}\b|\ben est\b.{0,25}\b${GOODS}\b`,
    ].join('|'),
  ),
  delivery_info:
    /\b(?:frais (?:de port|de livraison|d'envoi)|delais? de livraison|modes? de livraison|options de livraison|livraison (?:gratuite|express|offerte|internationale|a l'etranger)|point relais|retrait en magasin|transporteur)\b|\b(?:livrez|expediez|envoyez)[- ]vous\b.{0,30}\b(?:en|a|au|aux|vers|dans|le)\b|\bcombien (?:coute|coutent|de temps prend)\b.{0,25}\b(?:livraison|envoi|expedition)\b/,
  cancel_order:
    /\b(?:annuler|annulation|annulez|annule[sr]? (?:ma|la|cette|mon)|annuler ma commande)\b|\b(?:etre|faire|soit) annulee?\b|\b(?:commande|achete)\b.{0,20}\b(?:par erreur|en double|deux fois)\b|\b(?:plus besoin|ne veux plus)\b.{0,25}\b(?:commande|article|achat)\b/,
  change_items:
    /\b(?:changer|modifier|remplacer dans)\b.{0,40}\b(?:taille|couleur|quantite|article|modele|commande|produit|variante)\b|\bajout\w*\b.{0,35}\b(?:commande|article|panier)\b|\b(?:retir\w*|supprim\w*|enlev\w*)\b.{0,35}\b(?:commande)\b/,
  change_address:
    /\b(?:adresse|code postal|rue|numero de rue)\b.{0,40}\b(?:chang\w*|modifi\w*|corrig\w*|fausse|erreur|erronee|incorrecte|mauvaise|tromp\w*)\b|\b(?:chang\w*|modifi\w*|corrig\w*|mauvaise|autre|nouvelle|fausse|tromp\w*|mettre a jour)\b.{0,35}\b(?:adresse|code postal|rue)\b|\bdemenag\w*\b|\b(?:livr\w*|envoy\w*)\b.{0,30}\b(?:a mon (?:bureau|travail)|chez (?:mes parents|mon voisin|un voisin)|au bureau)\b/,
  change_payment:
    /\b(?:mode|moyen|methode) de (?:paiement|reglement)\b.{0,30}\b(?:chang\w*|modifi\w*|autre)\b|\b(?:chang\w*|modifi\w*|autre)\b.{0,30}\b(?:(?:mode|moyen|methode) de (?:paiement|reglement)|carte bancaire|carte)\b|\b(?:plutot|finalement) (?:par|avec) (?:paypal|carte|carte cadeau|virement)\b/,
  return:
    /\b(?:retourner|retour(?:ne)?|renvoyer|renvoie|renvoi|etiquette de retour|bon de retour|retractation|ne me va pas|ne va pas|trop (?:petit|grand|large|serre)\w*|rendre (?:un|l'|cet?|le|la|mes|les)\w*)\b/,
  exchange:
    /\b(?:echang\w*|remplac\w*|autre taille|autre couleur|taille au-dessus|taille en dessous|plus grande? taille)\b/,
  refund:
    /\b(?:remboursement|rembours(?:er|ez|e|ee|es)|rendre (?:mon |l')argent|rendez[- ]moi|mon argent|recredit\w*|dedommag\w*|indemnis\w*|geste commercial)\b/,
  refund_status:
    /\b(?:quand|ou|statut|toujours|attends|combien de temps|pas encore|n'ai pas|n'a pas|toujours pas|aucun|deja|etat|suivi|jamais)\b.{0,45}\b(?:rembours\w*|mon argent|recredit\w*)\b|\b(?:remboursement|argent)\b.{0,40}\b(?:pas encore|pas (?:recu|arrive)|n'est pas|quand|statut|toujours pas|tarde|en est|en cours)\b/,
  return_policy:
    /\b(?:politique de (?:retour|remboursement|echange)|conditions (?:de|des) (?:retours?|remboursement)|delai de (?:retour|retractation)|frais de retour|droit de retractation|retours? gratuits?|satisfait ou rembourse)\b|\b(?:combien de (?:temps|jours)|jusqu'a quand|sous combien)\b.{0,40}\b(?:retour\w*|renvoy\w*|echang\w*|rendre)\b|\bqui paie\b.{0,30}\bretour\w*|\bles retours? sont[- ]ils\b/,
  missing_parcel:
    /\b(?:indique|marque|note|affiche|soi-disant|selon|d'apres|dit)\w*\b.{0,40}\blivre\w*|\blivre\w*\b.{0,40}\b(?:mais|alors que|pourtant|rien)\b|\b(?:vole|volee|perdu|perdue|disparu|egare)\b|\bjamais (?:arrive|recu)\b/,
  missing_item:
    /\b(?:manque\w*|il manque|incomplet\w*|pas (?:dans le (?:colis|carton)|inclus|fourni)|seulement (?:un|une|deux|la moitie)\b.{0,25}\brecu\w*|recu (?:seulement|que|qu')|oublie (?:de mettre|d'envoyer|un article|une piece))\b/,
  damaged_or_wrong:
    /\b(?:casse\w*|abime\w*|endommage\w*|defectueu\w*|dechire\w*|tache\w*|raye\w*|fissure\w*|fuit|moisi\w*|perime\w*|mauvais(?:e)? (?:article|produit|taille|couleur|commande|modele|colis)|pas (?:le|la|ce que) (?:bon|bonne|j'ai commande)|autre chose que|ne (?:marche|fonctionne|s'allume) (?:pas|plus)|mauvaise qualite|trou dans)\b/,
  discount_code:
    /\b(?:code (?:promo\w*|de reduction|de remise|avantage|cadeau)|coupon|bon d'achat|bon de reduction|reduction\w*|remise\w*|promotion\w*|rabais)\b/,
  price_match:
    /\b(?:aligne\w*|alignement|moins chere?|meilleur prix|difference de prix|prix (?:a|ont) (?:baisse|chute|diminue)|baisse de prix|prix garanti)\b/,
  points_balance:
    /\b(?:combien|solde|consulter|voir|connaitre|nombre|quel est|total)\b.{0,35}\b(?:points?|recompenses?|cagnotte)\b|\b(?:programme de fidelite|solde de points|compte fidelite)\b|\bpoints? (?:ai-je|j'ai)\b/,
  points_missing:
    /\b(?:points?|cagnotte)\b.{0,40}\b(?:manqu\w*|pas|jamais|disparu\w*|perdu\w*|expire\w*|faux)\b|\b(?:manque|pas (?:recu|eu)|aucun)\b.{0,25}\b(?:points?|cagnotte)\b/,
  redeem_reward:
    /\b(?:utilis\w*|echang\w*|depens\w*|convert\w*)\b.{0,25}\b(?:points?|recompenses?|cagnotte|fidelite)\b/,
  skip_delivery:
    /\b(?:saut(?:er|ez|e)|suspend\w*|reporter|reportez|mettre en pause|pause|decaler|differer)\b|\b(?:prochaine?|ce mois|mois prochain)\b.{0,30}\b(?:pas de (?:livraison|box)|ne pas (?:livrer|envoyer))\b/,
  change_subscription:
    /\b(?:abonnement|frequence|formule)\b.{0,40}\b(?:chang\w*|modifi\w*|pass\w*|adapt\w*|reprend\w*|reactiv\w*)\b|\b(?:chang\w*|modifi\w*|pass\w*|adapt\w*|reprend\w*|reactiv\w*)\b.{0,40}\b(?:abonnement|frequence|formule)\b|\btou(?:s|tes) les \w+ (?:semaines|mois)\b/,
  cancel_subscription:
    /\b(?:abonnement|adhesion)\b.{0,30}\b(?:resili\w*|annul\w*|arret\w*|mettre fin|stopp\w*)\b|\b(?:resili\w*|annul\w*|arret\w*|mettre fin|stopp\w*|desabonn\w*)\b.{0,30}\b(?:abonnement|adhesion|box)\b|\b(?:resilier|resiliation)\b/,
  invoice: /\b(?:factures?|recu de (?:paiement|caisse)|ticket de caisse|justificatif|preuve d'achat|tva)\b/,
  payment_problem:
    /\b(?:debite\w*|preleve\w*|facture\w*|paye\w*)\b.{0,30}\b(?:deux fois|double|trop|mais|par erreur)\b|\b(?:deux fois|double|trop|inconnu)\b.{0,25}\b(?:debite\w*|preleve\w*|facture\w*|paye\w*|debit|prelevement)\b|\b(?:paiement|carte|paypal|transaction)\b.{0,30}\b(?:refuse\w*|echoue\w*|ne (?:passe|marche|fonctionne) pas|erreur|bloque\w*)\b|\b(?:peux|arrive|parviens|reussis) pas (?:a )?(?:payer|regler|finaliser)\b/,
  payment_methods:
    /\b(?:(?:modes|moyens|methodes) de (?:paiement|reglement)|payer en (?:plusieurs fois|\w+ fois)|paiement en (?:plusieurs|\w+) fois|paiement a la livraison)\b|\b(?:acceptez|prenez|puis-je|peut-on|proposez|je peux)\b.{0,25}\b(?:paypal|klarna|apple ?pay|cartes?(?: bancaire)?|cheques?|virement|american express|especes|carte cadeau)\b|\bcomment (?:puis-je |peut-on |je peux )?(?:payer|regler)\b/,
  product_question:
    /\b(?:impermeable|matiere|lavable|machine|guide des tailles|quelle taille|taille (?:grand|petit)|convient|conseill\w*|recommand\w*|difference entre|ingredients|dimensions|poids|combien pese|quelles couleurs|compatible|vegan|authentique|original|effets secondaires|mode d'emploi|comment (?:laver|utiliser|nettoyer|monter)|composition|fabrique|lave-vaisselle)\b/,
  stock_question:
    /\b(?:en stock|stock|disponibles?|disponibilite|rupture|epuise\w*|reassort|de retour en stock)\b|\b(?:vendez|avez)[- ]vous\b.{0,40}\b(?:en|aussi|encore|taille|des)\b/,
  warranty: /\b(?:garantie?s?|reparation\w*|reparer|pieces? (?:detachees?|de rechange)|sav)\b/,
  place_order:
    /\b(?:voudrais|veux|souhaite|aimerais|comment|ou|puis-je)\b.{0,25}\b(?:commander|acheter|racheter|recommander le)\b|\b(?:passer (?:une )?commande|commander par telephone)\b/,
  account:
    /\b(?:mon compte|me connecter|connexion|mot de passe|m'inscrire|inscription|creer un compte|identifiants?|adresse (?:e-?mail|mail)|code de verification|numero de telephone|nom d'utilisateur)\b/,
  delete_account:
    /\b(?:supprim\w*|effac\w*|ferm(?:er|ez)|desactiv\w*)\b.{0,30}\b(?:compte|donnees|profil)\b|\b(?:compte|donnees|profil)\b.{0,30}\b(?:supprim\w*|effac\w*|ferm\w*|desactiv\w*)\b/,
  newsletter:
    /\b(?:newsletters?|lettre d'information|e-?mails? (?:publicitaires?|promotionnels?)|publicites?|spam|desinscri\w*|liste de diffusion)\b/,
  complaint:
    /\b(?:reclamation|me plaindre|inadmissible|inacceptable|scandaleu\w*|honteu\w*|decu\w*|deception|mauvais(?:e)? (?:service|experience)|plus jamais|jamais plus|mecontent\w*|lamentable|impoli\w*|ridicule|catastrophique)\b/,
  human:
    /\b(?:parler|discuter|echanger|contacter|joindre|avoir|passer)\b.{0,35}\b(?:humain|conseillere?|quelqu'un|vraie personne|une personne|agent|responsable|service client)\b|^\W*(?:humain|conseiller|personne|agent|un humain)\W*$|\b(?:appelez|rappelez|me rappeler|m'appeler|numero de telephone du)\b/,
};
