import { AppError } from '@satchel/kernel';
import { readPage } from './html-page';
import { textOfPdf } from './pdf-text';

/** An article as it was found somewhere, before it is one of ours. */
export interface FoundDocument {
  /** The file's name or the page's address: the same one later updates the same article. */
  source: string;
  title: string;
  markdown: string;
  language: string | null;
}

const MOST_CHARS = 400_000;

const refused = (code: string, message: string): AppError => new AppError(code, 422, message, { retryable: false });

/** A file that somebody gave us, by what it is. Throws `AppError`. */
export async function documentOf(name: string, bytes: Buffer): Promise<FoundDocument> {
  const base = name.replace(/\\/g, '/').split('/').pop()?.slice(0, 200) || 'file';
  const stem = base.replace(/\.\w{1,8}$/, '');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return whole({ source: base, title: stem, markdown: paragraphs(await textOfPdf(bytes)), language: null });
  }
  if (!/\.(md|markdown|mdx|txt|html?|xhtml)$/i.test(base))
    throw refused('unknown_file', `${base} is no Markdown, text, HTML or PDF file.`);
  const text = textOf(base, bytes);
  if (/\.x?html?$/i.test(base)) {
    const page = readPage(text, 'http://file.invalid/');
    return whole({
      source: base,
      title: page.title === '/' ? stem : page.title,
      markdown: page.markdown,
      language: page.language,
    });
  }
  const { data, rest } = frontMatter(text);
  const [, heading, body = ''] = /^\s*#\s+(.{1,300}?)\s*#*\s*(?:\n([^]*))?$/.exec(rest) ?? [];
  return whole({
    source: base,
    title: data.title ?? heading ?? stem,
    markdown: heading ? body.trim() : rest.trim(),
    language: data.language ?? data.lang ?? null,
  });
}

function textOf(name: string, bytes: Buffer): string {
  if (bytes.includes(0) && !isUtf16(bytes)) throw refused('unknown_file', `${name} is no text file.`);
  return new TextDecoder(isUtf16(bytes) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function whole(document: FoundDocument): FoundDocument {
  const markdown = document.markdown.replace(/\0/g, '');
  if (markdown.trim() === '') throw refused('empty_document', `There is no text in ${document.source}.`);
  if (markdown.length > MOST_CHARS)
    throw refused(
      'document_too_long',
      `${document.source} is longer than an article may be (${MOST_CHARS} characters).`,
    );
  return { ...document, title: document.title.replace(/\s+/g, ' ').trim().slice(0, 300) || document.source, markdown };
}

/** `title` and `language` of the block that static-site generators keep at a file's head. */
function frontMatter(text: string): { data: Record<string, string>; rest: string } {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const end = clean.startsWith('---\n') ? clean.indexOf('\n---', 3) : -1;
  if (end < 0) return { data: {}, rest: clean };
  const data: Record<string, string> = {};
  for (const line of clean.slice(4, end).split('\n').slice(0, 100)) {
    const [, key = '', value = ''] = /^(title|language|lang)\s*:\s*["']?(.*?)["']?\s*$/i.exec(line) ?? [];
    if (key && value) data[key.toLowerCase()] = value;
  }
  return { data, rest: clean.slice(clean.indexOf('\n', end + 1) + 1 || clean.length) };
}

/** A PDF breaks lines where its page ends: they are one paragraph until a sentence ends before the margin. */
const paragraphs = (text: string): string =>
  text
    .replace(/-\n(?=\p{Ll})/gu, '')
    .replace(/([^\n.!?:])\n(?=\p{Ll})/gu, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([\\`*_[\]<~])/g, '\\$1');
