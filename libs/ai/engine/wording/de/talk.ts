import type { Talk } from '../en/talk';

export const talk: Talk = {
  ask_order: 'Um welche Bestellung geht es? Bitte [schicken Sie|schick] mir die Nummer.',
  ask_lines: 'Um welchen Artikel der Bestellung {order} geht es: {list}?',
  ask_variant: 'Welche Ausführung [möchten Sie|möchtest du] statt {item} aus {order}: {list}?',
  variant_unavailable: '{variant} ist im Moment nicht lieferbar.',
  ask_why:
    'Warum geht der Artikel zurück? Ist er zu klein oder zu groß, defekt, der falsche, nicht wie beschrieben, oder [haben Sie|hast du] es [sich|dir] anders überlegt?',
  ask_reason: '[Nennen Sie|Nennst du] mir den Grund in ein paar Worten?',
  ask_address:
    'Bitte [schicken Sie|schick] mir die ganze neue Adresse: Name, Straße und Hausnummer, Postleitzahl, Ort und Land.',
  ask_address_again:
    'Ich konnte die Adresse nicht ganz lesen. Bitte [schicken Sie|schick] sie mit Name, Straße und Hausnummer, Postleitzahl, Ort und Land, jedes in einer eigenen Zeile.',
  ask_day: 'Welcher Tag soll es sein? Bitte [schreiben Sie|schreib] ihn mit Tag und Monat.',
  ask_code: 'Welcher Rabattcode ist es? Bitte [schicken Sie|schick] ihn mir so, wie [Sie|du] ihn [haben|hast].',
  ask_reward: 'Welche Prämie [möchten Sie|möchtest du]: {list}?',
  ask_money: 'Auf welche Zahlungsart soll das Geld gehen?',
  ask_payment: 'Welche Zahlungsart soll es stattdessen sein?',
  ask_product: 'Um welches Produkt geht es? Bitte [nennen Sie|nenn] mir den Namen.',
  ask_subscription: 'Was soll sich ändern: der Tag der nächsten Lieferung oder das Produkt?',
  ask_offer: '[Möchten Sie|Möchtest du] dieses Angebot annehmen oder trotzdem kündigen?',
  ask_again: 'Ich bin nicht sicher, ob ich das richtig verstanden habe.',
  ask_identity:
    'Damit ich sicher mit der richtigen Person schreibe: Bitte [schicken Sie|schick] mir [Ihre|deine] Bestellnummer zusammen mit der E-Mail-Adresse oder der Postleitzahl der Bestellung.',
  ask_identity_again:
    'Diese Angaben passen nicht zusammen. Bitte [prüfen Sie|prüf] die Bestellnummer und die E-Mail-Adresse oder Postleitzahl der Bestellung.',
  code_sent:
    'Damit ich sicher mit der richtigen Person schreibe, [sehen Sie|sieh] bitte in unsere Mail an {sentTo} und [schicken Sie|schick] mir den Code daraus.',
  code_needed: 'Bitte [schicken Sie|schick] mir die sechs Ziffern aus unserer E-Mail, dann geht es weiter.',
  code_wrong:
    'Dieser Code passt nicht. Bitte [sehen Sie|sieh] in unsere Mail und [schicken Sie|schick] mir den Code noch einmal.',
  step: 'Der nächste Schritt: {summary}.',
  confirm_ask: 'Soll ich das so machen? Bitte [antworten Sie|antworte] mit Ja oder Nein.',
  changed_meanwhile: 'Inzwischen hat sich etwas geändert, bitte [sehen Sie|sieh] noch einmal hin.',
  declined: 'In Ordnung, es bleibt alles, wie es ist. Nichts ist geändert.',
  voided: 'Bisher ist nichts geändert.',
  needs_approval:
    'Das muss sich zuerst eine Kollegin oder ein Kollege ansehen. Noch ist nichts geändert, und [Sie hören|du hörst] von uns, wenn es entschieden ist.',
  not_enough: 'Diese Zahlungsart deckt den Betrag leider nicht, deshalb wurde nichts geändert.',
  denied: 'Leider ist das nach unseren Regeln nicht möglich.',
  denied_more:
    'Wenn [Sie|du] das anders [sehen|siehst], [antworten Sie|antworte] einfach, dann sieht sich das ein Mensch an.',
  cannot: 'Leider geht das von hier aus nicht. Eine Kollegin oder ein Kollege sieht es sich an.',
  uncertain:
    'Ich kann noch nicht sehen, ob es geklappt hat. Das wird von einem Menschen geprüft, bitte [machen Sie|mach] nichts doppelt.',
  colleague: 'Ab hier übernimmt eine Kollegin oder ein Kollege.',
  colleague_rest: 'Um den Rest [Ihrer|deiner] Nachricht kümmert sich eine Kollegin oder ein Kollege.',
  queued: '[Ihr|Dein] anderes Anliegen kommt gleich danach.',
  helps: 'Ist [Ihre|deine] Frage damit beantwortet?',
};
