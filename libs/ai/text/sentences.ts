/** Sentences of a mail: line breaks end one too, because people write lists and greetings that way. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?…])["')\]]*\s+(?=[\p{Lu}\p{N}¿¡"'(])|(?<=[!?])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
