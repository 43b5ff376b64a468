import type { Folded } from './acts';
import type { Check } from './check';

/** Words that no shop says of itself or to its customers, in any of its languages; folded. */
const INSULTS =
  /\b(?:scam(?:s|mers?)?|fraudsters?|swindlers?|idiots?|morons?|stupid|dumb|filthy|crap(?:py)?|shit(?:ty)?|fuck\w*|bastards?|assholes?|bitch(?:es)?|rip-?off|losers?|abzocker?|betruger\w*|dreckig\w*|betrug|idioten|scheiss\w*|arschloch\w*|dummkopf\w*|verarsch\w*|arnaques?|arnaqueurs?|escrocs?|idiotes?|merde|connards?|salauds?|stupides?|estafa(?:dor\w*)?|idiotas?|mierda|asqueros\w*|gilipollas|estupid[oa]s?|oplichting|oplichters?|idioot|smerige?|klootzak\w*)\b/g;

/** Sent away to where somebody else sells. */
const ELSEWHERE =
  /\b(?:buy|shop|order) (?:it |them )?(?:from |at )?(?:elsewhere|somewhere else|a competitor|another (?:shop|store))\b|\bwoanders (?:kaufen|bestellen)\b|\b(?:kaufen|bestellen) sie (?:\w+ )?woanders\b|\bachete[rz]? (?:\w+ )?ailleurs\b|\bcompr(?:ar?|en?|e) (?:\w+ )?en otr[oa] (?:parte|sitio|tienda)\b|\bergens anders (?:kopen|bestellen)\b|\bkoop(?:t)? (?:\w+ )?(?:elders|ergens anders)\b/g;

/** That there is nobody else to talk to: a person always is. */
const NOBODY =
  /\b(?:no|not any|aren't any) (?:people|persons?|humans?|agents?|colleagues?|staff)\b|\bonly (?:talk|speak|chat|write) (?:to|with) me\b|\bkeine? (?:menschen|mitarbeiter\w*|kolleg\w*|personen)\b|\bnur (?:noch )?mit mir\b|\b(?:aucun|aucune|plus de|plus d'|pas de|pas d') ?(?:humains?|personnes?|collegues?|agents?|conseillers?)\b|\bqu'avec moi\b|\b(?:no hay|ninguna?) (?:personas?|humanos?|agentes?|companer\w+)\b|\bsolo (?:puede\w* hablar )?conmigo\b|\bgeen (?:mensen|medewerkers?|collega's|personen)\b|\balleen (?:nog )?met mij\b/g;

/** Of the conversation, that it is over: that is for people to say, and no tool does it. */
const CLOSED =
  /\b(?:ticket|case|complaint|conversation) (?:is|was|has been) (?:\w+ )?(?:closed|resolved|solved|deleted)\b|\b(?:closed|deleted) (?:the|this|your) (?:ticket|case|complaint|conversation)\b|\b(?:ticket|anfrage|fall|beschwerde|vorgang) (?:ist|wurde) (?:\w+ )?(?:geschlossen|gelost|geloscht)\b|\b(?:ticket|demande|dossier|plainte) (?:est|a ete) (?:\w+ )?(?:ferme|clos|resolu|supprime)e?\b|\b(?:ticket|caso|consulta|queja) (?:esta|ha sido|se ha) (?:\w+ )?(?:cerrad|resuelt|borrad|eliminad)[oa]\b|\b(?:ticket|zaak|klacht) is (?:\w+ )?(?:gesloten|opgelost|verwijderd)\b/g;

/** What nobody who speaks for the shop says, however it came into a model's words. */
export function checkTone(check: Check, sentence: Folded): void {
  for (const pattern of [INSULTS, ELSEWHERE, NOBODY, CLOSED])
    for (const hit of sentence.text.matchAll(pattern)) check.wrong('tone', sentence.span(hit.index, hit[0].length));
}
