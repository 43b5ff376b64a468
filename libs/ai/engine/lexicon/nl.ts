import type { Lexicon } from './lexicon';

const GOODS = String.raw`(?:bestelling(?:en)?|pakket(?:je|jes|ten)?|pakje|zending(?:en)?|levering|order|spullen|artikel(?:en)?|rugzak|jas|schoenen|tent)`;

export const nl: Lexicon = {
  whereabouts: [
    new RegExp(String.raw`\b${GOODS}\b.{0,40}\b(?:vertraagd|te laat|zo lang|vertraging)\b|\bvertraging\b`),
    new RegExp(String.raw`\bwaar\b.{0,40}\b(?:${GOODS}|blijft|is het|zit)\b`),
    /\b(?:wanneer|hoe lang|hoelang)\b.{0,60}\b(?:kom\w*|gelever\w*|lever\w*|bezorg\w*|aan\b|aankom\w*|ontvang\w*|verzond\w*|verstuur\w*|verwacht\w*|duur\w*|binnen|krijg\w*|verzend\w*)/,
    new RegExp(String.raw`\b(?:status|stand van zaken|update|nieuws)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`),
    /\b(?:bestelstatus|verzendstatus|leverstatus|track(?:\s?(?:en|&|and)\s?trace|ing\w*|code|nummer)?|volgen|volgnummer|leverdatum|levertijd|bezorgdatum|verzendcode)\b/,
    new RegExp(
      String.raw`\b${GOODS}\b.{0,60}\b(?:niet|nog niet|nog steeds niet|nooit)\b.{0,30}\b(?:aangekomen|binnen|ontvangen|bezorgd|geleverd|gekomen|verzonden|verstuurd|er)\b`,
    ),
    /\b(?:niet|nog niets?|nog steeds niets?|nog geen)\b.{0,40}\b(?:ontvangen|gekregen|binnen|aangekomen|bezorgd|geleverd|gezien)\b/,
    new RegExp(
      String.raw`\b(?:is|wordt|zijn)\b.{0,40}\b${GOODS}\b.{0,40}\b(?:verzonden|verstuurd|onderweg|de deur uit)\b`,
    ),
    new RegExp(String.raw`\b(?:wacht|wachten)\b.{0,40}\b${GOODS}\b`),
  ],
  blockers: {
    safety: [/\b(?:gewond|verwond\w*|ziekenhuis|allergisch\w*|verbrand|vergiftig\w*|ontplof\w*|zelfmoord)\b/],
    legal: [
      /\b(?:advocaat|rechtbank|rechter|juridisch\w*|aangifte|politie|consumentenbond|oplichting|oplichters?|fraude|geschillencommissie|terugboek\w*|ingebrekestelling|aanklag\w*|avg|incasso)\b/,
    ],
    human_requested: [
      /^\W*(?:mens|medewerker|human|persoon)\W*$/,
      /\b(?:spreken|praten|contact|doorverbinden|bellen|chatten)\b.{0,30}\b(?:mens|medewerker|iemand|persoon|collega)\b|\b(?:mens|medewerker|iemand|persoon)\b.{0,25}\b(?:spreken|praten|bellen)\b/,
      /\b(?:bel mij|bel me|belt u mij|terugbellen|geen (?:bot|robot|computer|ai))\b/,
    ],
    injection: [
      /\b(?:negeer|vergeet|omzeil)\b.{0,40}\b(?:instructies?|regels?|opdrachten|prompt|vorige)\b/,
      /\b(?:systeemprompt|system prompt|je bent nu|doe alsof|ontwikkelaarsmodus|jouw instructies)\b|<\/?(?:system|assistant)\b/,
      /\b(?:alle|andere) (?:klanten|bestellingen van|gebruikers)\b/,
    ],
    refund: [/\b(?:terugbeta\w*|geld terug|terugstort\w*|restitutie|vergoed\w*|tegoedbon|creditnota)\b/],
    return: [
      /\b(?:retour\w*|terugstur\w*|teruggestuurd|terugzend\w*|ruil\w*|omruil\w*|herroep\w*|past niet|te (?:klein|groot|strak|ruim)|verkeerde maat)\b/,
    ],
    cancel: [/\b(?:annuleer\w*|annuler\w*|annulatie|afbestel\w*|opzeg\w*|stopzet\w*|niet meer (?:nodig|hebben))\b/],
    change_order: [
      /\b(?:(?:adres|afleveradres|bezorgadres|bestelling|aantal|leverdatum)\b.{0,40}\b(?:wijzig\w*|verander\w*|aanpas\w*|aangepast|verkeerd\w*|fout\w*)|(?:wijzig\w*|verander\w*|aanpass\w*|ander|nieuw|verkeerd)\b.{0,30}\b(?:adres|afleveradres|bezorgadres|bestelling)|verhuis\w*|toevoegen|sneller|spoed|buren|buurman|afhaalpunt)\b/,
    ],
    missing_parcel: [
      /\b(?:(?:als|zogenaamd|volgens)\b.{0,50}\b(?:bezorgd|geleverd|afgeleverd)|(?:bezorgd|geleverd|afgeleverd)\b.{0,40}\b(?:maar|niet|niets|nooit)|gestolen|kwijt\w*|verdwenen|zoek geraakt|vermist)\b/,
    ],
    damaged_or_wrong: [
      /\b(?:beschadig\w*|kapot\w*|defect\w*|gescheurd|gebroken|vlek\w*|krassen|verkeerde (?:artikel|product|kleur|item)|verkeerd (?:artikel|product|item)|ontbreek\w*|ontbrek\w*|mist|incompleet|onvolledig|werkt niet|klacht\w*|garantie|reparatie)\b/,
    ],
    payment: [
      /\b(?:factuur|bon\b|btw|betaling\w*|betaal\w*|betalen|afgeschreven|incasso|creditcard|paypal|klarna|ideal|korting\w*|kortingscode|cadeaubon|prijs|prijzen|kosten|kost|verzendkosten|douane|invoer\w*|punten)\b/,
    ],
    product_question: [
      /\b(?:op voorraad|voorraad|leverbaar|beschikbaar|verkopen jullie|verkoopt u|hebben jullie|heeft u|leveren jullie|verzenden jullie|maattabel|welke maat|waterdicht|materiaal|geschikt|aanrader|aanbevel\w*|verschil tussen|openingstijden|wil\b.{0,30}\b(?:bestellen|kopen)|nieuwsbrief)\b/,
    ],
    account: [
      /\b(?:mijn account|inloggen|wachtwoord|gegevens verwijder\w*|uitschrijv\w*|afmelden|registrer\w*|e-?mailadres)\b/,
    ],
    complaint: [
      /\b(?:belachelijk|schandalig|schandalige|schande|slecht\w*|teleurgesteld|teleurstell\w*|boos|woedend|onacceptabel|waardeloos|ongelofelijk|irritant|klote|kut\w*|nooit meer|voor de derde keer|meerdere keren|idioten|zat)\b|!{3,}/,
    ],
    condition: [
      /\b(?:als (?:het|dit|dat|jullie|u|ik|niet|de|er|mogelijk)|tenzij|anders|indien|zo niet|in plaats daarvan)\b/,
    ],
  },
  thanks:
    /^(?:(?:ok(?:e|ay)?|super|top|prima|perfect|fijn|mooi|geweldig|duidelijk|helder|goed|heel|erg|hartelijk|dank(?:je|jewel|uwel)?|dank je wel|dank u wel|bedankt|nogmaals|voor|de|het|je|jullie|uw|snelle|reactie|antwoord|hulp|informatie|info|is binnen|aangekomen|fijne dag(?: nog)?|tot ziens|doei|groetjes|en|ja|wel|alvast|opgelost)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^(?:(?:hallo|hoi|hey|hi|beste|geachte|goede(?:morgen|middag|navond|ndag)|goedemorgen|goedemiddag|goedenavond|goedendag|dag)\b[\p{L}\s,.!/-]{0,50}|(?:alvast |hartelijk |heel erg )?(?:bedankt|dank)\w*\b[^?]{0,60}|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?\b.{0,40}|(?:groet(?:en|jes)?|mvg)\b.{0,40}|graag (?:hoor|een reactie|jullie reactie)\b[^?]{0,60}|(?:kunt u|kun je|kunnen jullie) (?:mij|me) (?:helpen|verder helpen)\??|ik hoop\b[^?]{0,60}|verzonden (?:vanaf|met) .{0,30})$/u,
  question:
    /^(?:waar|wanneer|wat|welke|wie|waarom|hoe|kan|kunnen|kunt|kun|is|zijn|wordt|worden|heeft|hebben|heb|mag|zou)\b/,
  orderWord: /\b(?:bestelling|bestel-?nummer|order(?:nummer)?)\b/,
};
