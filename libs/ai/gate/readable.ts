import { commonWordScores, guessLanguage, type Language } from '../text/language';
import { fold } from '../text/normalise';
import { conceptOf } from './lexicon/concepts';

/** From this many words on, at least this part of them must be common words of a language that we read. */
const LANGUAGE_WORDS = 6;
const LANGUAGE_SHARE = 0.2;
/** Short replies hold few small words; then words of our trade and of replies count too. */
const TRADE_SHARE = 0.35;

/** Words of replies beside those that tell languages apart, folded. */
const OF_REPLIES = new Set(
  `hi dear hello hope helps let know if there anything else possible within days look new sure just as also like want find available
   liebe lieber hallo melden gern wenn neue ware soll andern sicherheit stimmt das kosten preis stuck zurzeit konto pramie stufe erledigt
   hallo beste hoi laat weten als iets nieuwe wordt zal doen klopt kost prijs stuk account niveau beloning fijne dag
   bonjour chere cher nouvelle serait dois faire bien cela oui existe coute prix niveau compte souhaite belle journee si
   hola estimada estimado nueva seria hago si algo mas necesita escribame correcto cuesta precio nivel cuenta hay cada uno disponible tenga dia`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Whether a text is one that the gate's rules can read: what they cannot read they cannot check.
 * @param prose the same text without names, titles and codes that tools told
 */
export function readable(text: string, prose: string): { language: Language | null; ok: boolean } {
  const { language, share } = guessLanguage(text);
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words === 0) return { language, ok: true };
  if (language !== null && (words < LANGUAGE_WORDS || share >= LANGUAGE_SHARE)) return { language, ok: true };
  const { scores } = commonWordScores(prose);
  const [best, common] = scores[0] ?? ['en' as const, 0];
  const tokens = fold(prose).match(/[a-z][a-z']*/g) ?? [];
  const ours = tokens.filter(
    (word) => word.length > 1 && (OF_REPLIES.has(word) || conceptOf(word) !== undefined),
  ).length;
  const ok = common > 0 && (common + ours) / Math.max(1, tokens.length) >= TRADE_SHARE;
  return { language: language ?? (ok ? best : null), ok };
}
