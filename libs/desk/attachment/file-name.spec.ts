import { cleanName, contentDisposition } from './file-name';

it.each([
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\anna\\receipt.pdf', 'receipt.pdf'],
  ['/', 'file'],
  ['..', 'file'],
  ['', 'file'],
  [' \t ', 'file'],
  ['a\r\nSet-Cookie: x=1.png', 'a__Set-Cookie: x=1.png'],
  ['invoice\u202egpj.exe', 'invoice_gpj.exe'],
  ['half \ud83d.png', 'half _.png'],
  ['Größe 😀.png', 'Größe 😀.png'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(196)}.png`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

it('goes into a header without a way out of it', () => {
  expect(contentDisposition('attachment', 'receipt.pdf')).toBe(
    `attachment; filename="receipt.pdf"; filename*=UTF-8''receipt.pdf`,
  );
  expect(contentDisposition('inline', 'Größe "100%"; x=\\.png')).toBe(
    `inline; filename="Gr__e _100__; x=_.png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22100%25%22%3B%20x%3D%5C.png`,
  );
  expect(contentDisposition('inline', "it's (1)*.png")).toContain(`filename*=UTF-8''it%27s%20%281%29%2A.png`);
});
