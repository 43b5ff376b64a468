import type { Lexicon } from './lexicon';

const GOODS = String.raw`(?:commandes?|colis|paquets?|livraisons?|envois?|achats?|articles?|sac|veste|chaussures|tente)`;

export const fr: Lexicon = {
  whereabouts: [
    new RegExp(String.raw`\b${GOODS}\b.{0,40}\b(?:en retard|tarde|retarde\w*)\b`),
    new RegExp(String.raw`\b(?:ou|d'ou)\b.{0,40}\b(?:${GOODS}|en est|se trouve|est-il|est-elle)\b`),
    /\b(?:quand|a quelle date|quel jour|combien de temps|dans combien)\b.{0,60}\b(?:arriv\w*|livr\w*|recev\w*|expedi\w*|envoy\w*|parti\w*|attendre|aurai\w*|delai)/,
    new RegExp(
      String.raw`\b(?:statut|etat|suivi|suivre|nouvelles?|point|localiser|avancement|retard)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
    ),
    /\b(?:numero de suivi|lien de suivi|code de suivi|suivi de (?:ma|mon|la|commande|colis)|date de livraison|tracking)\b/,
    new RegExp(
      String.raw`\b${GOODS}\b.{0,60}\b(?:pas|toujours pas|pas encore|jamais|n'est|n'a)\b.{0,30}\b(?:arrive\w*|recu\w*|livre\w*|expedi\w*|parti\w*|la|bouge\w*|venu\w*)\b`,
    ),
    /\b(?:pas|rien|toujours pas|pas encore|toujours rien)\b.{0,30}\b(?:recu\w*|arrive\w*)\b/,
    new RegExp(
      String.raw`\b${GOODS}\b.{0,40}\b(?:a-t-(?:il|elle)|est-(?:il|elle)|ete)\b.{0,30}\b(?:expedi\w*|envoy\w*|parti\w*|en route)\b`,
    ),
    new RegExp(String.raw`\b(?:j'attends|attends|attendons)\b.{0,40}\b${GOODS}\b|\ben est\b.{0,25}\b${GOODS}\b`),
  ],
  blockers: {
    safety: [/\b(?:bless\w*|hopital|allergi\w*|brul\w*|intoxi\w*|empoisonn\w*|explos\w*|suicide)\b/],
    legal: [
      /\b(?:avocat|tribunal|justice|plainte|police|dgccrf|mediateur|mise en demeure|escroquerie|escrocs?|arnaque\w*|fraude|litige|opposition|juridique|rgpd|60 millions|ufc)\b/,
    ],
    human_requested: [
      /^\W*(?:humain|conseiller|human|personne|agent)\W*$/,
      /\b(?:parler|discuter|echanger|contacter|joindre|avoir)\b.{0,30}\b(?:humain|conseillere?|quelqu'un|vraie personne|une personne|agent|responsable)\b/,
      /\b(?:appelez|rappelez|me rappeler|m'appeler|pas (?:un|de) (?:robot|bot|machine|ia))\b/,
    ],
    injection: [
      /\b(?:ignor\w*|oubli\w*|contourn\w*)\b.{0,40}\b(?:instructions?|consignes?|regles?|prompt|directives?|precedent\w*)\b/,
      /\b(?:prompt systeme|system prompt|tu es (?:maintenant|desormais)|vous etes maintenant|mode developpeur|fais semblant|tes instructions)\b|<\/?(?:system|assistant)\b/,
      /\b(?:tous les|autres|autre) clients?\b/,
    ],
    refund: [/\b(?:rembours\w*|rendre l'argent|mon argent|avoir\b.{0,10}\bbon d'achat|recredit\w*)\b/],
    return: [
      /\b(?:retour(?:n\w*)?|renvoy\w*|renvoi|echang\w*|retractation|trop (?:petit|grand|large|serre)\w*|mauvaise taille|ne (?:me )?va pas|taille ne)\b/,
    ],
    cancel: [/\b(?:annul\w*|resili\w*|ne veux plus|n'ai plus besoin|arreter la commande)\b/],
    change_order: [
      /\b(?:(?:adresse|commande|quantite|date de livraison)\b.{0,40}\b(?:chang\w*|modifi\w*|corrig\w*|erron\w*|fausse|mauvaise)|(?:chang\w*|modifi\w*|corrig\w*|mauvaise|nouvelle|autre)\b.{0,40}\b(?:adresse|commande|quantite)|demenag\w*|ajouter|plus vite|plus rapid\w*|voisin\w*|point relais)\b/,
    ],
    missing_parcel: [
      /\b(?:(?:indique|marque|note|dit|affiche|soi-disant|selon)\w*\b.{0,50}\blivre\w*|livre\w*\b.{0,40}\b(?:mais|pourtant|alors que)|vol(?:e|ee|es)\b|perdu\w*|disparu\w*|introuvable|egare\w*)\b/,
    ],
    damaged_or_wrong: [
      /\b(?:abim\w*|casse\w*|endommag\w*|defectueu\w*|defaut\w*|dechir\w*|tache\w*|ray(?:e|ee|ure)\w*|mauvais (?:article|produit|modele)|mauvaise couleur|manqu\w*|incomplet\w*|ne (?:marche|fonctionne) (?:pas|plus)|reclamation|garantie|reparation|erreur dans)\b/,
    ],
    payment: [
      /\b(?:facture\w*|recu de paiement|tva|paiement\w*|paye\w*|payer|debite\w*|preleve\w*|prelevement|carte bancaire|paypal|klarna|reduction|promo\w*|code promo|bon d'achat|carte cadeau|prix|cout\w*|coute|frais|douane\w*|points|fidelite)\b/,
    ],
    product_question: [
      /\b(?:en stock|disponib\w*|rupture|vendez-vous|avez-vous|livrez-vous|expediez-vous|guide des tailles|quelle taille|impermeable|etanche|matiere|compatible|conseill\w*|difference entre|horaires|voudrais (?:commander|acheter)|souhaite (?:commander|acheter)|newsletter)\b/,
    ],
    account: [
      /\b(?:mon compte|connecter|connexion|mot de passe|supprimer (?:mes|mon)|desinscri\w*|desabonn\w*|inscription|adresse (?:e-?mail|mail))\b/,
    ],
    complaint: [
      /\b(?:inadmissible|inacceptable|scandaleu\w*|honteu\w*|honte|nul(?:le)?|decu\w*|decevant\w*|furieu\w*|colere|en ai marre|ras le bol|incompeten\w*|lamentable|merde|putain|plus jamais|troisieme fois|foutage|mecontent\w*|plaindre)\b|!{3,}/,
    ],
    condition: [
      /\b(?:si (?:c'est|vous|ce|le|la|possible|non|je|jamais|elle|il)|sinon|a moins que|au cas ou|sauf si|plutot)\b/,
    ],
  },
  thanks:
    /^(?:(?:ok|d'accord|super|parfait|genial|tres|bien|merci|beaucoup|mille|grand|encore|pour|votre|vos|la|le|les|l'|reponse|aide|information|informations|infos?|rapide|rapidite|c'est|note|compris|recu|bonne journee|bonne soiree|au revoir|bye|top|impeccable|cool|et|oui|entendu|tout|regle|a vous)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^(?:(?:bonjour|bonsoir|salut|coucou|hello|madame|monsieur|cher|chere)\b[\p{L}\s,.!-]{0,50}|merci\b[^?]{0,60}|(?:bien )?cordialement\b.{0,40}|(?:bonne (?:journee|soiree))\b.{0,40}|(?:salutations|bien a vous|dans l'attente)\b[^?]{0,60}|(?:pouvez|pourriez)-vous m'aider\s?\??|j'espere\b[^?]{0,60}|envoye (?:de|depuis) .{0,30}|s'il vous plait\b.{0,20})$/u,
  question: /^(?:ou|quand|que|quel\w*|qui|pourquoi|comment|est-ce|pouvez|pourriez|avez|y a-t-il|combien|peut)\b/,
  orderWord: /\b(?:commande|cde|order)\b/,
};
