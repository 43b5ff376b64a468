import type { TrainingText } from './training-text';

export const fr: TrainingText = {
  where_is_my_order: `où est ma commande|où en est mon colis|quand arrive ma livraison|pouvez-vous me dire quand mon colis arrive|je n'ai pas encore reçu ma commande|mon colis n'est toujours pas là
ma commande a-t-elle été expédiée|le suivi n'a pas bougé depuis des jours|j'ai besoin du numéro de suivi|quel est le statut de ma commande|j'attends mon colis|j'ai commandé la semaine dernière et toujours rien
avez-vous des nouvelles de mon envoi|livraison en retard|suivre mon colis|quand sera-t-elle envoyée|pourquoi ma commande a été annulée`,
  delivery_info: `combien de temps prend la livraison|quels sont les frais de port|livrez-vous en belgique|quel transporteur utilisez-vous|y a-t-il une livraison express|à partir de combien la livraison est gratuite
puis-je retirer en magasin|livrez-vous le samedi|expédiez-vous à l'étranger|quels sont les délais de livraison|livraison en point relais possible|frais d'envoi vers la suisse|faut-il être chez soi pour la livraison`,
  cancel_order: `veuillez annuler ma commande|je voudrais annuler la commande|j'ai commandé par erreur, merci d'annuler|puis-je encore annuler|je n'en ai plus besoin, annulez s'il vous plaît|annulation de la commande 4410
annuler commande|j'ai commandé deux fois, annulez-en une|comment annuler mon achat|arrêtez ma commande avant l'envoi|je ne veux plus de cette commande|annulez tout|où est le bouton pour annuler`,
  change_items: `pouvez-vous ajouter un article à ma commande|je veux changer la taille dans ma commande|mettez-en deux au lieu d'un|changer la couleur avant l'envoi|j'ai choisi la mauvaise taille, pouvez-vous modifier|modifier ma commande
retirez les chaussettes de ma commande|je préfère le modèle noir dans ma commande en cours|peut-on encore modifier les articles|passer la quantité à trois|un autre modèle dans ma commande|ajoutez une tasse s'il vous plaît|enlever un article de la commande`,
  change_address: `je dois changer mon adresse de livraison|je me suis trompé de rue|envoyez-le à mon bureau s'il vous plaît|le numéro de rue est faux|j'ai déménagé, merci de modifier l'adresse|corriger l'adresse de la commande 3301
livrer à une autre adresse|mauvais code postal sur ma commande|merci de livrer à ma nouvelle adresse|rediriger le colis chez mon voisin|changement d'adresse|la commande part à l'ancienne adresse, il faut modifier|mon adresse a changé`,
  change_payment: `je veux changer le mode de paiement|puis-je payer plutôt avec paypal|débitez une autre carte s'il vous plaît|changer le moyen de paiement de ma commande|j'ai utilisé la mauvaise carte|je préfère payer par virement
payer la commande avec une carte cadeau au lieu de la carte bancaire|peut-on modifier le paiement après la commande|autre mode de paiement pour la commande 2001|passer sur paypal|ma carte a expiré, nouvelle carte pour cette commande|changer de carte pour le règlement`,
  return: `je veux retourner la veste|comment renvoyer cet article|j'ai besoin d'une étiquette de retour|les chaussures sont trop petites et doivent repartir|je souhaite faire un retour|enregistrer un retour|merci de m'envoyer un bon de retour
je veux rendre ma commande|ça ne me va pas|j'exerce mon droit de rétractation|retourner deux articles|où envoyer le retour|ça ne me plaît pas, je veux le renvoyer`,
  exchange: `puis-je échanger les chaussures|je voudrais une autre taille|échangez-la contre la bleue|échange contre une taille au-dessus|je voudrais un remplacement|pouvez-vous m'en envoyer un neuf en remplacement|échanger un article
échange en taille m|je veux échanger la chemise contre une autre|demande d'échange|peut-on l'échanger contre la version blanche|remplacement s'il vous plaît|échanger le modèle`,
  refund: `je veux être remboursé|remboursez-moi s'il vous plaît|je demande un remboursement|remboursement de la commande 6120|pouvez-vous rembourser les frais de port|rendez-moi mon argent|je veux mon argent
merci de recréditer ma carte|un remboursement partiel s'il vous plaît|je ne veux pas de bon d'achat mais mon argent|comment me faire rembourser|remboursez la différence|je souhaite un remboursement complet`,
  refund_status: `quand vais-je être remboursé|le remboursement n'est pas encore sur mon compte|j'attends mon remboursement|où est mon remboursement|combien de temps prend le remboursement|je n'ai pas reçu mon remboursement|renvoyé il y a deux semaines et toujours pas remboursé
mon remboursement a-t-il été effectué|statut de mon remboursement|mon retour est arrivé mais pas d'argent|quand l'argent sera-t-il sur ma carte|des nouvelles de mon remboursement`,
  return_policy: `combien de temps ai-je pour retourner|quelle est votre politique de retour|les retours sont-ils gratuits|qui paie les frais de retour|combien de jours pour renvoyer|peut-on retourner les articles soldés|délai de rétractation
peut-on renvoyer des sous-vêtements|peut-on rendre un produit ouvert|quel est le délai d'échange|et si ça ne va pas|satisfait ou remboursé|faut-il l'emballage d'origine pour un retour`,
  missing_parcel: `le suivi indique livré mais je n'ai rien|le colis a été volé|mon colis est perdu|soi-disant livré hier|il est chez un voisin inconnu|colis marqué comme livré mais pas reçu|l'envoi a disparu
le transporteur dit livré, c'est faux|on a volé mon paquet dans le hall|livré à la mauvaise maison|colis égaré pendant le transport|le voisin n'a pas le colis|jamais arrivé alors qu'il est noté livré`,
  missing_item: `il manque une pièce dans la livraison|il n'y avait qu'un article dans le colis|j'ai reçu seulement deux sur trois|le chargeur manque|la livraison est incomplète|vous avez oublié le couvercle|un article manquait
les vis n'étaient pas dans le carton|la moitié seulement de ma commande est arrivée|le cadeau offert n'était pas dans la boîte|il me manque la deuxième tasse|où est le reste de ma commande|il manque deux pièces`,
  damaged_or_wrong: `le colis est arrivé abîmé|la fermeture est cassée|j'ai reçu le mauvais article|l'appareil ne fonctionne pas|la bouteille a fui|le verre est fissuré|mauvaise taille livrée|ce n'est pas ce que j'ai commandé
l'écran est rayé|la couture est déchirée|produit défectueux|mauvaise qualité|la lampe ne s'allume pas|j'ai reçu la commande de quelqu'un d'autre`,
  discount_code: `mon code promo ne marche pas|la réduction n'a pas été appliquée|avez-vous un bon de réduction|où saisir le code|code invalide|y a-t-il une remise étudiante|j'ai oublié de mettre mon code|promotions en cours
le code est expiré|peut-on cumuler deux codes|la carte cadeau n'est pas acceptée|y a-t-il des soldes|remise pour nouveaux clients`,
  price_match: `c'est moins cher ailleurs|le prix a baissé après ma commande|puis-je récupérer la différence de prix|avez-vous une garantie du meilleur prix|vu moins cher chez un concurrent|pouvez-vous aligner le prix
aujourd'hui ça coûte moins qu'hier|une autre boutique le vend moins cher|maintenant en promo et j'ai payé plein tarif|faites-moi le même prix|alignement de prix|vous alignez-vous sur les prix`,
  points_balance: `combien de points ai-je|mon solde de points|combien de points avant la prochaine récompense|que valent mes points|quand expirent mes points|comment marche le programme de fidélité|voir ma cagnotte
quelles récompenses puis-je avoir|quel est mon statut fidélité|consulter mes points|comment gagner des points|quel est le montant de ma cagnotte`,
  points_missing: `mes points manquent|pas de points pour ma dernière commande|les points n'ont pas été crédités|mes points de fidélité ont disparu|je vois moins de points qu'avant|les points bonus ne sont jamais arrivés
points de la commande 3301 non reçus|merci d'ajouter les points manquants|je n'ai pas eu mes points d'anniversaire|solde de points faux|j'ai commandé mais aucun point|points perdus`,
  redeem_reward: `je veux utiliser mes points|comment utiliser une récompense|puis-je payer avec mes points|échanger mes points contre un bon|utilisez 200 points s'il vous plaît|profiter de ma récompense|dépenser mes points de fidélité
appliquez mes points à cette commande|où utiliser mes points|convertir mes points en remise|je voudrais ma récompense|cadeau d'anniversaire à utiliser`,
  skip_delivery: `sauter la prochaine livraison|je veux mettre mon abonnement en pause|pas de box ce mois-ci s'il vous plaît|décaler la livraison de deux semaines|en vacances, merci de suspendre|puis-je sauter une livraison|pause jusqu'en juin
envoyer le prochain colis plus tard|j'en ai encore assez, sautez-en une|reporter la date de livraison|suspendre les livraisons un moment|faire une pause`,
  change_subscription: `je veux modifier mon abonnement|tous les deux mois au lieu de chaque mois|un autre produit dans mon abonnement|changer la fréquence des livraisons|une box plus petite|reprendre mon abonnement|passer à une livraison par semaine
améliorer ma formule|changer le goût dans mon abonnement|modifier l'intervalle|réactiver mon abonnement|plus de café dans l'abonnement|date de mon abonnement au 15`,
  cancel_subscription: `je veux résilier mon abonnement|arrêtez mon abonnement s'il vous plaît|résiliation|résilier mon adhésion|arrêter le renouvellement automatique|comment me désabonner de la box mensuelle|mettre fin à mon abonnement|plus de livraisons, arrêtez l'abonnement
je n'ai jamais voulu d'abonnement, annulez-le|résilier le contrat|ne pas renouveler s'il vous plaît|annuler l'abonnement`,
  invoice: `pouvez-vous m'envoyer une facture|j'ai besoin d'un reçu|où trouver la facture|facture de la commande 9912|facture avec tva s'il vous plaît|j'ai perdu mon ticket|la facture a le mauvais nom|copie de la facture
preuve d'achat pour la garantie|pas de facture dans le colis|le nom de ma société sur la facture|facture en pdf merci`,
  payment_problem: `j'ai été débité deux fois|le paiement a échoué|ma carte a été refusée|on m'a prélevé trop|je n'arrive pas à payer|débit inconnu|argent débité mais pas de commande|paypal ne marche pas
des frais que je ne connais pas|paiement bloqué|montant facturé faux|erreur au moment de payer|on m'a facturé quelque chose que je n'ai jamais acheté`,
  payment_methods: `quels moyens de paiement acceptez-vous|peut-on payer par virement|acceptez-vous paypal|peut-on payer en plusieurs fois|puis-je payer avec klarna|prenez-vous american express|comment puis-je payer|paiement à la livraison possible
apple pay est-il accepté|payer par chèque|modes de règlement|payer plus tard|puis-je payer avec une carte cadeau`,
  product_question: `la veste est-elle imperméable|quelle taille dois-je prendre|en quelle matière est-ce|est-ce lavable en machine|combien pèse la tente|quelles sont les dimensions de la table|quelle différence entre les modèles|pouvez-vous me conseiller
quels sont les ingrédients|ça taille petit|convient-il aux enfants|comment l'utiliser|est-ce un original|quelles couleurs existent|compatible avec mon téléphone`,
  stock_question: `avez-vous la tente en vert|quand les bottes seront-elles de nouveau disponibles|est-ce disponible en taille m|est-ce en stock|épuisé, quand est le réassort|vendez-vous aussi des coffrets cadeaux|reste-t-il le bleu
puis-je précommander|combien en avez-vous encore|de retour en stock|l'article est-il disponible|vendez-vous encore l'ancienne version`,
  warranty: `combien de temps dure la garantie|l'appareil est tombé en panne après un an, garantie|je veux faire jouer la garantie|pouvez-vous le réparer|la garantie couvre-t-elle les rayures|réparation s'il vous plaît|pièce de rechange pour mon mixeur
où enregistrer la garantie|est-ce encore sous garantie|combien d'années de garantie|avez-vous un service de réparation|carte de garantie perdue`,
  place_order: `je veux acheter la lampe|comment commander|puis-je commander par téléphone|j'aimerais en commander deux de plus|commandez-le pour moi|où puis-je l'acheter|commander à nouveau|passer une nouvelle commande
il me faut 50 pièces pour mon entreprise|je veux commander quelque chose|puis-je commander sans compte|refaire ma dernière commande`,
  account: `je n'arrive pas à me connecter|comment réinitialiser mon mot de passe|mot de passe oublié|changer l'adresse e-mail de mon compte|je ne reçois pas le code de vérification|mon compte est bloqué|créer un compte|mettre à jour mon numéro de téléphone
connexion impossible|changer mon nom dans mon profil|inscription impossible|mes identifiants ne marchent pas`,
  delete_account: `supprimez mon compte s'il vous plaît|effacez toutes mes données|je veux supprimer mon profil|fermer mon compte|retirer toutes mes informations personnelles|suppression de compte|droit à l'oubli|je ne veux plus de compte chez vous
désactiver le compte|retirez-moi de votre base|effacer mes données merci|clôturer mon compte client`,
  newsletter: `désinscrivez-moi de la newsletter|plus de publicité s'il vous plaît|comment m'inscrire à la newsletter|je reçois trop de mails de vous|me désabonner de la newsletter|retirez-moi de la liste|arrêtez d'envoyer des mails publicitaires
le lien de désinscription ne marche pas|je ne me suis jamais inscrit à vos pubs|s'inscrire à la lettre d'information|spam de votre part|plus d'e-mails promotionnels`,
  complaint: `votre service est lamentable|je suis très déçu|c'est inadmissible|personne ne répond à mes mails|je ne commanderai plus jamais ici|je veux faire une réclamation|le livreur était impoli|quelle boutique nulle
service client catastrophique|je suis furieux|c'est inacceptable|trois messages et aucune réponse|pas professionnel du tout`,
  human: `je veux parler à un humain|passez-moi un conseiller|appelez-moi s'il vous plaît|je ne veux pas parler à un robot|un conseiller s'il vous plaît|avez-vous un numéro de téléphone|parler au service client|une vraie personne
quelqu'un peut-il me rappeler|je voudrais un agent|votre responsable s'il vous plaît|quels sont les horaires du service client`,
  smalltalk: `bonjour|bonsoir|comment ça va|merci|merci beaucoup pour votre aide|super merci|d'accord|au revoir|bonne journée|êtes-vous un robot|qui êtes-vous|sympa|compris|oui|non|salut|c'est gentil
bien arrivé merci|c'est réglé|j'ai eu mon argent, merci|colis reçu aujourd'hui merci`,
  other: `quel temps fera-t-il demain|qui a gagné hier|mets de la musique|comment cuire du riz|mets un réveil à sept heures|combien y a-t-il de planètes|je cherche un emploi chez vous|partenariat avec votre marque
ma banque n'affiche pas le solde|raconte une blague|où est l'aéroport|je l'ai acheté pour mon frère|voir pièce jointe|j'écris depuis mon téléphone|qui est votre directeur|je veux devenir revendeur`,
};
