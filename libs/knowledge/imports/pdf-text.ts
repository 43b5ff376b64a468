import { AppError } from '@satchel/kernel';

const MOST_PAGES = 300;

/** The text of a PDF, a page after the other. Throws `AppError` for one that cannot be read. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  // Large, and seldom needed.
  const reader = await import('unpdf');
  try {
    const { text } = await reader.extractText(new Uint8Array(bytes), { mergePages: false });
    return text.slice(0, MOST_PAGES).join('\n\n');
  } catch (error) {
    throw new AppError('pdf_not_read', 422, 'This PDF cannot be read: it is damaged, locked or only pictures.', {
      retryable: false,
      cause: error,
    });
  }
}
