import type { Language } from '../../text/language';

/** What has a value of its own behind each name; a value that is missing leaves its name out. */
export type Values = Partial<Record<string, string>>;

/**
 * A sentence with its values. "[Sie|du]" is how a stranger and how a friend is addressed; values are put in last, so that
 * nothing in a product's title is read as part of the sentence.
 */
export function fill(template: string, values: Values, informal = false): string {
  return template
    .replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_all, formal: string, familiar: string) => (informal ? familiar : formal))
    .replace(/\{([a-zA-Z]+)\}/g, (_all, name: string) => values[name] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Words that begin a German sentence in small letters after "Guten Tag,"; nouns and the polite "Sie" keep their capital. */
const GERMAN_SMALL =
  /^(?:Ich|Der|Die|Das|Zu|Zur|Zum|Um|Damit|Es|Hier|Gern|Leider|Soll|Welche[rsn]?|An|Bitte|Wie|Unter|In|Alles|Ein|Eine|Diese[rsn]?|Warum|Was|Möchten|Möchtest|Können|Kannst|Wenn|Falls|So|Stattdessen|Nichts|Würden|Würdest|Ihnen|Etwas|Ob|Mit|Noch|Nach|Deine?|Du|Dein)\b/;

/** The first sentence of a letter: it follows a greeting and a comma. */
export function opening(text: string, language: Language, brief: boolean): string {
  if (language === 'de' && !brief)
    return text.replace(GERMAN_SMALL, (word) => (word === 'Ihnen' ? word : word.toLowerCase()));
  return text.replace(
    /^(["'¿¡«\s]*)(\p{Ll})/u,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
