import type { TrainingSet } from './training';

export const fr: TrainingSet = {
  whereabouts: `où est ma commande
où se trouve mon colis
quand arrive ma livraison
pouvez-vous me dire quand je recevrai mon colis
je n'ai pas encore reçu ma commande
mon colis n'est toujours pas arrivé
ma commande a-t-elle été expédiée
est-ce que le colis est parti
pouvez-vous vérifier le suivi
le suivi ne bouge plus depuis des jours
il me faut le numéro de suivi
quel est le statut de ma commande
combien de temps encore pour la livraison
j'attends mon colis
commandé la semaine dernière et toujours rien
avez-vous des nouvelles de mon envoi
où en est ma commande`,
  refund: `je veux être remboursé
merci de rembourser ma commande
quand vais-je recevoir mon remboursement
le remboursement n'est pas sur mon compte`,
  return: `je souhaite retourner la veste
comment renvoyer cet article
les chaussures sont trop petites puis-je échanger
il me faut une étiquette de retour`,
  cancel: `merci d'annuler ma commande
je veux annuler avant l'expédition
commande passée par erreur
je n'en ai plus besoin`,
  change_order: `je dois changer l'adresse de livraison
je me suis trompé de rue
pouvez-vous l'envoyer à mon bureau
pouvez-vous ajouter un article`,
  damaged_or_wrong: `le colis est arrivé abîmé
la fermeture est cassée
j'ai reçu le mauvais article
il manque un produit dans le carton`,
  missing_parcel: `c'est indiqué livré mais je n'ai rien
le colis a été volé
mon colis est perdu
le livreur l'a laissé chez un inconnu`,
  payment: `j'ai été débité deux fois
pouvez-vous m'envoyer une facture
quels moyens de paiement acceptez-vous
mon code promo ne marche pas`,
  product_question: `avez-vous la tente en vert
la veste est-elle imperméable
quelle taille dois-je prendre
quand sera-t-il de nouveau en stock`,
  account: `je n'arrive pas à me connecter
comment changer mon mot de passe
supprimez mon compte
désinscrivez-moi de la newsletter`,
  complaint: `votre service est lamentable
je suis très déçu
c'est inadmissible
personne ne répond à mes mails`,
  human_requested: `je veux parler à un humain
passez-moi un conseiller
rappelez-moi
pas de robot s'il vous plaît`,
};
