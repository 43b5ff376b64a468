const DAY = 86_400_000;

/** Replaces `{day N}` by the date N days from now as its reader writes it: "14 November", "14. November". */
export function inDays(text: string, now: Date, locale: string): string {
  return text.replace(/\{day (-?\d+)\}/g, (_whole, days: string) =>
    new Date(now.getTime() + Number(days) * DAY).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }),
  );
}
