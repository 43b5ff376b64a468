/** What a file really is. The type that a sender or a browser declares is a claim, and a dangerous one to repeat. */

/** Formats without magic bytes: of these the declared name is believed, when the bytes are text. */
const TEXT_TYPES = new Set([
  'application/json',
  'application/ld+json',
  'application/xml',
  'application/xhtml+xml',
  'image/svg+xml',
  'message/delivery-status',
  'message/rfc822',
  'text/calendar',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/markdown',
  'text/plain',
  'text/rfc822-headers',
  'text/tab-separated-values',
  'text/vcard',
  'text/x-vcard',
  'text/xml',
]);
/** One container for all of old Office: the magic bytes tell no more. */
const COMPOUND_FILES = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-outlook',
  'application/vnd.ms-powerpoint',
]);
const UNKNOWN = 'application/octet-stream';
const LOOKED_AT = 4096;

/** Found by magic bytes first, then by what kind of text it is. Never throws, whatever the bytes are. */
export async function typeOf(content: Buffer, declared: string): Promise<string> {
  const claimed = (declared.split(';')[0] ?? '').trim().toLowerCase();
  const wide = wideTextStart(content);
  const found = wide === null ? await magicOf(content) : null;
  if (found === 'application/x-cfb') return COMPOUND_FILES.has(claimed) ? claimed : found;
  if (found && found !== 'application/xml') return found;
  const text = wide ?? textStart(content);
  if (text === null) return UNKNOWN;
  return markupOf(text) ?? (TEXT_TYPES.has(claimed) ? claimed : 'text/plain');
}

async function magicOf(content: Buffer): Promise<string | null> {
  // This entry of the package is the one that every loader finds.
  const { fileTypeFromBuffer } = await import('file-type/node');
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  // A PNG is asked for its parts as well; one that was cut short is a picture still.
  if (!found && content.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'image/png';
  return found?.mime.split(';')[0] ?? null;
}

// What text never holds.
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** The first characters, or null for bytes that are no text. */
function textStart(content: Buffer): string | null {
  const text = content.subarray(0, LOOKED_AT).toString('latin1');
  return CONTROLS.test(text) ? null : text.replace(/^\xef\xbb\xbf/, '');
}

/** The same for UTF-16, whose mark at the start is also how some sound begins: so it is looked for first. */
function wideTextStart(content: Buffer): string | null {
  const start = content.subarray(0, LOOKED_AT);
  const marked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const text = start.toString('latin1').slice(2).replace(/\0/g, '');
  return marked && !CONTROLS.test(text) ? text : null;
}

/** What a browser would run: recognised by its first tag, whatever it is called. */
function markupOf(text: string): string | null {
  const bare = text.replace(/^(\s|<!--[^]*?-->)+/, '').toLowerCase();
  if (/^(<\?xml[^>]*>\s*)?(<!doctype svg|<svg)/.test(bare)) return 'image/svg+xml';
  if (bare.startsWith('<?xml'))
    return bare.includes('<svg')
      ? 'image/svg+xml'
      : bare.includes('<html')
        ? 'application/xhtml+xml'
        : 'application/xml';
  const page =
    /^<(!doctype html|html|head|body|title|meta|link|base|style|script|iframe|object|embed|form|img|a|div|p|table|h1|b)[\s/>]/;
  return page.test(bare) ? 'text/html' : null;
}

/** May be looked at in the browser: pictures made of dots, PDF and plain text. None of them can run anything here. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain', 'application/pdf']);
/** Offered for saving under their own name; everything else is just bytes. */
const NAMED = new Set([
  ...SHOWN,
  ...COMPOUND_FILES,
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/calendar',
  'text/csv',
  'text/vcard',
  'text/x-vcard',
]);

export const isShown = (contentType: string): boolean => SHOWN.has(contentType);

/** The Content-Type to answer with. Vendors who fetch a file go by it, so sound and video keep theirs as well. */
export function servedType(contentType: string): string {
  if (contentType === 'text/plain') return 'text/plain; charset=utf-8';
  const media = /^(image|audio|video)\/[\w.-]+$/.test(contentType);
  return media || NAMED.has(contentType) ? contentType : UNKNOWN;
}
