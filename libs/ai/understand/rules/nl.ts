import type { Rules } from './rules';

const GOODS = String.raw`(?:bestelling(?:en)?|pakket(?:je|jes|ten)?|pakje|zending(?:en)?|levering|order|spullen|artikel(?:en)?)`;

export const nl: Rules = {
  where_is_my_order: new RegExp(
    [
      String.raw`\b${GOODS}\b.{0,40}\b(?:vertraagd|te laat|zo lang|vertraging)\b|\bvertraging\b`,
      String.raw`\bwaar\b.{0,40}\b(?:${GOODS}|blijft|is het|zit)\b`,
      String.raw`\b(?:wanneer|hoe lang|hoelang)\b.{0,60}\b(?:kom(?:t|en)|gelever\w*|lever\w*|bezorg\w*|aankom\w*|ontvang\w*|verzond\w*|verstuur\w*|verwacht\w*|binnen|krijg\w*|verzend\w*)`,
      String.raw`\b(?:status|stand van zaken|update|nieuws)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
      String.raw`\b(?:bestelstatus|verzendstatus|leverstatus|track(?:\s?(?:en|&|and)\s?trace|ing\w*|code|nummer)?|volgen|volgnummer|leverdatum|bezorgdatum|verzendcode)\b`,
      String.raw`\b${GOODS}\b.{0,60}\b(?:niet|nooit)\b.{0,30}\b(?:aangekomen|binnen|ontvangen|bezorgd|geleverd|gekomen|verzonden|verstuurd|er)\b`,
      String.raw`\b(?:niet|nog niets?|niets|nog geen)\b.{0,40}\b(?:ontvangen|gekregen|binnen|aangekomen|bezorgd|geleverd|gezien)\b`,
      String.raw`\b(?:is|wordt|zijn|waarom)\b.{0,40}\b${GOODS}\b.{0,40}\b(?:verzonden|verstuurd|onderweg|de deur uit|geannuleerd)\b`,
      String.raw`\b(?:wacht|wachten)\b.{0,40}\b${GOODS}\b`,
    ].join('|'),
  ),
  delivery_info:
    /\b(?:verzendkosten|bezorgkosten|levertijd\w*|verzendopties|bezorgopties|verzendmethode\w*|gratis (?:verzending|bezorging|levering)|expreslevering|portokosten|afhaalpunt|ophalen in de winkel)\b|\b(?:leveren|verzenden|bezorgen|versturen) jullie\b.{0,30}\b(?:naar|in|op|ook|aan)\b|\b(?:levert|verzendt|bezorgt) u\b|\bhoe (?:lang|snel)\b.{0,25}\b(?:levering|verzending|bezorging)\b|\bwat kost(?:en)? (?:de |het )?(?:verzending|bezorging|verzenden|levering)\b|\bmet welke (?:vervoerder|bezorgdienst)/,
  cancel_order:
    /\b(?:annuler(?:en|ing)|annuleer|afbestel\w*|bestelling (?:stoppen|intrekken|ongedaan))\b|\bgeannuleerd\b.{0,15}\b(?:hebben|worden)\b|\b(?:per ongeluk|dubbel|per abuis)\b.{0,20}\bbesteld\b|\bbestelling\b.{0,25}\bniet meer (?:nodig|hebben|willen)\b|\b(?:niet meer nodig|wil (?:het|de bestelling) niet meer)\b/,
  change_items:
    /\b(?:artikel\w*|aantal|maat|kleur|bestelling|variant|model)\b.{0,30}\b(?:wijzig\w*|verander\w*|aanpassen|aan te passen)\b|\b(?:wijzig\w*|verander\w*|pas)\b.{0,40}\b(?:maat|kleur|aantal|artikel|variant)\b|\b(?:toevoegen|erbij bestellen|bijbestellen|voeg\b.{0,30}\btoe)\b|\b(?:uit|van) (?:de|mijn) bestelling (?:halen|verwijderen)\b|\b(?:haal|verwijder)\b.{0,30}\bbestelling\b/,
  change_address:
    /\b(?:adres|afleveradres|bezorgadres|factuuradres|straat|huisnummer|postcode)\b.{0,40}\b(?:wijzig\w*|verander\w*|aanpas\w*|aangepast|aan te passen|verkeerd\w*|fout\w*|corriger\w*|klopt niet)\b|\b(?:wijzig\w*|verander\w*|aanpass\w*|ander|nieuw|verkeerde?|corrigeer|pas)\b.{0,30}\b(?:adres|afleveradres|bezorgadres|straat|huisnummer|postcode)\b|\bverhuis\w*\b|\b(?:bezorg|stuur|lever)\w*\b.{0,30}\b(?:op (?:mijn )?(?:werk|kantoor)|naar (?:mijn|een ander|een nieuw) (?:werk|adres|kantoor)|bij (?:mijn )?(?:ouders|buren))\b/,
  change_payment:
    /\b(?:betaalmethode|betaalwijze|betaling|creditcard|kaart)\b.{0,30}\b(?:wijzig\w*|verander\w*|wissel\w*|aanpassen)\b|\b(?:wijzig\w*|verander\w*|andere)\b.{0,30}\b(?:betaalmethode|betaalwijze|kaart|creditcard)\b|\b(?:liever|toch|in plaats daarvan) (?:met|via|betalen met) (?:paypal|ideal|creditcard|klarna|cadeaukaart)\b/,
  return:
    /\b(?:retour(?:neren|zenden|label|sturen|etiket)?|terugstur\w*|terugzend\w*|terugbreng\w*|teruggeven|herroep\w*|past (?:mij |me )?niet|passen niet|te (?:klein|groot|strak|ruim|wijd))\b|\bstuur\b.{0,30}\bterug\b/,
  exchange: /\b(?:ruil\w*|omruil\w*|omgeruild|vervang\w*|andere maat|andere kleur|grotere maat|kleinere maat)\b/,
  refund: /\b(?:terugbeta(?:al|len|ling)\w*|geld terug\w*|terugstort\w*|restitutie|vergoed\w*|mijn geld|compensatie)\b/,
  refund_status:
    /\b(?:wanneer|waar|status|nog steeds|wacht|wachten|hoe lang|hoelang|nog niet|nog geen|is|al|niet)\b.{0,45}\b(?:terugbetaling|terugbetaald|mijn geld|geld terug|terugstorting|restitutie)\b|\b(?:terugbetaling|geld|terugstorting|restitutie)\b.{0,40}\b(?:nog niet|niet (?:ontvangen|binnen|gekregen)|wanneer|status|duurt|binnen)\b/,
  return_policy:
    /\b(?:retourbeleid|retourvoorwaarden|retourtermijn|bedenktijd|retourkosten|herroepingsrecht|ruilbeleid|ruiltermijn|retourrecht)\b|\b(?:hoe lang|hoelang|hoeveel dagen|tot wanneer)\b.{0,40}\b(?:retour\w*|terugstur\w*|ruilen|terugbreng\w*|bedenktijd)\b|\bwie betaalt\b.{0,30}\bretour\w*|\b(?:is|zijn) (?:het )?retour\w*\b.{0,15}\b(?:gratis|kosteloos|mogelijk)\b/,
  missing_parcel:
    /\b(?:(?:als|zogenaamd|volgens|staat)\b.{0,50}\b(?:bezorgd|geleverd|afgeleverd)|(?:bezorgd|geleverd|afgeleverd)\b.{0,40}\b(?:maar|niet|niets|nooit)|gestolen|kwijt\w*|verdwenen|zoekgeraakt|zoek geraakt|vermist|verloren|nooit aangekomen)\b/,
  missing_item:
    /\b(?:ontbreek\w*|ontbrek\w*|mist|missen|incompleet|onvolledig|niet (?:bijgeleverd|in de doos|in het pakket|erbij|inbegrepen)|maar (?:een|1|twee|2|de helft)\b.{0,25}\b(?:ontvangen|gekregen|geleverd)|vergeten\b.{0,20}\b(?:mee te sturen|in te pakken))\b/,
  damaged_or_wrong:
    /\b(?:beschadig\w*|kapot\w*|defect\w*|gescheurd|gebroken|vlek\w*|krassen|bekrast|gebarsten|lekt|beschimmeld|verkeerde? (?:artikel|product|kleur|item|maat|bestelling|pakket|model)|niet wat ik (?:heb )?besteld|iets anders (?:gekregen|ontvangen)|werkt niet|doet het niet|slechte kwaliteit|gaat niet aan|gat in)\b/,
  discount_code:
    /\b(?:kortingscode|kortingsbon|korting\w*|actiecode|couponcode|coupon|voucher|cadeaubon|waardebon|promocode)\b/,
  price_match:
    /\b(?:prijsgarantie|laagste prijs|prijsverschil|prijs\w* (?:gedaald|verlaagd|gezakt))\b|\bgoedkoper\b.{0,50}\b(?:gezien|gevonden|bij|elders|ergens|nu|vandaag|concurrent)\b|\b(?:bij|nu|vandaag|elders)\b.{0,30}\bgoedkoper\b/,
  points_balance:
    /\b(?:hoeveel|puntensaldo|saldo|stand|bekijken|zien|wat is)\b.{0,30}\b(?:punten|spaarpunten|beloning\w*)\b|\bpunten(?:saldo|stand|tegoed)\b|\b(?:spaarprogramma|loyaliteitsprogramma|klantenkaart)\b|\bpunten (?:heb|staan)\b/,
  points_missing:
    /\b(?:punten|spaarpunten)\b.{0,40}\b(?:ontbreek\w*|ontbrek\w*|mis\w*|niet|nooit|weg|verdwenen|kwijt|verlopen|verkeerd)\b|\b(?:ontbrekende|mis|geen|niet)\b.{0,20}\b(?:punten|spaarpunten)\b/,
  redeem_reward:
    /\b(?:punten|beloning\w*|spaarpunten|tegoed)\b.{0,30}\b(?:inwissel\w*|verzilver\w*|gebruik\w*|besteden|inlever\w*|omzetten)\b|\b(?:inwissel\w*|verzilver\w*|wissel)\b.{0,25}\b(?:punten|beloning)\b/,
  skip_delivery:
    /\b(?:overslaan|oversla|sla\b.{0,30}\bover|pauzer\w*|pauzeer|uitstel\w*|opschort\w*|tijdelijk stop\w*)\b|\b(?:volgende|komende|deze maand|volgende maand)\b.{0,30}\b(?:geen (?:levering|box)|niet leveren|niet sturen)\b/,
  change_subscription:
    /\b(?:abonnement\w*|frequentie|interval|leverfrequentie)\b.{0,40}\b(?:wijzig\w*|verander\w*|aanpass\w*|aan te passen|omzetten|hervat\w*|heractiver\w*)\b|\b(?:wijzig\w*|verander\w*|pas|hervat\w*|heractiver\w*)\b.{0,40}\b(?:abonnement|frequentie|interval)\b|\b(?:elke|om de|iedere) \w+ (?:weken|maanden)\b/,
  cancel_subscription:
    /\b(?:abonnement|lidmaatschap)\b.{0,30}\b(?:opzeg\w*|op te zeggen|stop\w*|beeindig\w*|annul\w*|opgezegd|af)\b|\b(?:opzeg\w*|zeg|stop\w*|beeindig\w*|annul\w*)\b.{0,30}\b(?:abonnement|lidmaatschap)\b|\b(?:opzeggen|opzegging)\b/,
  invoice:
    /\b(?:factuur|facturen|kassabon|bonnetje|aankoopbewijs|btw-?(?:bon|factuur|nummer)?|betaalbewijs|rekening sturen)\b/,
  payment_problem:
    /\b(?:afgeschreven|betaald|in rekening|gebracht)\b.{0,30}\b(?:dubbel|twee keer|tweemaal|te veel|teveel|verkeerd\w*|maar)\b|\b(?:dubbel|twee keer|tweemaal|te veel|teveel|verkeerd\w*|onbekende?)\b.{0,25}\b(?:afgeschreven|betaald|in rekening|afschrijving|bedrag)\b|\b(?:betaling|creditcard|kaart|ideal|paypal)\b.{0,30}\b(?:mislukt\w*|geweigerd|lukt niet|werkt niet|niet geaccepteerd|fout\w*)\b|\bkan (?:\w+ )?niet (?:betalen|afrekenen)\b/,
  payment_methods:
    /\b(?:betaalmethod(?:en|es)|betaalmogelijkheden|betaalwijzen|betaalopties|achteraf betalen|in termijnen|gespreid betalen|onder rembours)\b|\b(?:accepteren|nemen|kan ik|bieden)\b.{0,25}\b(?:paypal|klarna|ideal|apple ?pay|creditcards?|contant|bancontact|overschrijving|cadeaukaart)\b|\bhoe kan ik betalen\b/,
  product_question:
    /\b(?:waterdicht|materiaal|wasbaar|wasmachine|maattabel|welke maat|valt\b.{0,20}\b(?:groot|klein)|geschikt|aanrader|aanbevel\w*|verschil tussen|ingredienten|afmetingen|gewicht|hoe (?:zwaar|groot|breed|hoog|warm|was|gebruik|reinig)|vegan|compatibel|origineel|echt|bijwerking\w*|handleiding|welke kleuren|vaatwasser\w*|gemaakt van)\b/,
  stock_question:
    /\b(?:op voorraad|voorraad|leverbaar|beschikbaar|uitverkocht|weer binnen|weer verkrijgbaar|verkrijgbaar)\b|\b(?:verkopen|hebben|heeft|verkoopt) (?:jullie|u)\b.{0,40}\b(?:in|ook|nog|maat)\b/,
  warranty: /\b(?:garantie\w*|reparatie\w*|reparer\w*|gerepareerd|onderdelen)\b/,
  place_order:
    /\b(?:wil|zou|graag|kan|hoe|waar)\b.{0,35}\b(?:bestellen|kopen|nabestellen|bijkopen)\b|\b(?:bestelling plaatsen|opnieuw bestellen|nabestel\w*|telefonisch bestellen)\b/,
  account:
    /\b(?:mijn (?:account|profiel)|inloggen|log in|ingelogd|wachtwoord|registrer\w*|account aanmaken|inloggegevens|e-?mailadres|telefoonnummer wijzigen|verificatiecode|gebruikersnaam)\b/,
  delete_account:
    /\b(?:account|gegevens|profiel)\b.{0,25}\b(?:verwijder\w*|wissen|opheffen|sluiten|deactiver\w*)\b|\b(?:verwijder\w*|wis|sluit|hef|deactiver\w*)\b.{0,30}\b(?:account|gegevens|profiel)\b/,
  newsletter: /\b(?:nieuwsbrie\w*|mailinglijst|reclamemails?|reclame|spam|uitschrijv\w*|afmelden)\b/,
  complaint:
    /\b(?:klacht\w*|klagen|schandalig\w*|belachelijk|teleurgesteld|teleurstell\w*|onacceptabel|waardeloos|slechte (?:service|ervaring)|nooit meer|onbeschoft|ontevreden|onprofessioneel|verschrikkelijk)\b/,
  human:
    /\b(?:spreken|praten|contact|doorverbinden|verbind|chatten)\b.{0,40}\b(?:mens|medewerker|iemand|persoon|collega|klantenservice|leidinggevende)\b|\b(?:mens|medewerker|iemand|persoon|klantenservice)\b.{0,30}\b(?:spreken|praten|doorverbinden|contact)\b|^\W*(?:mens|medewerker|persoon|echt mens)\W*$|\b(?:bel mij|bel me|belt u mij|terugbellen|telefoonnummer van)\b/,
};
