import { contentIdsIn, hasRemoteImages, mailDocument } from './mail-document';

describe("a mail's frame", () => {
  const html = '<p>Hi</p><img src="https://tracker.example/p.gif">';
  const closed = { own: {}, remote: false };

  it('forbids everything but styles until pictures are asked for', () => {
    expect(mailDocument(html, closed)).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
    expect(mailDocument(html, closed)).not.toContain('https: ');
    expect(mailDocument(html, { own: {}, remote: true })).toContain('img-src https: data:;');
  });

  it('states its policy before anything of the mail', () => {
    const document = mailDocument(html, closed);
    expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<p>Hi</p>'));
  });

  it('offers pictures only where there are some to fetch', () => {
    expect(hasRemoteImages(html)).toBe(true);
    expect(hasRemoteImages('<img src="data:image/png;base64,AA">')).toBe(false);
    expect(hasRemoteImages('<img src="cid:a@b" alt="https://x.example">')).toBe(false);
    expect(hasRemoteImages('<td style="background:url(http://x.example/a.png)">')).toBe(true);
  });

  it('shows the pictures that came with the mail, and opens its policy for these files alone', () => {
    const address = 'https://desk.example/files/1?e=9&s=abc';
    const shown = mailDocument('<img width="2" src="cid:photo%201@x"><img src="cid:other@x">', {
      own: { 'photo 1@x': address },
      remote: false,
    });
    expect(shown).toContain(
      '<img width="2" src="https://desk.example/files/1?e=9&amp;s=abc"><img data-src="cid:other@x">',
    );
    expect(shown).toContain('img-src https://desk.example/files/1 data:;');
  });

  it('finds what a mail shows, and is not led astray by an id that is no code', () => {
    expect(contentIdsIn('<p>cid:no</p><img src="cid:a@b"><img src="cid:a@b"><img src="cid:100%@b">')).toEqual([
      'a@b',
      '100%@b',
    ]);
  });
});
