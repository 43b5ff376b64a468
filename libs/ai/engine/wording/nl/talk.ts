import type { Talk } from '../en/talk';

export const talk: Talk = {
  ask_order: 'Om welke bestelling gaat het? Stuur mij het nummer alstublieft.',
  ask_lines: 'Om welk artikel van bestelling {order} gaat het: {list}?',
  ask_variant: 'Welke [wilt u|wil je] in plaats van {item} uit {order}: {list}?',
  variant_unavailable: '{variant} is op dit moment niet leverbaar.',
  ask_why:
    'Waarom gaat het terug? Is het te klein of te groot, kapot, het verkeerde artikel, niet zoals beschreven, of [heeft u|heb je] [zich|je] bedacht?',
  ask_reason: '[Wilt u|Wil je] de reden in een paar woorden noemen?',
  ask_address: 'Stuur mij graag het hele nieuwe adres: naam, straat en huisnummer, postcode, plaats en land.',
  ask_address_again:
    'Ik kon het adres niet helemaal lezen. Stuur het graag met naam, straat en huisnummer, postcode, plaats en land, elk op een eigen regel.',
  ask_day: 'Welke dag moet het zijn? Schrijf graag de dag en de maand.',
  ask_code: 'Welke kortingscode is het? Stuur hem graag zoals [u|je] hem [heeft|hebt].',
  ask_reward: 'Welke beloning [wilt u|wil je]: {list}?',
  ask_money: 'Naar welke betaalmethode moet het geld gaan?',
  ask_payment: 'Welke betaalmethode moet het worden?',
  ask_product: 'Om welk product gaat het? Noem mij graag de naam.',
  ask_subscription: 'Wat moet er anders: de dag van de volgende levering, of het product?',
  ask_offer: '[Wilt u|Wil je] dit aanbod nemen, of toch opzeggen?',
  ask_again: 'Ik weet niet zeker of ik het goed begrijp.',
  ask_identity:
    'Om zeker te weten dat ik met de juiste persoon schrijf: stuur mij graag [uw|je] bestelnummer samen met het e-mailadres of de postcode van de bestelling.',
  ask_identity_again:
    'Deze gegevens passen niet bij elkaar. Controleer graag het bestelnummer, en het e-mailadres of de postcode van de bestelling.',
  code_sent:
    'Om zeker te weten dat ik met de juiste persoon schrijf, kijk graag in onze mail aan {sentTo} en stuur mij de code daaruit.',
  code_needed: 'Stuur mij graag de zes cijfers uit onze mail, dan gaan we verder.',
  code_wrong: 'Deze code klopt niet. Kijk graag in onze mail en stuur mij de code nog een keer.',
  step: 'De volgende stap: {summary}.',
  confirm_ask: 'Zal ik dat zo doen? Antwoord graag met ja of nee.',
  changed_meanwhile: 'Er is intussen iets veranderd, kijk graag nog een keer.',
  declined: 'Goed, alles blijft zoals het is. Er is niets veranderd.',
  voided: 'Er is tot nu toe niets veranderd.',
  needs_approval:
    'Een collega moet hier eerst naar kijken. Er is nog niets veranderd, en [u hoort|je hoort] van ons als het besloten is.',
  not_enough: 'Deze betaalmethode dekt het bedrag helaas niet, daarom is er niets gewijzigd.',
  denied: 'Helaas kan dit niet volgens onze regels.',
  denied_more: 'Als [u|je] dat anders [ziet|ziet], antwoord dan gewoon, dan kijkt een collega ernaar.',
  cannot: 'Helaas kan dit niet vanaf hier. Een collega kijkt ernaar.',
  uncertain: 'Ik kan nog niet zien of het gelukt is. Een collega controleert het, doe dus niets dubbel.',
  colleague: 'Een collega neemt het vanaf hier over.',
  colleague_rest: 'Een collega kijkt naar de rest van [uw|je] bericht.',
  queued: '[Uw|Je] andere vraag komt meteen daarna.',
  helps: 'Is [uw|je] vraag daarmee beantwoord?',
};
