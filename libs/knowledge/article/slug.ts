const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l' };
const MOST_CHARS = 80;

/** What stands in the address: letters, digits and single dashes. A title in another script keeps its own letters. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[äöüßæøœł]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MOST_CHARS)
    .replace(/^-+|-+$/g, '');
  return slug || 'article';
}
