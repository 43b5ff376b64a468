import type { TrainingText } from './training-text';

export const de: TrainingText = {
  where_is_my_order: `wo ist meine bestellung|wo bleibt mein paket|wann kommt meine lieferung an|können sie mir sagen wann mein paket kommt|ich habe meine bestellung noch nicht erhalten|mein paket ist immer noch nicht da
wurde meine bestellung schon verschickt|die sendungsverfolgung zeigt seit tagen nichts neues|ich brauche die sendungsnummer|wie ist der stand meiner bestellung|ich warte auf mein paket
ich habe letzte woche bestellt und noch nichts bekommen|gibt es neuigkeiten zu meiner sendung|lieferung verspätet sich|sendung verfolgen|wann geht meine bestellung raus|bestellstatus bitte|warum wurde meine bestellung storniert`,
  delivery_info: `wie lange dauert der versand|was kostet der versand|liefern sie nach österreich|welchen paketdienst nutzen sie|gibt es expressversand|ab welchem betrag ist der versand kostenlos
kann ich im laden abholen|liefern sie auch samstags|versenden sie ins ausland|wie sind die lieferzeiten|kann ich an eine packstation liefern lassen|versandkosten in die schweiz|muss ich zuhause sein wenn das paket kommt`,
  cancel_order: `bitte stornieren sie meine bestellung|ich möchte die bestellung stornieren|ich habe aus versehen bestellt, bitte stornieren|kann ich noch stornieren|ich brauche es nicht mehr, bitte abbrechen
stornierung der bestellung 4410|bestellung stornieren|ich habe doppelt bestellt, eine davon bitte stornieren|wie kann ich den auftrag zurückziehen|bitte die bestellung nicht mehr versenden sondern stornieren
ich will die bestellung nicht mehr|storno bitte|können sie den kauf rückgängig machen|wo finde ich den knopf zum stornieren`,
  change_items: `können sie noch einen artikel hinzufügen|ich möchte die größe in meiner bestellung ändern|bitte zwei statt einem|farbe vor dem versand ändern|ich habe die falsche größe gewählt, bitte ändern
bestellung ändern|nehmen sie die socken aus der bestellung|bitte die schwarze variante statt der weißen|kann ich meine offene bestellung noch anpassen|menge auf drei erhöhen
anderes modell in der bestellung|legen sie bitte noch eine tasse dazu|einen artikel aus der bestellung entfernen`,
  change_address: `ich muss meine lieferadresse ändern|ich habe die falsche straße angegeben|bitte schicken sie es in mein büro|die hausnummer ist falsch|ich bin umgezogen, bitte adresse ändern
können sie die adresse der bestellung 3301 korrigieren|lieferung an eine andere adresse|postleitzahl falsch eingegeben|bitte an meine neue anschrift liefern|paket umleiten zu meinem nachbarn
adressänderung|die bestellung ging an die alte adresse, bitte ändern|meine anschrift stimmt nicht mehr`,
  change_payment: `ich möchte die zahlungsart ändern|kann ich doch mit paypal zahlen|bitte eine andere karte belasten|zahlungsmethode für meine bestellung wechseln|ich habe die falsche kreditkarte angegeben
lieber auf rechnung statt mit karte|bestellung mit gutscheinkarte statt kreditkarte bezahlen|kann man die zahlungsweise nachträglich ändern|andere zahlungsart für bestellung 2001
ich will auf überweisung umstellen|meine karte ist abgelaufen, neue karte für die bestellung|zahlung auf paypal umstellen`,
  return: `ich möchte die jacke zurückschicken|wie kann ich das zurücksenden|ich brauche ein retourenetikett|die schuhe sind zu klein und gehen zurück|ich möchte etwas retournieren|retoure anmelden
bitte schicken sie mir einen rücksendeschein|ich will die bestellung zurückgeben|es passt mir nicht|ich widerrufe meinen kauf|rückgabe von zwei artikeln|wohin schicke ich die retoure|gefällt mir nicht, möchte ich zurückgeben`,
  exchange: `kann ich die schuhe umtauschen|ich möchte eine andere größe|bitte gegen die blaue tauschen|umtausch gegen eine nummer größer|ich hätte gern ersatz|können sie mir ein neues schicken als ersatz
artikel umtauschen|tausch in größe m|ich möchte das hemd gegen ein anderes eintauschen|umtausch bitte|geht ein austausch gegen die weiße version|ersatzlieferung bitte|kann ich das modell tauschen`,
  refund: `ich möchte mein geld zurück|bitte erstatten sie mir den betrag|ich verlange eine erstattung|erstattung für bestellung 6120|können sie mir die versandkosten erstatten|geld zurück bitte
ich will eine rückerstattung|bitte überweisen sie mir das geld zurück|teilerstattung bitte|ich möchte keinen gutschein sondern mein geld|rückzahlung auf mein konto bitte|wie bekomme ich mein geld wieder|erstatten sie mir die differenz`,
  refund_status: `wann bekomme ich meine erstattung|die rückzahlung ist noch nicht auf meinem konto|ich warte auf die gutschrift|wo bleibt mein geld|wie lange dauert die erstattung|erstattung noch nicht erhalten
ich habe es vor zwei wochen zurückgeschickt und noch kein geld bekommen|wurde meine rückerstattung schon veranlasst|status meiner erstattung|meine retoure ist angekommen aber das geld fehlt
wann ist das geld wieder auf meiner karte|gibt es neuigkeiten zu meiner rückzahlung`,
  return_policy: `wie lange kann ich widerrufen|wie sind ihre rückgabebedingungen|ist die retoure kostenlos|wer zahlt die rücksendung|wie viele tage habe ich für die rückgabe|kann ich reduzierte ware zurückgeben
rückgabefrist|gilt das widerrufsrecht auch für unterwäsche|kann man geöffnete ware zurückschicken|welche umtauschfrist gilt|was passiert wenn es nicht passt|geld zurück garantie|brauche ich die originalverpackung für eine retoure`,
  missing_parcel: `laut sendungsverfolgung zugestellt aber ich habe nichts|das paket wurde gestohlen|mein paket ist verloren gegangen|angeblich wurde es gestern zugestellt|es liegt bei einem unbekannten nachbarn
paket als zugestellt markiert aber nicht da|die sendung ist verschwunden|dhl sagt zugestellt, stimmt aber nicht|mein päckchen wurde aus dem flur geklaut|am falschen haus abgegeben
sendung ging auf dem transport verloren|der nachbar hat das paket nicht|nie angekommen obwohl als geliefert angezeigt`,
  missing_item: `ein teil fehlt in der lieferung|es war nur ein artikel im paket|ich habe nur zwei von drei bekommen|das ladekabel fehlt|die lieferung ist unvollständig|sie haben den deckel vergessen
ein artikel fehlte|die schrauben waren nicht dabei|nur die hälfte meiner bestellung ist angekommen|das gratisgeschenk war nicht im karton|mir fehlt noch die zweite tasse|wo ist der rest meiner bestellung|es fehlen zwei stück`,
  damaged_or_wrong: `das paket kam beschädigt an|der reißverschluss ist kaputt|ich habe den falschen artikel bekommen|das gerät funktioniert nicht|die flasche ist ausgelaufen|das glas hat einen sprung
falsche größe geliefert|das ist nicht was ich bestellt habe|der bildschirm hat kratzer|die naht ist aufgerissen|defekter artikel|ware mangelhaft|die lampe geht nicht an|ich habe eine fremde bestellung erhalten`,
  discount_code: `mein gutscheincode geht nicht|der rabatt wurde nicht abgezogen|haben sie einen gutschein|wo gebe ich den code ein|code ungültig|gibt es rabatt für studenten|ich habe vergessen den gutschein einzulösen
aktuelle angebote|der aktionscode ist abgelaufen|kann ich zwei gutscheine kombinieren|geschenkkarte wird nicht angenommen|gibt es gerade einen sale|neukundenrabatt`,
  price_match: `woanders ist es günstiger|der preis ist nach meiner bestellung gefallen|bekomme ich die preisdifferenz zurück|haben sie eine bestpreisgarantie|bei der konkurrenz billiger gesehen|können sie den preis anpassen
heute kostet es weniger als gestern|anderer shop verkauft es für weniger|preisanpassung bitte|jetzt im angebot, ich habe den vollen preis bezahlt|machen sie mir denselben preis|gehen sie beim preis mit`,
  points_balance: `wie viele punkte habe ich|mein punktestand|wie viele treuepunkte fehlen mir noch bis zur prämie|was sind meine punkte wert|wann verfallen meine punkte|wie funktioniert das treueprogramm|zeigen sie mir mein guthaben
welche prämien kann ich bekommen|welchen status habe ich im bonusprogramm|punktekonto abfragen|wie sammle ich punkte|wie hoch ist mein bonusguthaben`,
  points_missing: `meine punkte fehlen|für meine letzte bestellung gab es keine punkte|punkte wurden nicht gutgeschrieben|meine treuepunkte sind weg|ich sehe weniger punkte als vorher|die bonuspunkte sind nie angekommen
punkte für bestellung 3301 nicht erhalten|bitte fehlende punkte nachtragen|geburtstagspunkte nicht bekommen|falscher punktestand|ich habe bestellt aber keine punkte bekommen|punkte verschwunden`,
  redeem_reward: `ich möchte meine punkte einlösen|wie löse ich eine prämie ein|kann ich mit punkten bezahlen|punkte gegen gutschein tauschen|lösen sie bitte 200 punkte ein|prämie einlösen|ich will meine treuepunkte verwenden
meine punkte auf diese bestellung anrechnen|wo kann ich punkte nutzen|punkte in rabatt umwandeln|ich möchte meine belohnung abholen|geburtstagsprämie einlösen`,
  skip_delivery: `nächste lieferung überspringen|ich möchte mein abo pausieren|bitte diesen monat keine box|lieferung um zwei wochen verschieben|im urlaub, bitte aussetzen|kann ich eine lieferung auslassen|abo pause bis juni
nächste sendung später schicken|ich habe noch genug, bitte einmal aussetzen|liefertermin verschieben|lieferungen vorübergehend stoppen|pause einlegen`,
  change_subscription: `ich möchte mein abo ändern|bitte alle zwei monate statt jeden monat liefern|anderes produkt im abo|lieferintervall anpassen|kleinere box im abo|abo wieder aufnehmen|auf wöchentlich umstellen|abo upgraden
geschmack in meinem abo wechseln|lieferrhythmus ändern|mein abo fortsetzen|mehr kaffee in meinem abonnement|lieferdatum im abo auf den 15. ändern`,
  cancel_subscription: `ich möchte mein abo kündigen|bitte beenden sie mein abonnement|kündigung|mitgliedschaft kündigen|automatische verlängerung stoppen|wie kündige ich die monatliche box|abo beenden|keine weiteren lieferungen mehr, abo kündigen
ich wollte nie ein abo, bitte kündigen|vertrag kündigen zum nächsten termin|bitte nicht mehr verlängern|abo stornieren`,
  invoice: `können sie mir eine rechnung schicken|ich brauche einen beleg|wo finde ich die rechnung|rechnung für bestellung 9912|rechnung mit mehrwertsteuer bitte|quittung verloren|die rechnung hat den falschen namen
rechnungskopie bitte|kaufbeleg für die garantie|rechnung fehlt im paket|firmenname auf die rechnung|bitte rechnung als pdf`,
  payment_problem: `mir wurde doppelt abgebucht|die zahlung ist fehlgeschlagen|meine karte wurde abgelehnt|es wurde zu viel abgebucht|ich kann nicht bezahlen|unbekannte abbuchung|geld abgebucht aber keine bestellung
paypal funktioniert nicht|eine gebühr die ich nicht kenne|zahlung hängt|falscher betrag berechnet|an der kasse kommt ein fehler|ich wurde für etwas belastet das ich nie gekauft habe`,
  payment_methods: `welche zahlungsarten bieten sie an|kann ich auf rechnung kaufen|nehmen sie paypal|ist ratenzahlung möglich|kann ich mit klarna zahlen|akzeptieren sie kreditkarten|wie kann ich bezahlen|gibt es nachnahme
apple pay möglich|kann man per überweisung zahlen|zahlungsmöglichkeiten|später bezahlen|kann ich mit geschenkkarte zahlen`,
  product_question: `ist die jacke wasserdicht|welche größe soll ich nehmen|aus welchem material ist das|kann man es in der maschine waschen|wie schwer ist das zelt|welche maße hat der tisch|was ist der unterschied zwischen den modellen
können sie mir etwas empfehlen|welche inhaltsstoffe sind drin|fällt es klein aus|ist das für kinder geeignet|wie benutze ich das|ist das original|welche farben gibt es|passt das zu meinem handy`,
  stock_question: `haben sie das zelt auch in grün|wann sind die stiefel wieder lieferbar|ist es in größe m verfügbar|ist das auf lager|ausverkauft, wann kommt nachschub|führen sie auch geschenkboxen|gibt es das noch in blau
kann ich es vorbestellen|wie viele haben sie noch|wieder erhältlich|ist der artikel vorrätig|verkaufen sie noch die alte version`,
  warranty: `wie lange ist die garantie|das gerät ist nach einem jahr kaputt, garantie|ich möchte einen garantiefall melden|können sie es reparieren|deckt die garantie kratzer ab|gewährleistung|ersatzteil für meinen mixer
wo registriere ich die garantie|reparatur bitte|ist das noch unter garantie|wie viele jahre garantie|bieten sie einen reparaturservice`,
  place_order: `ich möchte die lampe kaufen|wie kann ich bestellen|kann ich telefonisch bestellen|ich würde gern noch zwei bestellen|bestellen sie das bitte für mich|wo kann ich das kaufen|nochmal bestellen
neue bestellung aufgeben|ich brauche 50 stück für meine firma|ich will etwas bestellen|kann ich ohne konto bestellen|letzte bestellung wiederholen`,
  account: `ich kann mich nicht anmelden|wie setze ich mein passwort zurück|passwort vergessen|e-mail-adresse im konto ändern|ich bekomme keinen bestätigungscode|mein konto ist gesperrt|konto anlegen|telefonnummer aktualisieren
login geht nicht|ich möchte meinen namen im profil ändern|registrierung klappt nicht|meine zugangsdaten funktionieren nicht`,
  delete_account: `bitte löschen sie mein konto|löschen sie alle meine daten|ich möchte mein profil löschen|kundenkonto schließen|alle personenbezogenen daten entfernen|account löschen|recht auf löschung|ich will kein konto mehr bei ihnen
konto deaktivieren|entfernen sie mich aus ihrer datenbank|daten löschen bitte|bitte mein kundenkonto auflösen`,
  newsletter: `melden sie mich vom newsletter ab|keine werbung mehr bitte|wie bestelle ich den newsletter|ich bekomme zu viele mails von ihnen|newsletter abbestellen|nehmen sie mich aus dem verteiler|hören sie auf mir werbemails zu schicken
der abmeldelink geht nicht|ich habe mich nie angemeldet für werbung|newsletter abonnieren|spam von ihnen|keine rundmails mehr`,
  complaint: `ihr service ist eine katastrophe|ich bin sehr enttäuscht|das ist eine frechheit|niemand antwortet auf meine mails|ich bestelle nie wieder hier|ich möchte mich beschweren|der fahrer war unverschämt|so ein saftladen
unfassbar schlechter kundenservice|ich bin stinksauer|das ist inakzeptabel|schon dreimal geschrieben und keiner reagiert|unprofessionell`,
  human: `ich möchte mit einem menschen sprechen|verbinden sie mich mit einem mitarbeiter|bitte rufen sie mich an|ich will nicht mit einem bot schreiben|mitarbeiter bitte|gibt es eine telefonnummer|kundenservice sprechen
echten menschen bitte|kann mich jemand zurückrufen|ich brauche einen berater|ihr vorgesetzter bitte|wann ist die hotline erreichbar`,
  smalltalk: `hallo|guten morgen|wie geht es dir|danke|vielen dank für die hilfe|super danke|ok|tschüss|schönen tag noch|bist du ein roboter|wer bist du|toll|alles klar|ja|nein|moin|nett von ihnen
ist angekommen danke|hat sich erledigt|geld ist da, danke|paket ist heute gekommen, vielen dank`,
  other: `wie wird das wetter morgen|wer hat gestern gewonnen|spiel musik|wie koche ich reis|stell einen wecker auf sieben|wie viele planeten gibt es|ich suche einen job bei ihnen|kooperation mit ihrer marke
meine bank zeigt den kontostand nicht|erzähl einen witz|wo ist der flughafen|ich habe es für meinen bruder gekauft|siehe anhang|ich schreibe vom handy|wer ist ihr geschäftsführer|ich möchte wiederverkäufer werden`,
};
