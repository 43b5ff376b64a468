import type { Dangers } from './dangers';

export const nl: Dangers = {
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
};
