import { AppError } from '@satchel/kernel';

/** What we use of it; loaded when the first PDF comes. */
interface PdfReader {
  extractText(data: Uint8Array, options: { mergePages: false }): Promise<{ totalPages: number; text: string[] }>;
}

const PACKAGE = 'unpdf';
const MOST_PAGES = 300;

/** The text of a PDF, a page after the other. Throws `AppError` for one that cannot be read. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const reader = await load();
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

async function load(): Promise<PdfReader> {
  try {
    return (await import(PACKAGE)) as PdfReader;
  } catch (error) {
    throw new AppError('pdf_not_supported', 422, 'This installation cannot read PDF files. Save it as text or HTML.', {
      retryable: false,
      cause: error,
    });
  }
}
