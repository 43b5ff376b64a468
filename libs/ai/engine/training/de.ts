import type { TrainingSet } from './training';

export const de: TrainingSet = {
  whereabouts: `wo ist meine bestellung
wo bleibt mein paket
wann kommt meine lieferung an
können sie mir sagen wann mein paket kommt
ich habe meine bestellung noch nicht erhalten
mein paket ist immer noch nicht da
wurde meine bestellung schon verschickt
ist die ware schon unterwegs
können sie bitte die sendung verfolgen
die sendungsverfolgung zeigt seit tagen nichts neues
ich brauche die sendungsnummer
wie ist der stand meiner bestellung
wie lange dauert die lieferung noch
ich warte auf mein paket
ich habe letzte woche bestellt und noch nichts bekommen
gibt es neuigkeiten zu meiner sendung
mein paket hängt irgendwo fest
wann verschicken sie meine bestellung`,
  refund: `ich möchte mein geld zurück
bitte erstatten sie mir den betrag
wann bekomme ich meine erstattung
die rückzahlung ist noch nicht auf meinem konto
ich warte auf die gutschrift`,
  return: `ich möchte die jacke zurückschicken
wie kann ich das zurücksenden
die schuhe sind zu klein kann ich sie umtauschen
ich brauche ein retourenetikett
wie lange kann ich widerrufen`,
  cancel: `bitte stornieren sie meine bestellung
ich möchte die bestellung stornieren
ich habe aus versehen bestellt
kann ich noch stornieren
ich brauche es nicht mehr`,
  change_order: `ich muss meine lieferadresse ändern
ich habe die falsche straße angegeben
bitte schicken sie es in mein büro
können sie noch einen artikel hinzufügen
bitte an einem anderen tag liefern`,
  damaged_or_wrong: `das paket kam beschädigt an
der reißverschluss ist kaputt
ich habe den falschen artikel bekommen
ein teil fehlt in der lieferung
das gerät funktioniert nicht`,
  missing_parcel: `laut sendungsverfolgung zugestellt aber ich habe nichts
das paket wurde gestohlen
mein paket ist verloren gegangen
angeblich wurde es gestern zugestellt
es liegt bei einem unbekannten nachbarn`,
  payment: `mir wurde doppelt abgebucht
können sie mir eine rechnung schicken
welche zahlungsarten bieten sie an
mein gutscheincode geht nicht
was kostet der versand`,
  product_question: `haben sie das zelt auch in grün
ist die jacke wasserdicht
welche größe soll ich nehmen
wann sind die stiefel wieder lieferbar
liefern sie nach österreich`,
  account: `ich kann mich nicht anmelden
wie setze ich mein passwort zurück
bitte löschen sie mein konto
melden sie mich vom newsletter ab
welche daten haben sie von mir`,
  complaint: `ihr service ist eine katastrophe
ich bin sehr enttäuscht
das ist eine frechheit
niemand antwortet auf meine mails
ich bestelle nie wieder hier`,
  human_requested: `ich möchte mit einem menschen sprechen
verbinden sie mich mit einem mitarbeiter
bitte rufen sie mich an
ich will nicht mit einem bot schreiben`,
};
