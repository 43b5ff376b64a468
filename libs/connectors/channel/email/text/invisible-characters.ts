/** Code points that draw nothing, between letters: a text within the text, or a way past a filter. */
const ZERO_WIDTH_IN_WORD = /(?<=[\p{L}\p{N}])[\u200b\u2060\u2061-\u2064\ufeff\u180e]+(?=[\p{L}\p{N}])/gu;
/** Unicode "tags": an invisible copy of ASCII; part of the flags of three regions and of nothing else. */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0001}\u{e0020}-\u{e007f}]+/gu;
const FILLERS = /[\u200b\u2060-\u2064\ufeff\u180e\u00ad]|[\u200c\u200d\u034f]{2,}|(?<=\s)[\u200c\u034f](?=\s)/gu;
/** A few come with pasted text; more is meant. */
const SUSPICIOUS = 8;

export function hidesCharacters(text: string): boolean {
  const tags = text.match(TAGS)?.join('').length ?? 0;
  return tags > 0 || (text.match(ZERO_WIDTH_IN_WORD)?.length ?? 0) >= SUSPICIOUS;
}

/** Without what nobody can see; joiners that shape a script or an emoji stay. */
export const withoutInvisible = (text: string): string => text.replace(TAGS, '').replace(FILLERS, '');
