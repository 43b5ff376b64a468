import EmailReplyParser from 'email-reply-parser';

/** Beyond this the cutting costs more than it helps. */
const MAX_CHARS = 200_000;

/** What was written this time: earlier mails and the signature cut away. The whole text stays beside it. */
export function withoutQuotes(fullText: string): string {
  const whole = fullText.trim();
  if (whole.length > MAX_CHARS || answersInline(whole)) return whole;
  try {
    return new EmailReplyParser().parseReply(whole).trim() || whole;
  } catch {
    return whole;
  }
}

/** Answers between the quoted lines make sense only together with them. */
function answersInline(text: string): boolean {
  let answers = 0;
  let inQuote = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const quoted = line.startsWith('>');
    if (inQuote && !quoted) answers++;
    inQuote = quoted;
  }
  return answers >= 2;
}
