/** How mail programs say "wrote" above what they quote, by language. */
const WROTE: Record<string, string> = {
  ar: 'كتب|كتبت',
  bg: 'написа',
  ca: 'va escriure|ha escrit',
  cs: 'napsal|napsala|napsal\\(a\\)|píše',
  da: 'skrev',
  de: 'schrieb|schrieben|geschrieben',
  el: 'έγραψε|έγραψεν',
  en: 'wrote|writes|said',
  es: 'escribió|escribio',
  et: 'kirjutas',
  eu: 'idatzi du',
  fa: 'نوشت|نوشته است',
  fi: 'kirjoitti',
  fr: 'a écrit|écrit',
  he: 'כתב|כתבה|מאת',
  hr: 'napisao je|je napisao|je napisala|napisao|napisala|je napisao/la',
  hu: 'ezt írta|írta',
  id: 'menulis',
  is: 'skrifaði',
  it: 'ha scritto|scrive',
  ja: '書きました|のメール|書き込みました',
  ko: '작성|님이 작성|쓴 글',
  lt: 'rašė|parašė',
  lv: 'rakstīja',
  ms: 'menulis',
  nl: 'schreef|geschreven',
  no: 'skrev',
  pl: 'napisał|napisała|napisał\\(a\\)|pisze',
  pt: 'escreveu',
  ro: 'a scris',
  ru: 'написал|написала|написал\\(а\\)|пишет',
  sk: 'napísal|napísala|napísal\\(a\\)|píše',
  sl: 'je napisal|je napisala|je napisal/a|napisal/-a',
  sr: 'је написао|је написала|написао',
  sv: 'skrev',
  th: 'เขียนว่า|เขียน',
  tr: 'yazdı|şunu yazdı|şunları yazdı',
  uk: 'пише|написав|написала|написав\\(ла\\)',
  vi: 'đã viết|viết',
  zh: '写道|写道|寫道|写到|來信|写信',
};
const VERBS = [...new Set(Object.values(WROTE).flatMap((it) => it.split('|')))].sort((a, b) => b.length - a.length);
/** The line says who wrote when; at its end a colon, in some languages with a few words before it. */
const ENDS_WITH_VERB = new RegExp(`(?:^|[^\\p{L}])(?:${VERBS.join('|')})(?![\\p{L}])[^:：]{0,60}[:：]?\\s*$`, 'iu');
const VERB_GLUED = /(?:写道|寫道|写到|書きました|のメール|작성|쓴 글|เขียนว่า|เขียน)[^:：]{0,20}[:：]?\s*$/u;
/** German and Dutch put the name between the verb and the colon, Turkish the date. */
const VERB_THEN_NAME =
  /(?:^|\s)(?:schrieb|schreef|skrev|kirjoitti|rakstīja|rašė|napsal|napsala|napísal|ezt írta|a scris|írta)\s.{0,200}[:：]\s*$/iu;
const TELLS_WHEN_OR_WHO =
  /\d{1,2}[:.hH]\d{2}|\b(?:19|20)\d{2}\b|(?:^|[^\d])25\d{2}(?:[^\d]|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\S+@\S+|<[^<>]+>|年|년|[\u0660-\u0669\u06f0-\u06f9]{4}/u;
/** How such a line starts; asked for where no quoted lines follow, because people write about writing, too. */
const STARTS =
  /^\W{0,3}(?:on|am|an|le|el|em|il|op|den|dne|dňa|dna|w dniu|dnia|a|no dia|la data|în|pe|på|ven|lör|vào|pada|στις|στις|на|в|вт|ср|чт|пт|сб|вс|пн|нд|בתאריך|في|در|เมื่อ|në|dana|dňa|kuupäeval|at|\p{L}{2,5}[.,]|\d)\s?.*\d/iu;
const NAMES_A_DAY = /^(?:on|am|le|el|em|il|op|den|dne|w dniu|dnia|på|pe)\s\p{L}.*[:：]\s*$/iu;
const MAX_LINES = 4;
const MAX_LENGTH = 400;

/** How many lines from here are "On … wrote:" in one of our languages; 0 when they are not. */
export function attributionAt(lines: string[], at: number): number {
  const first = (lines[at] ?? '').trim();
  if (first === '' || /^[>|]/.test(first)) return 0;
  let joined = '';
  for (let count = 1; count <= MAX_LINES && at + count <= lines.length; count++) {
    const line = (lines[at + count - 1] ?? '').trim();
    if (line === '' || /^[>|]/.test(line)) return 0;
    joined = `${joined} ${line}`.trim();
    if (joined.length > MAX_LENGTH) return 0;
    if (isAttribution(joined, lines, at + count)) return count;
    // Only a line that a program broke goes on: a sentence that ended before is the writer's own.
    if (/[.!?]$/.test(line) && !/\d[.]$|\b\p{L}{1,4}[.]$/u.test(line)) return 0;
  }
  return 0;
}

function isAttribution(line: string, lines: string[], next: number): boolean {
  const spoken = ENDS_WITH_VERB.test(line) || VERB_GLUED.test(line) || VERB_THEN_NAME.test(line);
  // "On Friday, Fernhill wrote:" tells neither a date nor an address; what it stands above tells that it is one.
  if (spoken && NAMES_A_DAY.test(line) && isQuoteNext(lines, next)) return true;
  if (!TELLS_WHEN_OR_WHO.test(line)) return false;
  if (spoken && /[:：]$/.test(line) && (STARTS.test(line) || VERB_GLUED.test(line))) return true;
  // Without a colon, or without any verb ("2026-11-20 10:12 GMT+01:00 Anna <a@b>:"), the quoted lines must follow.
  if (!isQuoteNext(lines, next)) return false;
  return spoken || (/[:：]$/.test(line) && /\d/.test(line) && /\S+@\S+/.test(line));
}

function isQuoteNext(lines: string[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => line.trim() !== '');
  return next !== undefined && /^\s*>/.test(next);
}
