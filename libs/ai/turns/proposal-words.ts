import type { Language } from '../text/language';
import type { Proposal } from '../tools/tool';

interface Words {
  lead: string;
  ask: string;
  actions: Record<string, string>;
}

const WORDS: Record<Exclude<Language, 'en'>, Words> = {
  de: {
    lead: 'Bitte prüfen Sie, was passieren würde:',
    ask: 'Antworten Sie mit „Ja“, wenn das so geschehen soll. Bei jeder anderen Antwort geschieht nichts.',
    actions: {
      cancel_order: 'Bestellung stornieren',
      change_address: 'Lieferadresse ändern',
      change_items: 'Artikel der Bestellung ändern',
      change_payment: 'Zahlungsart ändern',
      start_return: 'Rücksendung anmelden',
      exchange: 'Umtausch anmelden',
      refund: 'Erstattung',
      create_discount: 'Gutscheincode',
      grant_points: 'Punkte gutschreiben',
      redeem_reward: 'Prämie einlösen',
      skip_subscription: 'Nächste Lieferung auslassen',
      reschedule_subscription: 'Nächste Lieferung verschieben',
      swap_subscription: 'Artikel des Abos tauschen',
      cancel_subscription: 'Abo kündigen',
      resend_confirmation: 'Bestellbestätigung erneut senden',
    },
  },
  nl: {
    lead: 'Controleer wat er zou gebeuren:',
    ask: 'Antwoord met "ja" als dat mag. Bij elk ander antwoord gebeurt er niets.',
    actions: {
      cancel_order: 'Bestelling annuleren',
      change_address: 'Bezorgadres wijzigen',
      change_items: 'Artikelen van de bestelling wijzigen',
      change_payment: 'Betaalwijze wijzigen',
      start_return: 'Retour aanmelden',
      exchange: 'Omruiling aanmelden',
      refund: 'Terugbetaling',
      create_discount: 'Kortingscode',
      grant_points: 'Punten bijschrijven',
      redeem_reward: 'Beloning inwisselen',
      skip_subscription: 'Volgende levering overslaan',
      reschedule_subscription: 'Volgende levering verplaatsen',
      swap_subscription: 'Artikel van het abonnement wisselen',
      cancel_subscription: 'Abonnement opzeggen',
      resend_confirmation: 'Orderbevestiging opnieuw sturen',
    },
  },
  fr: {
    lead: 'Merci de vérifier ce qui serait fait :',
    ask: 'Répondez « oui » si cela vous convient. Avec toute autre réponse, rien ne sera fait.',
    actions: {
      cancel_order: 'Annuler la commande',
      change_address: "Changer l'adresse de livraison",
      change_items: 'Changer les articles de la commande',
      change_payment: 'Changer le moyen de paiement',
      start_return: 'Ouvrir un retour',
      exchange: 'Ouvrir un échange',
      refund: 'Remboursement',
      create_discount: 'Code de réduction',
      grant_points: 'Créditer des points',
      redeem_reward: 'Utiliser une récompense',
      skip_subscription: 'Sauter la prochaine livraison',
      reschedule_subscription: 'Déplacer la prochaine livraison',
      swap_subscription: "Changer l'article de l'abonnement",
      cancel_subscription: "Résilier l'abonnement",
      resend_confirmation: 'Renvoyer la confirmation de commande',
    },
  },
  es: {
    lead: 'Compruebe lo que se haría:',
    ask: 'Responda «sí» si está de acuerdo. Con cualquier otra respuesta no se hará nada.',
    actions: {
      cancel_order: 'Cancelar el pedido',
      change_address: 'Cambiar la dirección de entrega',
      change_items: 'Cambiar los artículos del pedido',
      change_payment: 'Cambiar el medio de pago',
      start_return: 'Abrir una devolución',
      exchange: 'Abrir un cambio',
      refund: 'Reembolso',
      create_discount: 'Código de descuento',
      grant_points: 'Abonar puntos',
      redeem_reward: 'Canjear un premio',
      skip_subscription: 'Saltar la próxima entrega',
      reschedule_subscription: 'Mover la próxima entrega',
      swap_subscription: 'Cambiar el artículo de la suscripción',
      cancel_subscription: 'Cancelar la suscripción',
      resend_confirmation: 'Enviar de nuevo la confirmación del pedido',
    },
  },
};

/** What would be done, in the house's own words: it stands below whatever a language model wrote about it. */
export function proposalWords({ action, summary, facts }: Proposal, language: Language): string {
  if (language === 'en') {
    const lines = facts.map(({ label, value }) => `- ${label}: ${value}`);
    const ask = 'Reply "yes" if this is what you want. With any other answer nothing is done.';
    return ['Please check what would be done:', summary, ...lines, ask].join('\n');
  }
  const { lead, ask, actions } = WORDS[language];
  const title = actions[action];
  // Values say it in any language: the order, the amount, the new address.
  return [lead, title ?? summary, ...facts.map(({ value }) => `- ${value}`), ask].join('\n');
}
