import type { Words } from './words';

const ACTION = String.raw`(?:annul\w*|rembours\w*|retourn\w*|renvoy\w*|renvoi|echang\w*|remplac\w*|modifi\w*|chang\w*|resili\w*|supprim\w*|avoir|retour)`;

export const fr: Words = {
  question:
    /^(?:(?:et|mais|donc|bonjour|salut|ok|alors)[,.!]? )*(?:ou|quand|que|qu'\w*|quoi|quel\w*|qui|pourquoi|comment|combien|peut|peux|pouvez|pourriez|puis|pourrais|est-ce|est-il|est-elle|est ce|avez|as-tu|y a-t-il|y a t il|a-t-\w+|sont|dois|faut-il|serait-il|acceptez|livrez|vendez|proposez|quels?|quelles?|a quelle|dans combien|depuis quand|d'ou|suis-je|sera|va-t-\w+)\b/,
  request:
    /\b(?:s'il (?:vous|te) plait|svp|stp|merci de|veuillez|je (?:\w+ )?(?:veux|voudrais|souhaite\w*|desire|dois|demande|cherche|aimerais|prefere\w*|tiens a)|j'(?:aimerais|ai besoin|exige|essaie)|nous (?:voulons|souhaitons|voudrions)|(?:pouvez|pourriez|peux|pourrais|voulez)[- ](?:vous|tu)|vous (?:pouvez|pourriez)|(?:puis|pourrais|peux)[- ]je|je peux|est-il possible|est-ce possible|serait-il possible|envoyez|dites|donnez|aidez|besoin)\b/,
  imperative:
    /^(?:(?:bonjour|salut|et|donc|alors|non|oui|ok)[,.!]? )*(?:annul(?:er|ez|e)|rembours(?:er|ez|e|ement)|retour(?:ner|nez|ne)?|renvoy(?:er|ez)|renvoie|echang(?:er|ez|e)|remplac(?:er|ez|e)|modifi(?:er|ez|e)|chang(?:er|ez|e)|suivre|suivi|verifi(?:er|ez|e)|trouv(?:er|ez|e)|envoy(?:er|ez)|envoie|livr(?:er|ez)|ajout(?:er|ez|e)|retir(?:er|ez|e)|supprim(?:er|ez|e)|arret(?:er|ez|e)|saut(?:er|ez)|suspend\w*|resili(?:er|ez|e)|utilis(?:er|ez|e)|desinscri\w*|desabonn\w*|mett(?:re|ez)|pass(?:er|ez)|corrig(?:er|ez|e)|montr(?:er|ez)|expliqu(?:er|ez)|reinitialis\w*|transf\w*)\b/,
  negated: new RegExp(
    String.raw`\b(?:ne|n'|n)(?: ?(?:veux|voulais|souhaite|souhaitais|desire|demande|cherche|voudrais|faut|dois|faites|vais|pense))? ?(?:\w+ )?(?:pas|plus|jamais) (?:(?:a|de|d'|le|la|un|une|mon|ma|etre|me|faire|du|l'|demander|vouloir) ?){0,3}${ACTION}\b|\b(?:n'|ne )${ACTION} (?:pas|surtout pas|jamais|rien)\b|^pas (?:de |d'|un |une |besoin de |besoin d')?${ACTION}\b(?! (?:recu|encore))|\b(?:sans|au lieu (?:de|d'un|d'une)|plutot que d[e'])\s?${ACTION}\b`,
  ),
  report: new RegExp(
    String.raw`\b(?:a|est|ai|j'ai|ont|avez|sont|avons|etait|suis|m'a|m'avez|ete|m'ont) (?:\w+ ){0,5}(?:annule\w*|rembourse\w*|retourne\w*|renvoye\w*|echange\w*|remplace\w*|modifie\w*|livre\w*|recu\w*|arrive\w*|expedie\w*|resilie\w*|utilise\w*|resolu\w*|regle\w*|achete\w*|commande|paye\w*|credite\w*)\b|\b(?:bien recu|remboursement recu|colis (?:recu|arrive))\b`,
  ),
  trouble:
    /\b(?:pas|jamais|rien|aucune?|personne|toujours pas) (?:\w+ ){0,4}(?:arrive\w*|recu\w*|livre\w*|expedie\w*|envoye\w*|venu\w*|bouge\w*|connecter|marche\w*|fonctionne\w*|accepte\w*|trouve\w*|credite\w*|rembourse\w*|payer|reponse|repondu|nouvelles?|la|va|annuler|remboursement|ajoute\w*|possible|passe)\b|\bne (?:me )?(?:marche|fonctionne|va|passe|correspond|s'affiche|tient|ferme|s'allume|convient) (?:\w+ )?(?:pas|plus)\b|\b(?:n'arrive|n'est|n'ont|n'a|n'ai|n'y)\b.{0,20}\b(?:pas|rien|jamais|aucun\w*|toujours)\b|\bj'attends\b|\b(?:en retard|retard|manque\w*|perdu\w*|vole\w*|disparu\w*|casse\w*|abime\w*|endommage\w*|defectueu\w*|dechire\w*|tache\w*|raye\w*|mauvais\w*|erreur\w*|incomplet\w*|refuse\w*|echoue\w*|deux fois|double|invalide|expire\w*|probleme\w*|trop (?:petit|grand|large|serre|court|long)\w*|soi-disant|fuit)\b|\b(?:indique|marque|note|affiche)\w* (?:comme )?livre\w*/,
  thanks:
    /^(?:(?:ok|d'accord|super|parfait|genial|tres|bien|merci|beaucoup|mille|infiniment|encore|pour|votre|ta|la|le|les|reponse|aide|info\w*|rapide|rapidite|recu|bonne (?:journee|soiree|fin de journee)|au revoir|a bientot|cordialement|c'est|note|compris|entendu|et|oui|a vous|excellent\w*|top|tout est bon|c'est bon|tout|retour|amabilite|gentil|ce sera tout|rien d'autre)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^(?:(?:bonjour|bonsoir|salut|coucou|madame|monsieur|cher|chere)\b[\p{L}\s,.!-]{0,50}|(?:merci|mille mercis)\b[^?]{0,60}|(?:bien )?cordialement\b.{0,40}|(?:bien a vous|sinceres salutations|salutations|amicalement)\b.{0,40}|(?:pouvez|pourriez)[- ]vous m'aider\s?\??|j'espere\b[^?]{0,60}|dans l'attente\b[^?]{0,60}|envoye de(?:puis)? .{0,30}|s'il (?:vous|te) plait|svp)$/u,
  anger:
    /\b(?:inadmissible|inacceptable|scandal\w*|honteu\w*|honte|nul\w*|catastroph\w*|decu\w*|deception|furieu\w*|colere|enerve\w*|marre|ras[- ]le[- ]bol|plainte|incompeten\w*|ridicule|merde|putain|jamais plus|plus jamais|troisieme fois|voleurs|arnaqueurs|lamentable|deplorable|intolerable)\b/,
  condition:
    /\b(?:si (?:c'est|ce|vous|le|la|je|elle|il|possible|jamais|non|ca|disponible|oui|mon|ma|tu)|s'il (?:est|n'est|y|ne)|sinon|a moins que|au cas ou|dans le cas|a condition|pourvu que|tant que|des que|soit|selon|de preference|je prefere\w*|plutot|uniquement si|seulement si|mais (?:a|vers|avec|sans|pas|seulement|d'abord|pour))\b/,
  correction:
    /\b(?:je voulais dire|je veux dire|faute de frappe|correction|finalement|en fait|attendez|attends|oubliez|oublie|change d'avis|mon erreur|je me suis trompee?|l'autre|plutot l[ea]|pardon,? (?:je|c'est|la|le|commande)|desolee?,? (?:je|c'est|la|le|commande)|oups)\b|^non,? (?:la|le|les|c'est|pas|je|commande|#|\d)/,
  joint: /(?:,| et| aussi| egalement| mais|;| puis| ainsi que)+ (?=\S)/,
  yes: String.raw`oui|ouais|ouaip|oui oui|bien sur|bien entendu|evidemment|certainement|absolument|tout a fait|exact|exactement|c'est (?:exact|ca|correct|juste|bon|bien ca|parfait)|correct|d'accord|je suis d'accord|je confirme|confirme|confirmez|je valide|valide|validez|allez[- ]y|vas[- ]y|faites(?:[- ]le)?|fais[- ]le|faites donc|volontiers|avec plaisir|ca marche|ca me va|ca me convient|entendu|je suis sure?|pas de probleme|procedez|affirmatif|j'accepte|tout est correct`,
  no: String.raw`non|nan|non non|pas du tout|surtout pas|non merci|plutot pas|mieux vaut pas|faux|c'est faux|ce n'est pas (?:ca|exact|correct|juste|bon)|c'est pas (?:ca|bon)|incorrect|pas maintenant|pas encore|ne (?:le )?faites pas (?:ca|cela)|ne le faites pas|ne faites rien|ne fais pas ca|laissez tomber|laisse tomber|arretez|stop|bien sur que non|certainement pas|absolument pas|jamais|je ne (?:veux|souhaite) pas|je n'en veux pas|j'ai change d'avis|oubliez|oubliez ca|je ne suis pas d'accord|pas d'accord|aucun(?:e)?(?: des deux)?|negatif`,
  beside: String.raw`s'il vous plait|s'il te plait|svp|stp|merci|merci beaucoup|bonjour|salut|et|oh|alors|ok|bien|super|parfait|genial|tres bien|ca|cela|le|tres|donc|maintenant|c'est|tout|madame|monsieur|encore`,
};
