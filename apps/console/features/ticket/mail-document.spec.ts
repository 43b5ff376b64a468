import { hasRemoteImages, mailDocument } from './mail-document';

describe("a mail's frame", () => {
  const html = '<p>Hi</p><img src="https://tracker.example/p.gif">';

  it('forbids everything but styles until pictures are asked for', () => {
    expect(mailDocument(html, false)).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
    expect(mailDocument(html, false)).not.toContain('img-src https:');
    expect(mailDocument(html, true)).toContain('img-src https:');
  });

  it('states its policy before anything of the mail', () => {
    const document = mailDocument(html, false);
    expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<p>Hi</p>'));
  });

  it('offers pictures only where there are some to fetch', () => {
    expect(hasRemoteImages(html)).toBe(true);
    expect(hasRemoteImages('<img src="data:image/png;base64,AA">')).toBe(false);
    expect(hasRemoteImages('<td style="background:url(http://x.example/a.png)">')).toBe(true);
  });
});
