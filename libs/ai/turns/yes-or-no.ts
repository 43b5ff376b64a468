import { clean, fold } from '../text/normalise';

/** Whole answers, folded; anything more than one of them and a courtesy is no unambiguous answer. */
const YES = new Set([
  ...[
    'yes',
    'yes please',
    'yep',
    'yeah',
    'sure',
    'ok',
    'okay',
    'yes do it',
    'do it',
    'please do',
    'please do it',
    'do that',
    'please do that',
    'that is right',
    "that's right",
    'go ahead',
  ],
  ...[
    'yes go ahead',
    'please go ahead',
    'confirm',
    'confirmed',
    'i confirm',
    'yes i confirm',
    'correct',
    'that is correct',
  ],
  ...[
    'ja',
    'ja bitte',
    'ja gerne',
    'gerne',
    'jawohl',
    'einverstanden',
    'bestatigt',
    'ich bestatige',
    'ja mach das',
    'ja machen sie das',
  ],
  ...['ja graag', 'graag', 'akkoord', 'ja doe maar', 'doe maar', 'bevestigd', 'ik bevestig', 'ja hoor', 'prima'],
  ...[
    'oui',
    'oui merci',
    'oui svp',
    "oui s'il vous plait",
    "d'accord",
    'je confirme',
    'oui je confirme',
    'allez-y',
    'bien sur',
  ],
  ...['si', 'si por favor', 'de acuerdo', 'confirmo', 'si confirmo', 'vale', 'adelante', 'claro', 'por supuesto'],
]);
const NO = new Set([
  ...[
    'no',
    'no thanks',
    'no thank you',
    'nope',
    "don't",
    'do not',
    'no do not',
    "no don't",
    'stop',
    'cancel that',
    'never mind',
    'nevermind',
    'wait',
    'hold on',
    'not yet',
    'not now',
    'not like that',
  ],
  ...[
    'please do not',
    "please don't",
    'no please do not',
    'leave it',
    'forget it',
    "no don't do it",
    'no do not do it',
  ],
  ...[
    'nein',
    'nein danke',
    'nein bitte nicht',
    'bitte nicht',
    'lieber nicht',
    'doch nicht',
    'nee',
    'nee bedankt',
    'nee dank je',
    'liever niet',
  ],
  ...[
    'toch niet',
    'non',
    'non merci',
    'surtout pas',
    'laissez tomber',
    'no gracias',
    'mejor no',
    'dejalo',
    'nein lieber nicht',
  ],
]);
const COURTESY =
  /\b(?:thanks?|thank you|thx|many thanks|please|danke|vielen dank|bitte|dank je|dank u|bedankt|alsjeblieft|alstublieft|merci|merci beaucoup|s'il vous plait|svp|gracias|muchas gracias|por favor)\b/g;
/** From here on a letter only ends. */
const CLOSING =
  /^(?:(?:best|kind|warm) (?:regards|wishes)|best|regards|cheers|thanks|thank you|sincerely|mit freundlichen grussen|viele grusse|liebe grusse|lg|mfg|gruss|met vriendelijke groet|groeten|groetjes|cordialement|bien a vous|saludos|un saludo|atentamente)\b[^a-z]*$/;

/**
 * A customer's word on what was put before them: an unambiguous yes, an unambiguous no, or neither. Strict on purpose: a
 * yes with anything beside it ("yes, but to the old address") is none.
 */
export function yesOrNo(text: string, names: readonly string[] = []): 'yes' | 'no' | null {
  const own = new Set(names.flatMap((name) => [bare(name), ...name.split(/\s+/).map(bare)]).filter(Boolean));
  const lines = clean(text, 2_000)
    .split('\n')
    .map((line) => fold(line).trim())
    .filter((line) => line !== '' && !/^sent from my\b|^von meinem\b|^envoye de\b|^enviado desde\b|^--/.test(line));
  const end = lines.findIndex((line, index) => index > 0 && CLOSING.test(line));
  const said = (end < 0 ? lines : lines.slice(0, end)).filter((line, index) => index === 0 || !own.has(bare(line)));
  const words = bare(said.join(' '));
  for (const candidate of [words, bare(words.replace(COURTESY, ' '))]) {
    if (saysOnly(candidate, YES)) return 'yes';
    if (saysOnly(candidate, NO)) return 'no';
  }
  return null;
}

const MOST_WORDS = 12;

/** "Ok, yes, please do that": nothing but words that each are an answer, and all the same one. */
function saysOnly(said: string, answers: ReadonlySet<string>): boolean {
  if (answers.has(said)) return true;
  const words = said.split(' ');
  if (words.length > MOST_WORDS) return false;
  return words.some(
    (_, at) => at > 0 && answers.has(words.slice(0, at).join(' ')) && saysOnly(words.slice(at).join(' '), answers),
  );
}

/** Letters, inner apostrophes and hyphens, one space between words. A question stays one. */
function bare(text: string): string {
  if (/[?¿]/.test(text)) return '';
  return fold(text)
    .replace(/[^\p{L}\p{N}'\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
