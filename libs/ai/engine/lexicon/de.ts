import type { Lexicon } from './lexicon';

const GOODS = String.raw`(?:bestellung(?:en)?|paket(?:e|s)?|pakchen|packchen|sendung(?:en)?|lieferung(?:en)?|ware|order|artikel|sachen|rucksack|jacke|schuhe|zelt)`;

export const de: Lexicon = {
  whereabouts: [
    new RegExp(
      String.raw`\b${GOODS}\b.{0,40}\b(?:verspat\w*|verzoger\w*|so lange|uberfallig)\b|\b(?:verspatung|verzogerung)\b`,
    ),
    new RegExp(String.raw`\bwo\b.{0,40}\b(?:${GOODS}|bleibt|steckt|befindet)\b`),
    /\b(?:wann|bis wann|wie lange|wieviel langer)\b.{0,60}\b(?:komm\w*|liefer\w*|geliefert|an(?:kommen|kommt)|eintr\w*|da\b|zugestellt|verschickt|versendet|versandt|bekomm\w*|erhalt\w*|rechnen|dauer\w*|trifft|unterwegs)/,
    new RegExp(String.raw`\b(?:status|stand|neuigkeiten|verbleib|update)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`),
    /\b(?:bestellstatus|lieferstatus|sendungsstatus|versandstatus|sendungsverfolgung|sendungsnummer|trackingnummer|tracking|paketverfolgung|trackinglink|trackingcode|liefertermin|lieferdatum|zustelltermin)\b/,
    new RegExp(
      String.raw`\b${GOODS}\b.{0,60}\b(?:nicht|noch nicht|immer noch nicht|nie)\b.{0,30}\b(?:da|angekommen|gekommen|eingetroffen|erhalten|geliefert|verschickt|versendet|bewegt|zugestellt)\b`,
    ),
    new RegExp(
      String.raw`\b(?:nicht|noch nichts?|immer noch)\b.{0,50}\b(?:erhalten|bekommen|angekommen|eingetroffen|da)\b`,
    ),
    new RegExp(
      String.raw`\b(?:wurde|ist|wird|sind)\b.{0,40}\b${GOODS}\b.{0,40}\b(?:verschickt|versendet|versandt|unterwegs|abgeschickt|raus)\b`,
    ),
    new RegExp(String.raw`\b(?:warte|warten)\b.{0,40}\b${GOODS}\b|\bverfolgen\b|\bnachverfolg\w*`),
  ],
  blockers: {
    safety: [/\b(?:verletz\w*|krankenhaus|allergisch\w*|verbrannt|vergift\w*|explodier\w*|blut\w*|suizid\w*)\b/],
    legal: [
      /\b(?:anwalt\w*|rechtsanwalt\w*|klage|verklag\w*|gericht|anzeige|polizei|verbraucherschutz|verbraucherzentrale|betrug\w*|ruckbuchung|kauferschutz|mahnung|frist\w*|rechtlich\w*|dsgvo|presse)\b/,
    ],
    human_requested: [
      /^\W*(?:mensch|mitarbeiter|human|berater|person)\W*$/,
      /\b(?:mit|an)\b.{0,20}\b(?:menschen|mensch|mitarbeiter\w*|jemand\w*|person|berater\w*|kundendienst|kundenservice)\b.{0,25}\b(?:sprechen|reden|schreiben|verbinden|verbunden|kontakt\w*)\b/,
      /\b(?:rufen sie|ruf mich|ruckruf|anrufen|kein(?:en)? (?:bot|roboter|computer|ki))\b/,
    ],
    injection: [
      /\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w*|umgeh\w*)\b.{0,40}\b(?:anweisung\w*|regel\w*|vorgaben|prompt|instruktion\w*|bisherige\w*)\b/,
      /\b(?:systemprompt|system prompt|du bist (?:jetzt|nun)|entwicklermodus|tu so als|adminmodus|deine anweisungen)\b/,
      /\b(?:alle|andere|anderer|fremde) (?:kunden|bestellungen|nutzer|personen)\b|<\/?(?:system|assistant)\b/,
    ],
    refund: [/\b(?:ruckerstatt\w*|erstatt\w*|geld zuruck|ruckzahl\w*|gutschrift\w*|zuruckzahl\w*|zuruckerstatt\w*)\b/],
    return: [
      /\b(?:rucksend\w*|zurucksend\w*|zuruckschick\w*|retour\w*|umtausch\w*|tausch\w*|zuruckgeb\w*|ruckgabe\w*|widerruf\w*|passt (?:mir )?nicht|zu (?:klein|gross|eng|weit)|falsche grosse)\b/,
    ],
    cancel: [
      /\b(?:stornier\w*|storno|annullier\w*|abbestell\w*|kundig\w*|abbrech\w*|nicht mehr (?:haben|brauch\w*|will)|abblasen)\b/,
    ],
    change_order: [
      /\b(?:(?:adress\w*|lieferadress\w*|anschrift|bestellung|artikel|menge|liefertermin)\b.{0,40}\b(?:ander\w*|geandert|korrigier\w*|anpass\w*|aktualisier\w*|falsch\w*|verschieb\w*)|(?:ander\w*|korrigier\w*|falsche)\b.{0,40}\b(?:adress\w*|lieferadress\w*|anschrift|bestellung)|umgezogen|umzug|umleit\w*|hinzufug\w*|express\w*|schneller|nachbar\w*|packstation|abstellgenehmigung|ablageort)\b/,
    ],
    missing_parcel: [
      /\b(?:als zugestellt|zugestellt\b.{0,50}\b(?:aber|nicht|nie|nichts)|angeblich\b.{0,30}\b(?:zugestellt|geliefert)|geliefert\b.{0,20}\b(?:aber|obwohl)|laut\b.{0,40}\b(?:zugestellt|geliefert)|gestohlen|geklaut|verloren\w*|verschwunden|abhanden)\b/,
    ],
    damaged_or_wrong: [
      /\b(?:beschadig\w*|kaputt\w*|defekt\w*|zerbroch\w*|zerrissen|gerissen|fleck\w*|kratzer|falsche[nrs]? (?:artikel|produkt|ware|farbe|teil)|fehlt|fehlen|unvollstandig|mangel\w*|funktioniert nicht|reklam\w*|garantie|gewahrleistung|reparatur)\b/,
    ],
    payment: [
      /\b(?:rechnung\w*|quittung|mehrwertsteuer|zahlung\w*|bezahl\w*|abgebucht|abbuchung|kreditkarte|paypal|klarna|rabatt\w*|gutschein\w*|preis\w*|kosten|kostet|versandkosten|zoll\w*|gebuhr\w*|punkte|treue\w*|lastschrift)\b/,
    ],
    product_question: [
      /\b(?:auf lager|lieferbar|verfugbar\w*|wieder erhaltlich|vorratig|haben sie\b.{0,30}\b(?:in|auch|noch)|verkaufen sie|fuhren sie|liefern sie|versenden sie|verschicken sie|grossentabelle|welche grosse|wasserdicht|material|passend zu|empfehl\w*|unterschied|offnungszeiten|bestellen kann|mochte\b.{0,30}\b(?:bestellen|kaufen)|newsletter)\b/,
    ],
    account: [
      /\b(?:mein konto|kundenkonto|anmelden|einloggen|passwort|kennwort|daten losch\w*|abmelden|registrier\w*|e-?mail-?adresse)\b/,
    ],
    complaint: [
      /\b(?:unverschamt\w*|frechheit|katastroph\w*|schlecht\w*|enttausch\w*|argerlich\w*|verarger\w*|wutend|sauer|beschwer\w*|unmoglich|lacherlich|zumutung|saftladen|scheiss\w*|nie wieder|zum dritten mal|mehrfach|idiot\w*|abzocke|unfahig\w*|inakzeptabel)\b|!{3,}/,
    ],
    condition: [
      /\b(?:falls|wenn (?:es|das|sie|nicht|die|der|noch|ich|moglich)|ansonsten|andernfalls|sonst|stattdessen|es sei denn)\b/,
    ],
  },
  thanks:
    /^(?:(?:ok(?:ay)?|super|prima|perfekt|toll|klasse|alles klar|gut|sehr|danke(?:schon)?|dankeschon|vielen|herzlichen|besten|dank|lieben|fur|die|das|ihre?|schnelle[ns]?|antwort|hilfe|ruckmeldung|info\w*|auskunft|ist angekommen|paket|verstanden|schonen tag(?: noch)?|tschuss|wunderbar|freut mich|nochmals?|und|ja|hat sich erledigt|erledigt|bis dann|top|merci)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^(?:(?:hallo|guten (?:tag|morgen|abend)|hi|hey|moin|servus|gruss gott|liebe[sr]?|sehr geehrte[rs]?)\b[\p{L}\s,.!-]{0,50}|(?:vielen |herzlichen |besten |lieben )?dank\w*\b[^?]{0,60}|danke\b[^?]{0,60}|(?:mit )?(?:freundlichen?|besten?|liebe[n]?|viele|herzliche|schone) grussen?\b.{0,40}|(?:mfg|lg|vg)\b.{0,30}|gruss\b.{0,30}|bitte (?:um|helfen|geben sie)\b[^?]{0,60}|(?:konnen|konnten) sie mir (?:bitte )?(?:helfen|weiterhelfen)\??|ich hoffe\b[^?]{0,60}|von meinem .{0,30} gesendet)$/u,
  question:
    /^(?:wo|wann|was|welche\w*|wer|warum|wieso|wie|kann|konnen|konnten|konnte|ist|sind|wird|werden|wurde|hat|haben|gibt)\b/,
  orderWord: /\b(?:bestellung|bestell-?nummer|bestell-?nr|auftrag\w*|order)\b/,
};
