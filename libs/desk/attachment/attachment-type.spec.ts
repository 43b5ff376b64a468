import { gzipSync } from 'node:zlib';
import { isShown, servedType, typeOf } from './attachment-type';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90)]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const OLD_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

it.each([
  ['a picture with its right name', PNG, 'image/png', 'image/png'],
  ['a picture called a text', PNG, 'text/plain', 'image/png'],
  ['a picture that was cut short', PNG.subarray(0, 30), 'application/octet-stream', 'image/png'],
  ['a picture followed by a page', Buffer.concat([JPEG, Buffer.from('<script>x</script>')]), 'text/html', 'image/jpeg'],
  ['a program called a picture', EXE, 'image/png', 'application/x-msdownload'],
  ['a page called a picture', '<!DOCTYPE html><script>alert(1)</script>', 'image/png', 'text/html'],
  ['a page behind a comment', ' <!-- GIF89a -->\n<HTML><body>', 'image/gif', 'text/html'],
  ['a page in UTF-16', utf16('<html><script>x</script>'), 'image/png', 'text/html'],
  ['a drawing called a picture', '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', 'image/png', 'image/svg+xml'],
  ['a drawing with a prologue', '<?xml version="1.0"?><svg/>', 'image/jpeg', 'image/svg+xml'],
  ['a document in XML', '<?xml version="1.0"?><order/>', 'text/plain', 'application/xml'],
  ['a page that its sender calls so', 'Hello &amp; goodbye', 'text/html; charset=utf-8', 'text/html'],
  ['a mail address at the start of a text', '<a@b.example> wrote', 'text/plain', 'text/plain'],
  ['a table', 'sku,quantity\n1,2', 'text/csv; charset=utf-8', 'text/csv'],
  ['a text with a type of its own invention', 'Hello', 'image/png', 'text/plain'],
  ['a text with umlauts', 'Grüße', 'text/plain', 'text/plain'],
  ['bytes that nobody knows', Buffer.from([1, 2, 3, 0, 4]), 'image/png', 'application/octet-stream'],
  ['an old Word document', OLD_OFFICE, 'application/msword', 'application/msword'],
  ['an old container called a picture', OLD_OFFICE, 'image/png', 'application/x-cfb'],
  ['a compressed page', gzipSync('<html>'), 'text/html', 'application/gzip'],
  ['nothing', Buffer.alloc(0), 'text/plain', 'text/plain'],
])('%s is kept as what it is', async (_, content, declared, type) => {
  expect(await typeOf(Buffer.from(content as Buffer), declared)).toBe(type);
});

it('shows pictures, PDF and plain text in place, and nothing that could run', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])
    expect([type, isShown(type)]).toEqual([type, true]);
  for (const type of ['image/svg+xml', 'text/html', 'application/xml', 'text/javascript', 'application/x-msdownload'])
    expect([type, isShown(type), servedType(type)]).toEqual([type, false, 'application/octet-stream']);
});

it('tells vendors what they fetch', () => {
  expect(['video/mp4', 'audio/ogg', 'text/vcard', 'text/plain'].map(servedType)).toEqual([
    'video/mp4',
    'audio/ogg',
    'text/vcard',
    'text/plain; charset=utf-8',
  ]);
});
