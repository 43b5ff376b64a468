import type { TrainingText } from './training-text';

export const nl: TrainingText = {
  where_is_my_order: `waar is mijn bestelling|waar blijft mijn pakketje|wanneer komt mijn pakket|kunt u zeggen wanneer mijn bestelling geleverd wordt|ik heb mijn bestelling nog niet ontvangen|mijn pakket is er nog steeds niet
is mijn bestelling al verzonden|de track en trace verandert al dagen niet|ik heb het volgnummer nodig|wat is de status van mijn bestelling|ik wacht op mijn pakket|vorige week besteld en nog niets gekregen
is er nieuws over mijn zending|levering vertraagd|pakket volgen|wanneer wordt het verstuurd|waarom is mijn bestelling geannuleerd`,
  delivery_info: `hoe lang duurt de verzending|wat kost de bezorging|leveren jullie in belgië|met welke vervoerder verzenden jullie|is er expreslevering|vanaf welk bedrag is verzending gratis|kan ik het ophalen in de winkel
bezorgen jullie op zaterdag|verzenden jullie naar het buitenland|wat is de levertijd|kan het naar een afhaalpunt|verzendkosten naar duitsland|moet ik thuis zijn bij de bezorging`,
  cancel_order: `annuleer mijn bestelling alstublieft|ik wil mijn bestelling annuleren|ik heb per ongeluk besteld, graag annuleren|kan ik nog annuleren|ik heb het niet meer nodig, graag annuleren|annulering bestelling 4410
bestelling annuleren|ik heb dubbel besteld, één graag annuleren|hoe kan ik mijn order intrekken|stop de bestelling voordat hij verzonden wordt|ik wil de bestelling niet meer|kunnen jullie de aankoop ongedaan maken|waar zit de annuleerknop`,
  change_items: `kunnen jullie nog een artikel toevoegen|ik wil de maat in mijn bestelling wijzigen|graag twee in plaats van één|kleur veranderen voor verzending|ik koos de verkeerde maat, graag aanpassen|bestelling wijzigen
haal de sokken uit mijn bestelling|liever de zwarte variant in mijn open bestelling|kan ik mijn bestelling nog aanpassen|aantal verhogen naar drie|ander model in de bestelling|doe er nog een mok bij|artikel verwijderen uit de bestelling`,
  change_address: `ik moet mijn afleveradres wijzigen|ik heb de verkeerde straat ingevuld|stuur het naar mijn werk alstublieft|het huisnummer klopt niet|ik ben verhuisd, graag adres aanpassen|adres van bestelling 3301 corrigeren
bezorgen op een ander adres|verkeerde postcode ingevuld|graag naar mijn nieuwe adres|pakket omleiden naar de buren|adreswijziging|bestelling gaat naar het oude adres, graag veranderen|mijn adres is veranderd`,
  change_payment: `ik wil de betaalmethode wijzigen|kan ik toch met paypal betalen|graag een andere kaart gebruiken|betaalwijze van mijn bestelling veranderen|ik gaf de verkeerde creditcard op|liever achteraf betalen dan met kaart
bestelling met cadeaukaart betalen in plaats van creditcard|kan de betaling nog gewijzigd worden|andere betaalmethode voor order 2001|overzetten naar ideal|mijn kaart is verlopen, nieuwe kaart voor deze bestelling|betaling omzetten naar bankoverschrijving`,
  return: `ik wil de jas terugsturen|hoe kan ik dit retourneren|ik heb een retourlabel nodig|de schoenen zijn te klein en moeten terug|ik wil iets retourneren|retour aanmelden|graag een retourformulier|ik wil de bestelling teruggeven
het past me niet|ik herroep mijn aankoop|twee artikelen terugsturen|waar stuur ik de retour naartoe|bevalt niet, wil ik terugsturen`,
  exchange: `kan ik de schoenen ruilen|ik wil een andere maat|graag omruilen voor de blauwe|ruilen voor een maat groter|ik wil graag een vervangend exemplaar|kunnen jullie een nieuwe sturen ter vervanging|artikel ruilen
omruilen voor maat m|ik wil het shirt ruilen voor een ander|ruil aanvragen|kan het omgeruild worden voor de witte|vervanging graag|kan ik het model omruilen`,
  refund: `ik wil mijn geld terug|graag het bedrag terugbetalen|ik eis een terugbetaling|terugbetaling voor bestelling 6120|kunnen jullie de verzendkosten terugbetalen|geld terug alstublieft|ik wil restitutie
stort het geld terug op mijn rekening|gedeeltelijke terugbetaling graag|ik wil geen tegoedbon maar mijn geld|hoe krijg ik mijn geld terug|vergoed het verschil`,
  refund_status: `wanneer krijg ik mijn terugbetaling|het geld staat nog niet op mijn rekening|ik wacht op mijn terugbetaling|waar blijft mijn geld|hoe lang duurt de terugbetaling|terugbetaling nog niet ontvangen|twee weken geleden teruggestuurd en nog geen geld
is mijn terugbetaling al verwerkt|status van mijn terugbetaling|mijn retour is binnen maar ik heb nog niets terug|wanneer staat het bedrag weer op mijn kaart|is er nieuws over mijn restitutie`,
  return_policy: `hoe lang kan ik retourneren|wat is jullie retourbeleid|is retourneren gratis|wie betaalt de retourkosten|hoeveel dagen bedenktijd heb ik|kan ik afgeprijsde artikelen terugsturen|retourtermijn
geldt het herroepingsrecht ook voor ondergoed|kan ik geopende producten retourneren|wat is de ruiltermijn|wat als het niet past|niet goed geld terug|heb ik de originele doos nodig voor een retour`,
  missing_parcel: `volgens de tracking bezorgd maar ik heb niets|het pakket is gestolen|mijn pakket is kwijt|zogenaamd gisteren bezorgd|het ligt bij een onbekende buur|pakket staat als afgeleverd maar is er niet|de zending is verdwenen
postnl zegt bezorgd maar dat klopt niet|pakje uit de hal gestolen|bij het verkeerde huis afgegeven|pakket zoekgeraakt tijdens transport|de buren hebben het pakket niet|nooit aangekomen hoewel het geleverd zou zijn`,
  missing_item: `er ontbreekt een onderdeel in de levering|er zat maar één artikel in het pakket|ik kreeg maar twee van de drie|de oplader ontbreekt|de levering is incompleet|jullie zijn het deksel vergeten|er mist een artikel
de schroeven zaten er niet bij|maar de helft van mijn bestelling is aangekomen|het gratis cadeau zat niet in de doos|ik mis nog de tweede mok|waar is de rest van mijn bestelling|er missen twee stuks`,
  damaged_or_wrong: `het pakket kwam beschadigd aan|de rits is kapot|ik heb het verkeerde artikel gekregen|het apparaat werkt niet|de fles heeft gelekt|er zit een barst in het glas|verkeerde maat geleverd|dit is niet wat ik besteld heb
het scherm heeft krassen|de naad is gescheurd|defect product|slechte kwaliteit|de lamp gaat niet aan|ik kreeg de bestelling van iemand anders`,
  discount_code: `mijn kortingscode werkt niet|de korting is niet verrekend|hebben jullie een kortingsbon|waar vul ik de code in|code ongeldig|is er studentenkorting|ik vergat de kortingscode in te vullen|lopende acties
de actiecode is verlopen|kan ik twee codes combineren|cadeaubon wordt niet geaccepteerd|is er nu uitverkoop|korting voor nieuwe klanten`,
  price_match: `ergens anders is het goedkoper|de prijs is gedaald na mijn bestelling|krijg ik het prijsverschil terug|hebben jullie een laagsteprijsgarantie|bij de concurrent goedkoper gezien|kunnen jullie de prijs aanpassen
vandaag kost het minder dan gisteren|een andere winkel verkoopt het voor minder|nu in de aanbieding en ik betaalde de volle prijs|geef me dezelfde prijs|prijsgarantie|matchen jullie prijzen`,
  points_balance: `hoeveel punten heb ik|mijn puntensaldo|hoeveel spaarpunten tot de volgende beloning|wat zijn mijn punten waard|wanneer verlopen mijn punten|hoe werkt het spaarprogramma|laat mijn tegoed zien
welke beloningen kan ik krijgen|welke status heb ik|punten bekijken|hoe spaar ik punten|hoe hoog is mijn spaarsaldo`,
  points_missing: `mijn punten ontbreken|geen punten gekregen voor mijn laatste bestelling|punten zijn niet bijgeschreven|mijn spaarpunten zijn weg|ik zie minder punten dan eerst|de bonuspunten zijn nooit gekomen
punten van bestelling 3301 niet ontvangen|graag ontbrekende punten toevoegen|verjaardagspunten niet gekregen|puntensaldo klopt niet|besteld maar geen punten gekregen|punten verdwenen`,
  redeem_reward: `ik wil mijn punten inwisselen|hoe verzilver ik een beloning|kan ik met punten betalen|punten omruilen voor een bon|wissel 200 punten in alstublieft|beloning verzilveren|ik wil mijn spaarpunten gebruiken
gebruik mijn punten voor deze bestelling|waar kan ik punten besteden|punten omzetten in korting|ik wil mijn beloning ophalen|verjaardagscadeau verzilveren`,
  skip_delivery: `volgende levering overslaan|ik wil mijn abonnement pauzeren|deze maand geen box alstublieft|levering twee weken uitstellen|op vakantie, graag pauzeren|kan ik een levering overslaan|pauze tot juni
volgende zending later sturen|ik heb nog genoeg, sla er één over|leverdatum uitstellen|leveringen tijdelijk stopzetten|even pauzeren`,
  change_subscription: `ik wil mijn abonnement wijzigen|graag elke twee maanden in plaats van elke maand|ander product in mijn abonnement|leverfrequentie aanpassen|kleinere box in mijn abonnement|abonnement hervatten|overstappen naar wekelijks
abonnement upgraden|andere smaak in mijn abonnement|interval veranderen|mijn abonnement weer activeren|meer koffie in het abonnement|leverdag van mijn abonnement naar de 15e`,
  cancel_subscription: `ik wil mijn abonnement opzeggen|stop mijn abonnement alstublieft|opzegging|lidmaatschap opzeggen|automatische verlenging stoppen|hoe zeg ik de maandelijkse box op|abonnement beëindigen|geen leveringen meer, abonnement stoppen
ik wilde nooit een abonnement, graag opzeggen|contract opzeggen|graag niet verlengen|abonnement annuleren`,
  invoice: `kunnen jullie mij een factuur sturen|ik heb een bon nodig|waar vind ik de factuur|factuur voor bestelling 9912|factuur met btw graag|bonnetje kwijt|de factuur heeft de verkeerde naam|kopie van de factuur
aankoopbewijs voor garantie|factuur zat niet in het pakket|bedrijfsnaam op de factuur|factuur als pdf graag`,
  payment_problem: `er is dubbel afgeschreven|de betaling is mislukt|mijn kaart werd geweigerd|er is te veel afgeschreven|ik kan niet betalen|onbekende afschrijving|geld afgeschreven maar geen bestelling|paypal werkt niet
kosten die ik niet ken|betaling blijft hangen|verkeerd bedrag in rekening gebracht|foutmelding bij afrekenen|ik ben belast voor iets dat ik nooit kocht`,
  payment_methods: `welke betaalmethoden hebben jullie|kan ik achteraf betalen|accepteren jullie paypal|kan ik in termijnen betalen|kan ik met klarna betalen|nemen jullie creditcards aan|hoe kan ik betalen|kan ik met ideal betalen
apple pay mogelijk|kan ik overmaken|betaalmogelijkheden|later betalen|kan ik met een cadeaukaart betalen`,
  product_question: `is de jas waterdicht|welke maat moet ik nemen|van welk materiaal is het|kan het in de wasmachine|hoe zwaar is de tent|wat zijn de afmetingen van de tafel|wat is het verschil tussen de modellen|kunnen jullie iets aanraden
welke ingrediënten zitten erin|valt het klein|is het geschikt voor kinderen|hoe gebruik ik het|is het origineel|welke kleuren zijn er|past het bij mijn telefoon`,
  stock_question: `hebben jullie de tent ook in het groen|wanneer zijn de laarzen weer leverbaar|is het beschikbaar in maat m|is dit op voorraad|uitverkocht, wanneer komt er nieuwe|verkopen jullie ook cadeaudozen|is de blauwe er nog
kan ik reserveren|hoeveel hebben jullie er nog|weer verkrijgbaar|is het artikel op voorraad|verkopen jullie de oude versie nog`,
  warranty: `hoe lang is de garantie|het apparaat is na een jaar kapot, garantie|ik wil garantie claimen|kunnen jullie het repareren|dekt de garantie krassen|reparatie graag|onderdeel voor mijn blender|waar registreer ik de garantie
valt dit nog onder garantie|hoeveel jaar garantie|hebben jullie een reparatieservice|garantiebewijs kwijt`,
  place_order: `ik wil de lamp kopen|hoe kan ik bestellen|kan ik telefonisch bestellen|ik wil er graag nog twee bestellen|bestel het voor mij alstublieft|waar kan ik dit kopen|opnieuw bestellen|nieuwe bestelling plaatsen
ik heb 50 stuks nodig voor mijn bedrijf|ik wil iets bestellen|kan ik zonder account bestellen|vorige bestelling herhalen`,
  account: `ik kan niet inloggen|hoe reset ik mijn wachtwoord|wachtwoord vergeten|e-mailadres in mijn account wijzigen|ik krijg geen verificatiecode|mijn account is geblokkeerd|account aanmaken|telefoonnummer bijwerken
inloggen lukt niet|mijn naam in het profiel aanpassen|registreren lukt niet|mijn inloggegevens werken niet`,
  delete_account: `verwijder mijn account alstublieft|verwijder al mijn gegevens|ik wil mijn profiel verwijderen|account sluiten|alle persoonsgegevens wissen|account opheffen|recht op vergetelheid|ik wil geen account meer bij jullie
account deactiveren|haal mij uit jullie database|gegevens wissen graag|klantaccount beëindigen`,
  newsletter: `meld mij af voor de nieuwsbrief|geen reclame meer alstublieft|hoe schrijf ik me in voor de nieuwsbrief|ik krijg te veel mails van jullie|nieuwsbrief opzeggen|haal me van de mailinglijst|stop met reclamemails sturen
de afmeldlink werkt niet|ik heb me nooit aangemeld voor reclame|aanmelden nieuwsbrief|spam van jullie|uitschrijven van mailing`,
  complaint: `jullie service is verschrikkelijk|ik ben erg teleurgesteld|dit is schandalig|niemand antwoordt op mijn mails|ik bestel hier nooit meer|ik wil een klacht indienen|de bezorger was onbeschoft|wat een waardeloze winkel
ongelofelijk slechte klantenservice|ik ben woedend|dit is onacceptabel|al drie keer gemaild en niemand reageert|onprofessioneel`,
  human: `ik wil een mens spreken|verbind me door met een medewerker|bel mij alstublieft|ik wil niet met een bot praten|medewerker graag|hebben jullie een telefoonnummer|klantenservice spreken|een echt persoon graag
kan iemand mij terugbellen|ik wil een adviseur|uw leidinggevende graag|wanneer is de klantenservice bereikbaar`,
  smalltalk: `hallo|goedemorgen|hoe gaat het|bedankt|heel erg bedankt voor de hulp|top bedankt|oké|doei|fijne dag nog|ben je een robot|wie ben jij|leuk|duidelijk|ja|nee|hoi|wat aardig
is binnen dank je|opgelost|geld is binnen, bedankt|pakket vandaag gekomen, dank`,
  other: `wat wordt het weer morgen|wie heeft gisteren gewonnen|speel muziek|hoe kook ik rijst|zet een wekker om zeven uur|hoeveel planeten zijn er|ik zoek een baan bij jullie|samenwerking met jullie merk
mijn bank toont geen saldo|vertel een grap|waar is het vliegveld|ik kocht het voor mijn broer|zie bijlage|ik schrijf vanaf mijn telefoon|wie is jullie directeur|ik wil wederverkoper worden`,
};
