import { fold } from './normalise';

/** Languages in which the built-in engine reads and writes, and whose promises the gate can read. */
export const LANGUAGES = ['en', 'de', 'nl', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Small words that carry no topic, plus the few nouns every mail to a shop holds. Folded: no accents. */
const COMMON: Record<Language, Set<string>> = {
  en: words(`the is are was were my your you have has had been not this that with from what where when how can could would
    please and but for about order package parcel any will still yet it its i'm i've don't hasn't haven't thanks thank hello hi
    ordered shipped delivered tracking status we our me to of on at there here do does did get it's where's i want need would like change something different another send back
    no sorry wrong number`),
  de: words(`der die das ist sind war mein meine meinen meiner ich sie wir nicht noch wo wann wie kann konnen konnten bitte und
    aber fur mit von auf bestellung paket lieferung sendung wurde habe hat haben schon danke hallo guten tag ihre ihr ihnen
    kommt ein eine einen den dem zu im am es ob uns unter vielen dank gibt mochte`),
  nl: words(`de het een is zijn mijn ik jullie wij niet nog waar wanneer hoe kan kunnen kunt graag en maar voor met van op
    bestelling pakket pakketje zending bezorgd werd heb heeft hebben al bedankt dank hallo goedendag beste uw je jou komt te
    dat dit er aan geen wordt naar mij`),
  fr: words(`le la les est sont mon ma mes je vous nous pas encore ou quand comment peut pouvez pourriez merci et mais pour avec
    de du des sur commande colis livraison suivi ete ai avez bonjour bonsoir votre vos un une en ce cette que qui au il elle
    toujours recu svp c'est n'est j'ai n'ai d'une l'ai`),
  es: words(`el la los las es son mi mis yo usted ustedes no todavia aun donde cuando como puede pueden podria gracias y pero
    para con de del en pedido paquete envio entrega seguimiento ha he han hola buenos dias buenas su sus un una que se lo al
    esta llega ya por favor quiero`),
};

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

export interface LanguageGuess {
  /** Null: a language that we do not read, or no telling which. */
  language: Language | null;
  sure: boolean;
  /** The part of the words that are that language's common ones. */
  share: number;
}

/** Second opinion for texts that the common words do not settle; answers '' when unsure. */
export type Detector = (text: string) => string;

/** Shorter texts tell a statistical detector nothing. */
const DETECTOR_MIN_CHARS = 20;
const DETECTOR_MIN_WORDS = 4;

const MANY = 5;

/** The beginning of a letter tells its language; what people paste under it may be another's. */
const MAX_CHARS = 2_000;

export function commonWordScores(text: string): { scores: [Language, number][]; tokens: number } {
  const tokens = fold(text).match(/[a-z][a-z']*/g) ?? [];
  const scores = LANGUAGES.map((language): [Language, number] => [
    language,
    tokens.reduce((sum, token) => sum + (COMMON[language].has(token) ? 1 : 0), 0),
  ]);
  scores.sort((a, b) => b[1] - a[1]);
  return { scores, tokens: tokens.length };
}

/**
 * @param prior what is known besides the text: the language of an earlier message or the customer's locale
 */
export function guessLanguage(
  text: string,
  options: { prior?: Language | null; detect?: Detector } = {},
): LanguageGuess {
  const prior = options.prior ?? null;
  const prose = text
    .slice(0, MAX_CHARS)
    .replace(/https?:\/\/\S+|\S{1,64}@\S+/g, ' ')
    .replace(/\p{L}{0,24}\d[\p{L}\d-]*/gu, ' ')
    .trim();
  const letters = prose.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return { language: prior ?? 'en', sure: prior !== null, share: 0 };
  const latin = prose.match(/\p{Script=Latin}/gu) ?? [];
  if (latin.length < letters.length * 0.7) return { language: null, sure: true, share: 0 };

  const { scores, tokens } = commonWordScores(prose);
  const best = scores[0] ?? ['en', 0];
  const second = scores[1]?.[1] ?? 0;
  const share = best[1] / Math.max(1, tokens);
  if (best[1] >= 3 && share >= 0.4 && best[1] > second * 1.3) return { language: best[0], sure: true, share };

  // Names and places are of no language: many common words of one language tell more than they do.
  if (best[1] >= MANY && best[1] >= second * 2.5) return { language: best[0], sure: true, share };
  if (options.detect && letters.length >= DETECTOR_MIN_CHARS && tokens >= DETECTOR_MIN_WORDS) {
    const detected = options.detect(prose);
    const known = scores.find(([language]) => language === detected)?.[1] ?? 0;
    // Streets and towns tell a detector another language than the sentence around them.
    const doubtful = isList(text) ? known <= 1 : known === 0 && best[0] === prior;
    if (prior !== null && detected !== prior && doubtful) return { language: prior, sure: false, share };
    if (isLanguage(detected)) return { language: detected, sure: true, share };
    if (detected !== '' && share < 0.4) return { language: null, sure: true, share };
  }
  if (prior !== null && best[1] === 1 && isList(text)) return { language: prior, sure: false, share };
  if (best[1] >= 1 && best[1] > second) return { language: best[0], sure: share >= 0.3, share };
  // A tie of common words: the detector may choose among them, however short the text.
  if (best[1] >= 1 && options.detect) {
    const detected = options.detect(prose);
    if (scores.some(([language, score]) => language === detected && score === best[1]))
      return { language: detected as Language, sure: false, share };
  }
  if (prior) return { language: prior, sure: false, share };
  if (best[1] >= 1 && share >= 0.3) return { language: best[0], sure: false, share };
  return { language: null, sure: false, share };
}

/** "Ann Lee, 12 Elm Street, Los Altos, 94022": an address is no sentence. */
function isList(text: string): boolean {
  return (text.match(/[,\n]/g) ?? []).length >= 2 && /\d/.test(text);
}

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language === code);
}
