import { fold } from '../text/normalise';
import { answerIn } from './answer';

/** From here on a letter only ends. Nothing but a name may stand beside it: "best to cancel it too" ends no letter. */
const CLOSING =
  /^(?:(?:(?:kind|best|warm) )?(?:regards|wishes)|best|sincerely|cheers|greetings|(?:many )?thanks|thank you|mfg|lg|vg|(?:(?:mit )?(?:freundlichen?|viele|liebe|beste|schone) )?gruss(?:en?)?|danke|met vriendelijke groet(?:en)?|groetjes|groeten|bedankt|cordialement|bien a vous|merci|saludos|un saludo|atentamente|gracias)\b/;
const DEVICE =
  /^-{2,}$|^(?:sent|von|gesendet|envoye|enviado|verzonden|verstuurd)\b.{0,30}\b(?:iphone|ipad|android|samsung|galaxy|huawei|pixel|outlook|gmail|phone|mobile|handy|smartphone|mobiltelefon|telefoon|telephone|portable|movil|telefono)\b.{0,20}$/;
const POSTSCRIPT = /^(?:p\.? ?s|p\.? ?d|n\.? ?b)\b/;
const NAME = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?\.?$/u;

/**
 * The lines of a message without those under it: regards with what follows them, and a name alone in the last line.
 *
 * @param names the customer's own; left out, a capitalised word that is no answer counts as one
 */
export function unsigned(lines: readonly string[], names?: readonly string[]): readonly string[] {
  const own = new Set(names?.flatMap((name) => [name, ...name.split(/\s+/)]).map(bare));
  const isName = (line: string): boolean =>
    names ? bare(line) !== '' && own.has(bare(line)) : NAME.test(line) && answerIn(line, true) === null;
  const isEnd = (line: string): boolean => {
    const folded = fold(line);
    const [closing] = CLOSING.exec(folded) ?? [];
    if (closing === undefined) return DEVICE.test(folded);
    // Folding may change the length of a line, but not that of its end.
    const rest = line.slice(line.length - (folded.length - closing.length)).replace(/^[\s,.!;:-]+|[\s,.!]+$/g, '');
    return rest === '' || isName(rest);
  };
  const end = lines.findIndex((line, at) => at > 0 && isEnd(line));
  if (end > 0) return lines.slice(end).some((line) => POSTSCRIPT.test(fold(line))) ? lines : lines.slice(0, end);
  return lines.length > 1 && isName(lines.at(-1) ?? '') ? lines.slice(0, -1) : lines;
}

function bare(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\s'-]/gu, '')
    .trim();
}
