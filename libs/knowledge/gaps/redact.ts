/** Names nobody: addresses, numbers that could be anybody's, and links are taken out before a question is kept. */
export function redact(text: string): string {
  return text
    .replace(/\0/g, ' ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, '[mail]')
    .replace(/https?:\/\/\S{1,500}/g, '[link]')
    .replace(/\+?\d(?:[\d\s().-]{5,20})\d/g, '[number]')
    .replace(/#?\b[A-Z]{0,4}-?\d{3,}[\w-]{0,20}/g, '[number]')
    .replace(/\s+/g, ' ')
    .trim();
}
