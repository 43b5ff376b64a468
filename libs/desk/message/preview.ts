const PREVIEW_CHARS = 140;

/** The first words of a message on one line, for the list. */
export function previewOf(text: string): string {
  const line = text
    .slice(0, PREVIEW_CHARS * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= PREVIEW_CHARS) return line;
  const cut = line.slice(0, PREVIEW_CHARS);
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > PREVIEW_CHARS / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
