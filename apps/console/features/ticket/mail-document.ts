const STYLE =
  'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#22201c;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}a{color:#14695f}';

export interface MailPictures {
  /** Addresses of the mail's own pictures, by the content id (lower-case) that its HTML names. They arrived with the mail. */
  own: Readonly<Record<string, string>>;
  /** Pictures that lie elsewhere, which tell their sender that they were looked at. */
  remote: boolean;
}

/** The document of the mail's frame: its own policy forbids everything but styles and its own pictures. */
export function mailDocument(html: string, { own, remote }: MailPictures): string {
  const sources = [...Object.values(own).map(sourceOf), ...(remote ? ['https:'] : []), 'data:'];
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${sources.join(' ')}; font-src data:`;
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><base target="_blank">',
    `<style>${STYLE}</style></head><body>${withOwnPictures(html, own)}</body></html>`,
  ].join('');
}

export function hasRemoteImages(html: string): boolean {
  return /<img[^>]+src\s*=\s*["']?https?:|url\(\s*["']?https?:/i.test(html);
}

/** Content ids that the HTML shows. */
export function contentIdsIn(html: string): string[] {
  return [...new Set([...html.matchAll(CID)].map((match) => contentId(match[2] ?? '')))];
}

/** Sanitised HTML quotes every attribute. */
const CID = /(<img\b[^>]*?\ssrc=")cid:([^"]*)(")/gi;

function withOwnPictures(html: string, own: MailPictures['own']): string {
  return html.replace(CID, (whole, before: string, id: string, after: string) => {
    const address = own[contentId(id)];
    // One that is not here is not asked for at all.
    return address ? before + escaped(address) + after : whole.replace(/\ssrc="cid:/i, ' data-src="cid:');
  });
}

/** RFC 2392: the id stands in the address percent-encoded. Programs do not keep its case. */
function contentId(inAddress: string): string {
  const plain = inAddress.replace(/&amp;/g, '&').toLowerCase();
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain;
  }
}

/** This very file, without the signature: a policy does not look at queries. */
const sourceOf = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
};
const escaped = (address: string): string => address.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
