import type { Talk } from '../en/talk';

export const talk: Talk = {
  ask_order: "De quelle commande s'agit-il ? [Envoyez|Envoie]-moi son numéro, s'il [vous|te] plaît.",
  ask_lines: "De quel article de la commande {order} s'agit-il : {list} ?",
  ask_variant: 'Lequel [souhaitez-vous|souhaites-tu] à la place de {item} de {order} : {list} ?',
  variant_unavailable: "{variant} n'est pas disponible pour le moment.",
  ask_why:
    "Pourquoi l'article revient-il ? Est-il trop petit ou trop grand, défectueux, pas le bon, pas comme décrit, ou [avez-vous|as-tu] changé d'avis ?",
  ask_reason: "[Pouvez-vous|Peux-tu] m'en dire la raison en quelques mots ?",
  ask_address:
    "[Envoyez|Envoie]-moi s'il [vous|te] plaît la nouvelle adresse complète : nom, rue et numéro, code postal, ville et pays.",
  ask_address_again:
    "Je n'ai pas pu lire toute l'adresse. [Envoyez|Envoie]-la s'il [vous|te] plaît avec le nom, la rue et le numéro, le code postal, la ville et le pays, chacun sur sa ligne.",
  ask_day: "Quel jour faut-il choisir ? [Écrivez|Écris]-le s'il [vous|te] plaît avec le jour et le mois.",
  ask_code: "De quel code de réduction s'agit-il ? [Envoyez|Envoie]-le-moi tel qu'il est écrit.",
  ask_reward: 'Quelle récompense [souhaitez-vous|souhaites-tu] : {list} ?',
  ask_money: "Vers quel moyen de paiement l'argent doit-il aller ?",
  ask_payment: 'Quel moyen de paiement faut-il mettre à la place ?',
  ask_product: "De quel produit s'agit-il ? [Donnez|Donne]-moi son nom, s'il [vous|te] plaît.",
  ask_subscription: 'Que faut-il changer : le jour de la prochaine livraison, ou le produit ?',
  ask_offer: '[Souhaitez-vous|Souhaites-tu] prendre cette offre, ou résilier quand même ?',
  ask_again: "Je ne suis pas sûr d'avoir bien compris.",
  ask_identity:
    "Pour être sûr d'écrire à la bonne personne, [envoyez|envoie]-moi s'il [vous|te] plaît [votre|ton] numéro de commande avec l'adresse e-mail ou le code postal de la commande.",
  ask_identity_again:
    "Ces informations ne vont pas ensemble. [Vérifiez|Vérifie] s'il [vous|te] plaît le numéro de commande, et l'adresse e-mail ou le code postal de la commande.",
  code_sent:
    "Pour être sûr d'écrire à la bonne personne, [envoyez|envoie]-moi le code de notre mail à {sentTo}, s'il [vous|te] plaît.",
  code_needed: "Envoyez-moi les six chiffres de notre e-mail, s'il vous plaît, et nous continuons.",
  code_wrong:
    "Ce code n'est pas le bon. [Regardez|Regarde] notre mail et [envoyez|envoie]-moi le code encore une fois, s'il [vous|te] plaît.",
  step: "L'étape suivante : {summary}.",
  confirm_ask: "Est-ce que je continue ainsi ? [Répondez|Réponds] par oui ou par non, s'il [vous|te] plaît.",
  changed_meanwhile: "Quelque chose a bougé entre-temps, [regardez|regarde] encore une fois s'il [vous|te] plaît.",
  declined: "C'est noté, tout reste comme avant. Rien n'est changé.",
  voided: "Rien n'est changé jusqu'ici.",
  needs_approval:
    "Un collègue doit d'abord regarder cela. Rien n'est encore changé, et [vous aurez|tu auras] de nos nouvelles dès que c'est décidé.",
  not_enough: "Ce moyen de paiement ne couvre malheureusement pas le montant, rien n'a donc été modifié.",
  denied: 'Je suis désolé, nos règles ne le permettent pas.',
  denied_more: 'Si [vous voyez|tu vois] les choses autrement, il suffit de répondre, et un collègue regardera.',
  cannot: "Je suis désolé, cela n'est pas possible d'ici. Un collègue regarde.",
  uncertain: 'Je ne vois pas encore si cela a abouti. Un collègue vérifie, ne [faites|fais] donc rien deux fois.',
  colleague: 'Un collègue prend la suite.',
  colleague_rest: 'Un collègue regarde le reste de [votre|ton] message.',
  queued: '[Votre|Ton] autre demande vient juste après.',
  helps: 'Est-ce que cela répond à [votre|ta] question ?',
};
