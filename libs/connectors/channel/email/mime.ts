import type { ParsedMail, SimpleParserOptions } from 'mailparser';
import { simpleParser } from 'mailparser';

/** Turning longer HTML into text takes seconds; the HTML itself is kept either way. */
const MAX_HTML_TO_TEXT = 1024 * 1024;
/** A parser that does not come back must not hold the mails behind this one. */
const TIMEOUT_MS = 30_000;

const OPTIONS: SimpleParserOptions = {
  keepCidLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  // A delivery report's machine-readable part is a file; the text for people stands beside it.
  keepDeliveryStatus: true,
  maxHtmlLengthToParse: MAX_HTML_TO_TEXT,
};

/** Mail parts, or null when not even the lenient reading came through; never throws. */
export async function parseMime(raw: Buffer): Promise<ParsedMail | null> {
  for (const options of [OPTIONS, { ...OPTIONS, skipHtmlToText: true }]) {
    try {
      // An attached mail stays one file instead of flowing into the text of the mail around it.
      return await withTimeout(simpleParser(raw, { ...options, ignoreEmbedded: true } as SimpleParserOptions));
    } catch {
      continue;
    }
  }
  return null;
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail takes too long to read')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
