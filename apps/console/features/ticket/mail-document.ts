const STYLE =
  'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#22201c;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}a{color:#14695f}';

/** The document of the mail's frame: its own policy forbids everything but styles, and pictures until they are asked for. */
export function mailDocument(html: string, images: boolean): string {
  const pictures = images ? 'https: data: cid:' : 'data:';
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; font-src data:`;
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><base target="_blank">',
    `<style>${STYLE}</style></head><body>${html}</body></html>`,
  ].join('');
}

export function hasRemoteImages(html: string): boolean {
  return /<img[^>]+src\s*=\s*["']?https?:|url\(\s*["']?https?:/i.test(html);
}
