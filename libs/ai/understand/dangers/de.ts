import type { Dangers } from './dangers';

export const de: Dangers = {
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
};
