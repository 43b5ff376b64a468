import type { Dangers } from './dangers';

export const es: Dangers = {
  safety: [
    /\b(?:herid\w*|lesion\w*|hospital|alergi\w*|quem(?:o|e|adura)\w*|intoxic\w*|envenen\w*|explot\w*|suicid\w*)\b/,
  ],
  legal: [
    /\b(?:abogado|demanda\w*|denunci\w*|juzgado|policia|consumo|ocu|estafa\w*|fraude|legal\w*|tribunal|contracargo|disputa|prensa|rgpd)\b/,
  ],
  human_requested: [
    /^\W*(?:humano|persona|agente|human|asesor)\W*$/,
    /\b(?:hablar|comunicar\w*|contactar|pasar\w*|atienda|chatear)\b.{0,30}\b(?:humano|persona|alguien|agente|asesor\w*|encargado|supervisor|responsable)\b/,
    /\b(?:llamen|llamenme|llameme|me llamen|no (?:un|quiero un)? ?(?:bot|robot|maquina|ia))\b/,
  ],
  injection: [
    /\b(?:ignor\w*|olvid\w*|omit\w*|salt\w*)\b.{0,40}\b(?:instrucciones|reglas|prompt|normas|anteriores|directrices)\b/,
    /\b(?:prompt del sistema|system prompt|ahora eres|modo desarrollador|finge|tus instrucciones)\b|<\/?(?:system|assistant)\b/,
    /\b(?:todos los|otros|otro) clientes?\b/,
  ],
};
