/** In a hurry people begin no sentence with a capital; the point behind a short form ends none. */
const CARELESS =
  /(?<=\p{Ll}{3}\.|\d{3}\.)(?<!\b(?:str|usw|bzw|ggf|evtl|zzgl|inkl|incl|etc|tel|env|approx|art|ref|ave?|rue|apt)\.)\s+(?=\p{Ll}{1,12}[\s'’,:])/u;

/** Sentences of a mail: line breaks end one too, because people write lists and greetings that way. */
export function splitSentences(text: string): string[] {
  const careless = !/[.!?]\s+\p{Lu}/u.test(text);
  return text
    .split(/\n+|(?<=[.!?…])["')\]]*\s+(?=[\p{Lu}\p{N}¿¡"'(])|(?<=[!?])\s+/u)
    .flatMap((sentence) => (careless ? sentence.split(CARELESS) : [sentence]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
