import type { Dangers } from './dangers';

export const fr: Dangers = {
  safety: [/\b(?:bless\w*|hopital|allergi\w*|brul\w*|intoxi\w*|empoisonn\w*|explos\w*|suicide)\b/],
  legal: [
    /\b(?:avocat|tribunal|justice|plainte|police|dgccrf|mediateur|mise en demeure|escroquerie|escrocs?|arnaque\w*|fraude|litige|opposition|juridique|rgpd|60 millions|ufc)\b/,
  ],
  human_requested: [
    /^\W*(?:humain|conseiller|human|personne|agent)\W*$/,
    /\b(?:parler|discuter|echanger|contacter|joindre|avoir)\b.{0,30}\b(?:humain|conseillere?|quelqu'un|vraie personne|une personne|agent|responsable)\b/,
    /\b(?:appelez|rappelez|me rappeler|m'appeler|pas (?:un|de) (?:robot|bot|machine|ia))\b/,
  ],
  injection: [
    /\b(?:ignor\w*|oubli\w*|contourn\w*)\b.{0,40}\b(?:instructions?|consignes?|regles?|prompt|directives?|precedent\w*)\b/,
    /\b(?:prompt systeme|system prompt|tu es (?:maintenant|desormais)|vous etes maintenant|mode developpeur|fais semblant|tes instructions)\b|<\/?(?:system|assistant)\b/,
    /\b(?:tous les|autres|autre) clients?\b/,
  ],
};
