import type { Words } from './words';

const ACTION = String.raw`(?:annule+r\w*|geannuleerd|afbestel\w*|terugbetal\w*|geld terug|retour\w*|terugstur\w*|teruggestuurd|terugzend\w*|ruil\w*|omruil\w*|omgeruild|vervang\w*|wijzig\w*|gewijzigd|verander\w*|opzeg\w*|verwijder\w*|terugbetaling|restitutie|annulering)`;

export const nl: Words = {
  question:
    /^(?:(?:en|maar|dus|hallo|hoi|ok|oke|graag)[,.!]? )*(?:waar|wanneer|wat|welke?|wie|waarom|hoe|hoeveel|hoelang|kan|kunnen|kunt|kun|is|zijn|was|wordt|worden|werd|heeft|hebben|heb|mag|zou|moet|komt|krijg|gaat|bieden|accepteren|leveren|verkopen|doen jullie|kost|duurt|klopt|nemen)\b/,
  request:
    /\b(?:graag|alstublieft|alsjeblieft|aub|svp|ik (?:\w+ )?(?:wil|wilde|zou|moet|heb .{0,20} nodig|vraag|verzoek|zoek|probeer)|wij willen|wil (?:ik|graag)|(?:kunt|kun|kan|wilt|wil|zou) (?:u|je|jij|iemand)|(?:kunnen|willen|zouden) jullie|mag ik|kan ik|kan ik|is het mogelijk|stuur|geef|vertel|help|nodig|op zoek)\b/,
  imperative:
    /^(?:(?:hallo|hoi|en|dus|dan|nee|ja|oke|ok|graag)[,.!]? )*(?:annuleer|annuleren|retour\w*|terugbetal\w*|ruil\w*|omruilen|wijzig\w*|verander\w*|pas|stuur|volg\w*|controleer|check|zoek|vind|verwijder\w*|stop\w*|sla|pauzeer|zeg|opzeggen|verzilver\w*|verbind|toon|vertel|help|voeg|haal|meld|schrijf|geef|maak|gebruik|bezorg|lever|corrigeer|vervang)\b/,
  negated: new RegExp(
    String.raw`\b(?:niet|nooit) (?:(?:meer|graag|meteen|te|direct|zomaar|willen|wil) ){0,2}${ACTION}\b|\bgeen (?:\w+ )?${ACTION}\b(?! (?:ontvangen|gekregen|binnen|mogelijk|gehad))|\bzonder (?:te )?${ACTION}\b|^${ACTION} (?:(?:het|dat|de|mijn|bestelling|alsjeblieft|alstublieft|maar) ){1,5}niet\b|\bin plaats van (?:te )?${ACTION}\b`,
  ),
  report: new RegExp(
    String.raw`\b(?:is|zijn|was|werd|heb|heeft|hebben|had|werden) (?:\w+ ){0,6}(?:geannuleerd|terugbetaald|geruild|omgeruild|gewijzigd|veranderd|geleverd|bezorgd|aangekomen|ontvangen|gekregen|binnen|verzonden|verstuurd|teruggestuurd|geretourneerd|opgezegd|ingewisseld|opgelost|gekocht|besteld|betaald|vervangen)\b|\b(?:terugbetaling|geld|pakket|pakje|vervanging|punten|bestelling) (?:\w+ ){0,2}(?:ontvangen|gekregen|is binnen|is er|aangekomen)\b`,
  ),
  trouble:
    /\b(?:niet|nooit|niets|niks|geen|niemand|nog steeds) (?:\w+ ){0,4}(?:aangekomen|gekomen|ontvangen|gekregen|binnen|geleverd|bezorgd|verzonden|verstuurd|er|inloggen|werkt|past|passen|geaccepteerd|gevonden|vinden|bijgeschreven|bewogen|bijgewerkt|betalen|terugbetaald|reactie|antwoord|gereageerd|gezien|nieuws|lukt|mogelijk|annuleren|goed)\b|\b(?:werkt|past|lukt|passen|klopt|komt|doet) (?:\w+ ){0,3}(?:niet|nooit)\b|\b(?:wacht|wachten)\b|\b(?:vertraagd|vertraging|te laat|ontbreek\w*|ontbrek\w*|mist|missen|kwijt\w*|gestolen|verdwenen|vermist|kapot\w*|defect\w*|beschadigd\w*|gescheurd|gebroken|vlek\w*|krassen|verkeerd\w*|onvolledig|incompleet|geweigerd|mislukt|fout\w*|dubbel|twee keer|ongeldig|verlopen|probleem|problemen|te (?:klein|groot|strak|wijd|kort|lang)|zogenaamd|lekt)\b|\bvolgens (?:\w+ ){1,4}(?:bezorgd|geleverd|afgeleverd)\b/,
  thanks:
    /^(?:(?:ok(?:e|ay)?|super|top|prima|perfect|fijn|mooi|geweldig|duidelijk|helder|goed|heel|erg|hartelijk|dank(?:je|jewel|uwel)?|dank je wel|dank u wel|bedankt|nogmaals|voor|de|het|je|jullie|uw|snelle|reactie|antwoord|hulp|informatie|info|is binnen|aangekomen|fijne dag(?: nog)?|tot ziens|doei|groetjes|en|ja|wel|alvast|opgelost|fijne avond|dat was het|lief|top geregeld)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^(?:(?:hallo|hoi|hey|hi|beste|geachte|goede(?:morgen|middag|navond|ndag)|goedemorgen|goedemiddag|goedenavond|goedendag|dag)\b[\p{L}\s,.!/-]{0,50}|(?:alvast |hartelijk |heel erg )?(?:bedankt|dank)\w*\b[^?]{0,60}|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?\b.{0,40}|(?:groet(?:en|jes)?|mvg)\b.{0,40}|graag (?:hoor|een reactie|jullie reactie)\b[^?]{0,60}|(?:kunt u|kun je|kunnen jullie) (?:mij|me) (?:helpen|verder helpen)\??|ik hoop\b[^?]{0,60}|verzonden (?:vanaf|met) .{0,30})$/u,
  anger:
    /\b(?:belachelijk|schandalig\w*|schande|slecht\w*|teleurgesteld|teleurstell\w*|boos|woedend|onacceptabel|waardeloos|ongelofelijk|irritant|klote|kut\w*|nooit meer|voor de derde keer|meerdere keren|idioten|zat|oplichters|bagger|flut\w*|verschrikkelijk)\b/,
  condition:
    /\b(?:als (?:het|dit|dat|jullie|u|ik|niet|de|er|mogelijk|die|mijn|ze)|tenzij|anders|indien|zo niet|in plaats daarvan|mits|zolang|zodra|ofwel|afhankelijk|het liefst|liever|bij voorkeur|alleen als|maar (?:naar|alleen|met|zonder|niet|eerst|op))\b/,
  correction:
    /\b(?:ik bedoel\w*|bedoelde|typefout|verkeerd getypt|correctie|toch (?:niet|maar|liever)|wacht even|laat maar|van gedachten veranderd|bedacht|mijn fout|ik heb me vergist|vergist|eigenlijk|de andere|sorry,? (?:ik|het|de|dat|bestelling|verkeerd)|oeps)\b|^nee,? (?:de|het|die|dat|niet|ik|bestelling|#|\d)/,
  joint: /(?:,| en| ook| daarnaast| maar|;| verder| dan)+ (?=\S)/,
  yes: String.raw`ja|jawel|jazeker|ja hoor|ja graag|graag|zeker|natuurlijk|uiteraard|tuurlijk|klopt|dat klopt|inderdaad|precies|correct|juist|dat is (?:juist|correct|goed|prima|ok|oke)|akkoord|ga akkoord|ik ga akkoord|bevestigd|ik bevestig|bevestig|doe (?:dat|maar|het)(?: maar)?|ga je gang|ga uw gang|gaat uw gang|ga door|ga verder|absoluut|in orde|mee eens|goed zo|is goed|dat mag|alles klopt|yes|yep`,
  no: String.raw`nee|neen|nope|niet|liever niet|beter niet|toch niet|zeker niet|absoluut niet|nee bedankt|nee dank (?:je|u)(?: wel)?|fout|dat is (?:fout|niet juist|niet correct|onjuist|niet goed)|dat klopt niet|klopt niet|niet doen|doe (?:dat|het|maar) niet|laat maar(?: zitten)?|nu niet|nog niet|stop|natuurlijk niet|in geen geval|dat wil ik niet|ik wil (?:dat|het) niet|ik heb me bedacht|vergeet het(?: maar)?|geen van (?:beide|deze)|nooit|niet akkoord`,
  beside: String.raw`alstublieft|alsjeblieft|aub|svp|bedankt|dank je|dank u|dank je wel|dank u wel|dankjewel|hallo|hoi|en|oh|dus|ok|oke|okay|goed|prima|top|perfect|super|fijn|zo|dat|het|heel|dan|nu|maar|hoor|even|is|alles|wel`,
};
