import type { TrainingSet } from './training';

export const nl: TrainingSet = {
  whereabouts: `waar is mijn bestelling
waar blijft mijn pakketje
wanneer komt mijn bestelling aan
kunnen jullie zeggen wanneer mijn pakket komt
ik heb mijn bestelling nog niet ontvangen
mijn pakje is nog steeds niet binnen
is mijn bestelling al verzonden
hebben jullie het pakket al verstuurd
kunt u de track en trace nakijken
de tracking staat al dagen stil
ik heb het volgnummer nodig
wat is de status van mijn bestelling
hoe lang duurt de levering nog
ik wacht op mijn pakket
vorige week besteld en nog niets gekregen
is er nieuws over mijn zending
wanneer wordt mijn bestelling bezorgd`,
  refund: `ik wil mijn geld terug
graag mijn bestelling terugbetalen
wanneer krijg ik mijn terugbetaling
het geld staat nog niet op mijn rekening`,
  return: `ik wil de jas retourneren
hoe kan ik dit terugsturen
de schoenen zijn te klein kan ik ruilen
ik heb een retourlabel nodig`,
  cancel: `graag mijn bestelling annuleren
ik wil annuleren voor het verzonden wordt
per ongeluk besteld
ik heb het niet meer nodig`,
  change_order: `ik moet mijn bezorgadres wijzigen
ik heb de verkeerde straat ingevuld
kan het naar mijn werk gestuurd worden
kunnen jullie nog een artikel toevoegen`,
  damaged_or_wrong: `het pakket kwam beschadigd aan
de rits is kapot
ik heb het verkeerde artikel ontvangen
er ontbreekt een product in de doos`,
  missing_parcel: `er staat bezorgd maar ik heb niets
het pakket is gestolen
mijn pakket is kwijt
volgens de bezorger is het afgeleverd bij de buren`,
  payment: `er is twee keer afgeschreven
kunnen jullie een factuur sturen
hoe kan ik betalen
mijn kortingscode werkt niet`,
  product_question: `hebben jullie de tent ook in groen
is de jas waterdicht
welke maat moet ik nemen
wanneer is dit weer op voorraad`,
  account: `ik kan niet inloggen
hoe reset ik mijn wachtwoord
verwijder mijn account
schrijf mij uit voor de nieuwsbrief`,
  complaint: `jullie service is slecht
ik ben erg teleurgesteld
dit is belachelijk
niemand reageert op mijn mails`,
  human_requested: `ik wil een medewerker spreken
kan ik met een mens praten
bel mij terug
geen robot graag`,
};
