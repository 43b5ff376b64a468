import type { Rules } from './rules';

const GOODS = String.raw`(?:bestellung(?:en)?|paket(?:e|s)?|packchen|pakchen|sendung(?:en)?|lieferung(?:en)?|ware|order|artikel|sachen|packerl)`;

export const de: Rules = {
  where_is_my_order: new RegExp(
    [
      String.raw`\b${GOODS}\b.{0,40}\b(?:verspat\w*|verzoger\w*|so lange|uberfallig)\b|\b(?:verspatung|verzogerung)\b`,
      String.raw`\bwo\b.{0,40}\b(?:${GOODS}|bleibt|steckt|befindet)\b`,
      String.raw`\b(?:wann|bis wann|wie lange)\b.{0,60}\b(?:komm(?:t|en)|liefer\w*|geliefert|ankommt|ankommen|eintr\w*|da\b|zugestellt|verschickt|versendet|versandt|rechnen|trifft|unterwegs)`,
      String.raw`\b(?:status|stand|neuigkeiten|verbleib|update)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
      String.raw`\b(?:bestellstatus|lieferstatus|sendungsstatus|versandstatus|sendungsverfolgung|sendungsnummer|tracking\w*|paketverfolgung|liefertermin|lieferdatum|zustelltermin)\b`,
      String.raw`\b${GOODS}\b.{0,60}\b(?:nicht|noch nicht|nie)\b.{0,30}\b(?:da|angekommen|gekommen|eingetroffen|erhalten|geliefert|verschickt|versendet|bewegt|zugestellt|an)\b`,
      String.raw`\b(?:nicht|noch nichts?|nichts)\b.{0,30}\b(?:erhalten|bekommen|angekommen|eingetroffen|geliefert)\b`,
      String.raw`\b(?:wurde|ist|wird|sind)\b.{0,40}\b${GOODS}\b.{0,40}\b(?:verschickt|versendet|versandt|unterwegs|abgeschickt|raus|storniert)\b`,
      String.raw`\b(?:warte|warten)\b.{0,40}\b${GOODS}\b|\bverfolgen\b|\bnachverfolg\w*`,
    ].join('|'),
  ),
  delivery_info:
    /\b(?:versandkosten|lieferkosten|versandarten|versandoptionen|lieferzeit\w*|versanddauer|expressversand|expresslieferung|lieferlander|versandkostenfrei|packstation|porto|lieferoptionen|abholung|selbstabhol\w*)\b|\b(?:liefern|versenden|verschicken|liefert|verschickt|versendet) (?:sie|ihr)\b.{0,30}\b(?:nach|in|an|auch|ins|samstags|am)\b|\bwie (?:lange|schnell|teuer)\b.{0,25}\b(?:dauert|ist|der|die)?\b.{0,15}\b(?:versand|lieferung|lieferzeit)\b|\bwas kostet (?:der|die) (?:versand|lieferung|express)|\bkostenlose[rn]? (?:versand|lieferung)\b|\bmit welchem (?:paketdienst|versand)/,
  cancel_order:
    /\b(?:stornier(?:en|e|ung|t werden)|storno|stornieren sie|bestellung (?:abbrechen|ruckgangig|zurucknehmen|zuruckziehen)|abbestell\w*|auftrag zuruckziehen)\b|\b(?:bestellung|auftrag)\b.{0,25}\b(?:nicht mehr|canceln|zuruckziehen|aufheben|ruckgangig)\b|\bcanceln\b|\b(?:aus versehen|versehentlich|doppelt|irrtumlich)\b.{0,20}\bbestellt\b|\bstorniert\b.{0,15}\b(?:haben|werden)\b/,
  change_items:
    /\b(?:artikel|menge|grosse|farbe|variante|anzahl|bestellung|modell)\b.{0,30}\b(?:andern|wechseln|anpassen|tauschen vor|abandern)\b|\b(?:andern|ander\w*)\b.{0,40}\b(?:grosse|farbe|menge|artikel|variante)\b|\b(?:hinzufugen|dazu ?bestellen|erganzen|dazulegen|dazunehmen|mit dazu)\b|\b(?:aus|von) (?:der|meiner) bestellung (?:entfernen|nehmen|streichen)\b|\b(?:entfern\w*|streich\w*)\b.{0,30}\bbestellung\b/,
  change_address:
    /\b(?:liefer|versand|rechnungs)?(?:adresse|anschrift|strasse|hausnummer|postleitzahl|plz)\b.{0,40}\b(?:ander\w*|geandert|falsch\w*|korrigier\w*|aktualisier\w*|vertippt|umander\w*|abander\w*)\b|\b(?:ander\w*|falsche?|korrigier\w*|andere|neue|aktualisier\w*)\b.{0,30}\b(?:liefer|versand|rechnungs)?(?:adresse|anschrift|strasse|hausnummer|postleitzahl)\b|\b(?:umgezogen|umzug|ziehe um)\b|\b(?:schick\w*|liefer\w*|umleiten)\b.{0,30}\b(?:ins buro|an (?:meine|eine andere) arbeit|zur arbeit|an (?:die|meine|eine) (?:neue|andere) adresse|zu meinen? (?:eltern|nachbarn?))\b/,
  change_payment:
    /\b(?:zahlungsart|zahlungsmethode|zahlungsweise|kreditkarte|bezahlmethode|zahlungsmittel)\b.{0,30}\b(?:ander\w*|wechsel\w*|umstell\w*|tausch\w*)\b|\b(?:ander\w*|wechsel\w*|andere)\b.{0,30}\b(?:zahlungsart|zahlungsmethode|karte|zahlungsweise|bezahlmethode)\b|\b(?:lieber|stattdessen|doch) (?:mit|per|uber) (?:paypal|karte|kreditkarte|rechnung|klarna|gutschein)\b/,
  return:
    /\b(?:zuruckschick\w*|zuruckgeb\w*|zurucksend\w*|retour(?:e|en|nier\w*|enlabel|enetikett|enschein|label|etikett)|rucksend\w*|rucksende\w*|widerruf(?:en|e)?|passt (?:mir )?nicht|passen (?:mir )?nicht|zu (?:klein|gross|eng|weit|kurz))\b|\b(?:schicke?n?|senden?|geben?)\b.{0,30}\bzuruck\b/,
  exchange:
    /\b(?:umtausch\w*|umgetauscht|tauschen|eintausch\w*|austausch\w*|ersatz\w*|ersetzen|ersetzt werden|andere grosse|andere farbe|grossere grosse|kleinere grosse)\b/,
  refund:
    /\b(?:erstatt(?:en|et|e|ung\w*)|ruckerstatt\w*|zuruckerstatt\w*|geld (?:zuruck|wieder)|ruckzahlung|zuruckzahl\w*|geld-zuruck|entschadig\w*)\b|\bmein geld\b/,
  refund_status:
    /\b(?:wann|wo|status|immer noch|warte|wie lange|noch nicht|noch keine?|wurde|bereits|schon|nicht)\b.{0,45}\b(?:erstatt\w*|ruckerstatt\w*|geld|ruckzahlung|gutschrift)\b|\b(?:erstattung|ruckerstattung|ruckzahlung|geld|gutschrift)\b.{0,40}\b(?:noch nicht|nicht da|wann|nicht erhalten|nicht angekommen|nicht eingegangen|status|dauert|lasst auf sich warten|eingegangen|noch immer)\b/,
  return_policy:
    /\b(?:ruckgaberecht|ruckgabefrist|widerrufsrecht|widerrufsfrist|ruckgabebedingungen|rucksendekosten|umtauschrecht|retourenbedingungen|retourenfrist|ruckgabe(?:richtlinie\w*|bestimmungen)?|umtauschfrist)\b|\bwie (?:lange|viele tage)\b.{0,40}\b(?:zuruck\w*|widerrufen|umtauschen|retour\w*|ruckgabe)\b|\bwer (?:zahlt|tragt|ubernimmt)\b.{0,30}\b(?:rucksend\w*|retour\w*|ruckversand)\b|\b(?:ist|sind) (?:die )?(?:retoure\w*|rucksendung\w*|ruckgabe) (?:kostenlos|kostenfrei|gratis|moglich)\b/,
  missing_parcel:
    /\b(?:als zugestellt|zugestellt\b.{0,50}\b(?:aber|nicht|nie|nichts)|angeblich\b.{0,30}\b(?:zugestellt|geliefert)|geliefert\b.{0,30}\b(?:aber|obwohl)|laut\b.{0,40}\b(?:zugestellt|geliefert)|gestohlen|geklaut|verloren\w*|verschwunden|abhanden|nie angekommen)\b/,
  missing_item:
    /\b(?:fehlt|fehlen|fehlte|fehlten|fehlend\w*|unvollstandig|nicht (?:dabei|im paket|in der lieferung|mitgeliefert|enthalten)|nur (?:ein|eine|einen|zwei|die halfte|teilweise)\b.{0,20}\b(?:erhalten|bekommen|angekommen|geliefert|dabei|drin))\b|\bvergessen\b.{0,20}\b(?:beizulegen|einzupacken|mitzuschicken)\b/,
  damaged_or_wrong:
    /\b(?:beschadig\w*|kaputt\w*|defekt\w*|zerbroch\w*|zerrissen|gerissen|fleck\w*|kratzer|zerkratzt|undicht|ausgelaufen|verschimmelt|abgelaufene[sn]? produkt|falsche[nrs]? (?:artikel|produkt|ware|farbe|teil|grosse|modell|bestellung|paket)|was anderes bestellt|etwas anderes (?:bekommen|erhalten|geliefert)|nicht das,? was|funktioniert nicht|geht nicht (?:an|mehr)|mangel\w*|mangelhaft|schlechte qualitat|reklam\w*)\b/,
  discount_code: /\b(?:gutschein\w*|rabatt\w*|aktionscode|promo-?code|gutscheincode|coupon)\b/,
  price_match:
    /\b(?:preisgarantie|bestpreis\w*|tiefpreis\w*|preisanpassung|preisdifferenz|preis\w* (?:gesunken|gefallen|gesenkt|reduziert))\b|\b(?:gunstiger|billiger)\b.{0,50}\b(?:gesehen|gefunden|angebot\w*|bei|jetzt|heute|anderswo|konkurrenz|andere\w*)\b|\b(?:bei|heute|jetzt)\b.{0,30}\b(?:gunstiger|billiger)\b/,
  points_balance:
    /\b(?:wie viele|wieviele|punktestand|stand|kontostand|anzeigen|guthaben|wie hoch)\b.{0,30}\b(?:punkte\w*|treuepunkte|bonuspunkte|pramien)\b|\bpunkte(?:stand|konto|guthaben)\b|\b(?:treue|bonus)programm\b|\bpunkte habe ich\b/,
  points_missing:
    /\b(?:punkte|treuepunkte|bonuspunkte)\b.{0,40}\b(?:fehl\w*|nicht|nie|weg|verschwunden|verloren|verfallen|falsch)\b|\b(?:fehl\w*|keine|nicht)\b.{0,20}\b(?:punkte|treuepunkte|bonuspunkte)\b(?!.{0,10}(?:einlosen))/,
  redeem_reward:
    /\b(?:punkte|pramien?|treuepunkte|bonuspunkte|guthaben)\b.{0,30}\b(?:einlos\w*|eintausch\w*|verwend\w*|nutzen|benutzen|umwandel\w*|ausgeben)\b|\beinlos\w*\b.{0,25}\b(?:punkte|pramie|treuepunkte)\b|\blos\w*\b.{0,30}\bpunkte\b.{0,10}\bein\b/,
  skip_delivery:
    /\b(?:uberspring\w*|aussetz\w*|pausier\w*|verschieb\w*|auslassen)\b|\b(?:nachste|kommende|diesen monat|nachsten monat)\b.{0,30}\b(?:keine (?:lieferung|box)|nicht liefern|aussetzen|pause)\b|\bpause\b/,
  change_subscription:
    /\b(?:abo\w*|abonnement|lieferintervall|intervall|rhythmus|turnus)\b.{0,40}\b(?:ander\w*|anpass\w*|umstell\w*|wechsel\w*|umander\w*|fortsetz\w*|wieder aufnehmen|reaktivier\w*)\b|\b(?:ander\w*|anpass\w*|umstell\w*|wechsel\w*|reaktivier\w*)\b.{0,40}\b(?:abo\w*|abonnement|intervall|rhythmus)\b|\balle \w+ (?:wochen|monate)\b/,
  cancel_subscription:
    /\b(?:abo\w*|abonnement|mitgliedschaft|vertrag)\b.{0,30}\b(?:kundig\w*|beend\w*|storn\w*|gekundigt|abbestell\w*|loswerden|abschliessen beenden)\b|\b(?:kundig\w*|kundigung|beend\w*|storn\w*)\b.{0,30}\b(?:abo\w*|abonnement|mitgliedschaft|vertrag)\b|\b(?:kundigen|kundigung|kundige)\b/,
  invoice:
    /\b(?:rechnung(?:en)?(?! (?:bezahl|kauf|zahl))|quittung|kaufbeleg|beleg|rechnungskopie|mwst|mehrwertsteuer|steuerbeleg)\b/,
  payment_problem:
    /\b(?:abgebucht|berechnet|belastet|bezahlt|abbuchung)\b.{0,30}\b(?:doppelt|zweimal|falsch\w*|zu viel|zuviel|obwohl|aber)\b|\b(?:doppelt|zweimal|zu viel|zuviel|falsch\w*|unbekannte?)\b.{0,25}\b(?:abgebucht|berechnet|belastet|bezahlt|abbuchung|gezahlt|betrag)\b|\b(?:zahlung|kreditkarte|karte|paypal)\b.{0,30}\b(?:fehlgeschlagen|abgelehnt|funktioniert nicht|geht nicht|nicht akzeptiert|klappt nicht|fehler)\b|\bkann\b.{0,20}\bnicht (?:be)?zahlen\b|\bdoppelte abbuchung\b|\b(?:gebuhr|abbuchung)\b.{0,30}\b(?:kenne|woher|nicht zuordnen)\b/,
  payment_methods:
    /\b(?:zahlungsarten|zahlungsmoglichkeiten|zahlungsmethoden|bezahlmoglichkeiten|bezahlarten|ratenzahlung|raten zahlen|auf rechnung|nachnahme|zahlungsoptionen)\b|\b(?:akzeptier\w*|nehmen|nehmt|kann ich|bietet|bieten)\b.{0,25}\b(?:paypal|klarna|apple ?pay|google ?pay|kreditkarten?|lastschrift|sofort|vorkasse|bar|rechnung zahlen|uberweisung)\b|\bwie kann (?:ich|man) (?:be)?zahlen\b/,
  product_question:
    /\b(?:wasserdicht|material|waschbar|waschmaschine|grossentabelle|welche grosse|fallt\b.{0,20}\baus|passend zu|geeignet|empfehl\w*|unterschied|inhaltsstoffe|zutaten|masse|abmessungen|gewicht|wie (?:schwer|gross|breit|hoch|warm)|vegan|kompatibel|original|echt|nebenwirkung\w*|anleitung|wie (?:wasche|reinige|benutze|verwende|pflege)|welche farben|spulmaschine\w*|woraus)\b/,
  stock_question:
    /\b(?:auf lager|lieferbar|verfugbar\w*|wieder erhaltlich|erhaltlich|vorratig|ausverkauft|vergriffen|wieder (?:da|rein)|nachschub|bestand)\b|\b(?:haben|fuhren|verkaufen|habt|fuhrt|verkauft) (?:sie|ihr)\b.{0,40}\b(?:in|auch|noch|grosse)\b/,
  warranty: /\b(?:garantie\w*|gewahrleistung\w*|reparatur\w*|reparier\w*|ersatzteile?)\b/,
  place_order:
    /\b(?:mochte|will|wurde gern|kann|wie|konnte|wo)\b.{0,35}\b(?:bestellen|kaufen|nachbestellen|bestelle ich|kaufe ich)\b|\b(?:bestellung aufgeben|neu bestellen|nachbestell\w*|telefonisch bestellen)\b/,
  account:
    /\b(?:mein(?:em|en)? (?:kunden)?konto|kundenkonto|anmeld(?:en|ung)|einlogg\w*|login|passwort|kennwort|registrier\w*|zugangsdaten|e-?mail-?adresse|telefonnummer andern|bestatigungscode|benutzername|ausgesperrt)\b/,
  delete_account:
    /\b(?:konto|account|kundenkonto|daten|profil)\b.{0,25}\b(?:losch\w*|entfern\w*|schliess\w*|deaktivier\w*|geloscht)\b|\b(?:losch\w*|schliess\w*|deaktivier\w*)\b.{0,30}\b(?:konto|account|daten|profil)\b/,
  newsletter: /\b(?:newsletter|werbe-?(?:mails?|e-?mails?|post)|werbung|verteiler|rundmail\w*|spam)\b/,
  complaint:
    /\b(?:beschwer\w*|unverschamt\w*|frechheit|katastroph\w*|enttausch\w*|inakzeptabel|zumutung|saftladen|nie wieder|unfreundlich\w*|schlechte[rn]? (?:service|erfahrung|kundenservice)|unzufrieden|lacherlich|unprofessionell)\b/,
  human:
    /\b(?:sprechen|reden|verbind\w*|kontakt\w*|weiterleit\w*|chatten|schreiben)\b.{0,40}\b(?:mensch\w*|mitarbeiter\w*|person|jemand\w*|berater\w*|kundenservice|kundendienst|vorgesetzte\w*)\b|\b(?:mensch\w*|mitarbeiter\w*|jemand\w*|berater\w*|kundenservice|vorgesetzte\w*)\b.{0,30}\b(?:sprechen|reden|schreiben|verbinden|kontakt\w*)\b|^\W*(?:mensch|mitarbeiter|berater|echter mensch)\W*$|\b(?:ruf\w* (?:sie )?mich|ruckruf|telefonnummer (?:von|vom|fur|ihres)|hotline)\b/,
};
