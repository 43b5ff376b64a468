import iconv from 'iconv-lite';
import type { Fixture } from './fixture';
import { base64, mail, quotedPrintable } from './fixture';

const GERMAN = 'Grüße aus München, das Paket fehlt noch immer.';
const FRENCH = 'Où est ma commande ? Elle a été expédiée le 3 août, c’est très long déjà.';
const RUSSIAN = 'Здравствуйте, где мой заказ? Я жду его уже две недели, ответьте пожалуйста скорее.';
const CHINESE = '您好，我的订单在哪里？我已经等了两个星期了，请尽快回复，谢谢。';
const JAPANESE = 'こんにちは、注文した商品がまだ届いていません。確認をお願いします。';
const KOREAN = '안녕하세요, 주문한 상품이 아직 도착하지 않았습니다. 확인 부탁드립니다.';
const GREEK = 'Καλημέρα, πού βρίσκεται η παραγγελία μου; Περιμένω ήδη δύο εβδομάδες.';
const POLISH = 'Dzień dobry, gdzie jest moje zamówienie? Czekam już bardzo długo, proszę o odpowiedź.';
const TURKISH = 'Merhaba, siparişim nerede? Çok uzun süredir bekliyorum, lütfen cevap verin.';
const HEBREW = 'שלום, איפה ההזמנה שלי?';
const ARABIC = 'مرحبا، أين طلبي؟';
const THAI = 'สวัสดีครับ คำสั่งซื้อของผมอยู่ที่ไหน';
/** ISO-2022-JP of "注文", which no encoder at hand writes. */
const ISO_2022_JP = Buffer.from('1b2442436d4a381b2842', 'hex');

const encoded = (
  label: string,
  charset: string,
  text: string,
  name = `text in ${charset} labelled ${label || 'nothing'}`,
): Fixture => ({
  name,
  rules: [64],
  raw: mail(
    { 'Content-Type': `text/plain${label ? `; charset=${label}` : ''}`, 'Content-Transfer-Encoding': '8bit' },
    iconv.encode(text, charset),
  ),
  expect: { text },
});

const rightLabels: Fixture[] = [
  encoded('utf-8', 'utf-8', `${GERMAN} ${CHINESE} 👋`),
  encoded('"UTF-8"', 'utf-8', FRENCH),
  encoded('utf8', 'utf-8', RUSSIAN),
  encoded('iso-8859-1', 'iso-8859-1', GERMAN),
  encoded('ISO-8859-15', 'iso-8859-15', 'Das kostet 20 €, größer bitte.'),
  encoded('windows-1252', 'windows-1252', FRENCH),
  encoded('cp1252', 'windows-1252', '“Quoted” – and ‘so’…'),
  encoded('iso-8859-2', 'iso-8859-2', POLISH),
  encoded('windows-1250', 'windows-1250', POLISH),
  encoded('windows-1251', 'windows-1251', RUSSIAN),
  encoded('koi8-r', 'koi8-r', RUSSIAN),
  encoded('koi8-u', 'koi8-u', 'Де моє замовлення? Її ще немає.'),
  encoded('iso-8859-5', 'iso-8859-5', RUSSIAN),
  encoded('iso-8859-7', 'iso-8859-7', GREEK),
  encoded('windows-1253', 'windows-1253', GREEK),
  encoded('iso-8859-9', 'iso-8859-9', TURKISH),
  encoded('windows-1254', 'windows-1254', TURKISH),
  encoded('iso-8859-8-i', 'iso-8859-8', HEBREW),
  encoded('windows-1255', 'windows-1255', HEBREW),
  encoded('windows-1256', 'windows-1256', ARABIC),
  encoded('tis-620', 'tis-620', THAI),
  encoded('shift_jis', 'shift_jis', JAPANESE),
  encoded('euc-jp', 'euc-jp', JAPANESE),
  encoded('gbk', 'gbk', CHINESE),
  encoded('gb18030', 'gb18030', `${CHINESE}𠮷`),
  encoded('big5', 'big5', '您好，我的訂單在哪裡？'),
  encoded('euc-kr', 'euc-kr', KOREAN),
  encoded('ks_c_5601-1987', 'euc-kr', KOREAN),
  encoded('utf-16', 'utf-16', GERMAN),
  encoded('utf-16le', 'utf-16le', GERMAN),
  encoded('utf-7', 'utf-7', GERMAN),
  encoded('cp850', 'cp850', GERMAN),
  encoded('macintosh', 'macintosh', FRENCH),
];

const wrongLabels: Fixture[] = [
  encoded('utf-8', 'windows-1252', GERMAN),
  encoded('utf-8', 'windows-1251', RUSSIAN),
  encoded('utf-8', 'shift_jis', JAPANESE),
  encoded('gb2312', 'gb18030', '您好，這個訂單（镕、喆）在哪裡？'),
  encoded('iso-8859-1', 'utf-8', GERMAN),
  encoded('us-ascii', 'utf-8', CHINESE),
  encoded('windows-1252', 'utf-8', RUSSIAN),
  encoded('us-ascii', 'windows-1252', GERMAN),
  encoded('iso-8859-1', 'windows-1252', 'It costs 20 € — “really”?'),
  encoded('x-unknown', 'utf-8', GERMAN),
  encoded('unknown-8bit', 'windows-1252', GERMAN),
  encoded('DEFAULT', 'utf-8', JAPANESE),
  encoded('x-klingon', 'utf-8', FRENCH),
  encoded('', 'utf-8', CHINESE),
  encoded('', 'windows-1252', GERMAN),
  encoded('', 'windows-1251', RUSSIAN),
  encoded('', 'shift_jis', JAPANESE),
  encoded('', 'euc-kr', KOREAN),
];

const bytes = (name: string, type: string, body: Buffer, text: string): Fixture => ({
  name,
  rules: [64],
  raw: mail({ 'Content-Type': type }, body),
  expect: { text },
});
const special: Fixture[] = [
  bytes('ISO-2022-JP', 'text/plain; charset=iso-2022-jp', ISO_2022_JP, '注文'),
  bytes('ISO-2022-JP without a label', 'text/plain', ISO_2022_JP, '注文'),
  bytes(
    'UTF-8 with its mark under a wrong label',
    'text/plain; charset=iso-8859-1',
    Buffer.from(`\ufeff${GERMAN}`),
    GERMAN,
  ),
  bytes(
    'UTF-8 cut in the middle of a character',
    'text/plain; charset=utf-8',
    Buffer.concat([Buffer.from(GERMAN), Buffer.from([0xc3])]),
    `${GERMAN}\ufffd`,
  ),
  bytes(
    'HTML that names its charset itself',
    'text/html',
    iconv.encode(`<meta charset="windows-1251"><p>${RUSSIAN}</p>`, 'windows-1251'),
    RUSSIAN,
  ),
  {
    name: 'quoted-printable of windows-1252 with a soft break',
    rules: [64],
    raw: mail(
      { 'Content-Type': 'text/plain; charset=windows-1252', 'Content-Transfer-Encoding': 'Quoted-Printable' },
      quotedPrintable(iconv.encode(GERMAN, 'windows-1252')).replace('Paket', 'Pa=\r\nket'),
    ),
    expect: { text: GERMAN },
  },
  {
    name: 'quoted-printable with stray equals signs and blanks behind soft breaks',
    rules: [64],
    raw: mail({ 'Content-Transfer-Encoding': 'quoted-printable' }, 'a=b and 1=2 and=  \nmore =C3=BC='),
    expect: { text: 'a=b and 1=2 andmore ü' },
  },
  {
    name: 'base64 in blocks with padding in the middle',
    rules: [64],
    raw: mail({ 'Content-Transfer-Encoding': 'BASE64' }, `${base64('Hello ')}\n${base64('world!!')}\n`),
    expect: { text: 'Hello world!!' },
  },
  {
    name: 'base64 in name only',
    rules: [64],
    raw: mail({ 'Content-Transfer-Encoding': 'base64' }, 'This is not base64 at all, is it? (No!)'),
    expect: { text: 'This is not base64 at all, is it? (No!)' },
  },
  {
    name: 'an unknown transfer encoding',
    rules: [64],
    raw: mail({ 'Content-Transfer-Encoding': 'x-new-thing' }, 'still here'),
    expect: { text: 'still here' },
  },
  {
    name: 'uuencoded text',
    rules: [64],
    raw: mail({ 'Content-Transfer-Encoding': 'x-uuencode' }, 'begin 644 a.txt\n%2&5L;&\\\n`\nend\n'),
    expect: { text: 'Hello' },
  },
  {
    name: 'NUL bytes in the text',
    rules: [64],
    raw: mail({}, Buffer.from('a\u0000b')),
    expect: { text: 'ab' },
  },
];

const subject = (name: string, raw: string | Buffer, expected: string, type = 'text/plain'): Fixture => ({
  name: `subject: ${name}`,
  rules: [64],
  raw: Buffer.concat([
    Buffer.from('Subject: '),
    Buffer.from(raw as string),
    Buffer.from(`\r\nFrom: a@example.com\r\nContent-Type: ${type}\r\n\r\nx`),
  ]),
  expect: { message: { subject: expected } },
});
const word = (charset: string, text: string): string =>
  `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`;
const headers: Fixture[] = [
  subject('Q word', '=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_M=C3=BCnchen?=', 'Grüße aus München'),
  subject('B word', word('utf-8', CHINESE), CHINESE),
  subject('two words with a space that does not count', '=?utf-8?Q?eins?= =?utf-8?Q?zwei?=', 'einszwei'),
  subject('word and plain text', 'Re: =?iso-8859-1?q?Gr=FC=DFe?= now', 'Re: Grüße now'),
  subject('a character cut in half between words', '=?utf-8?B?w4M=?= =?utf-8?B?4pyT?= =?utf-8?B?w7w=?=', 'Ã✓ü'),
  subject('bytes of one character in two words', '=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=', 'ü'),
  subject('a word folded over two lines', '=?utf-8?Q?one?=\r\n =?utf-8?Q?two?=', 'onetwo'),
  subject('words of two charsets', `${word('gbk', '订单')} ${word('utf-8', 'ü')}`, '订单ü'),
  subject('GB2312 that is GB18030', `=?gb2312?B?${iconv.encode('喆', 'gb18030').toString('base64')}?=`, '喆'),
  subject('Shift_JIS', word('shift_jis', '注文番号'), '注文番号'),
  subject('ISO-2022-JP', `=?ISO-2022-JP?B?${ISO_2022_JP.toString('base64')}?=`, '注文'),
  subject('KOI8-R', word('koi8-r', 'Заказ'), 'Заказ'),
  subject('with a language (RFC 2231)', '=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'),
  subject('an unknown charset', '=?x-unknown?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'),
  subject('a broken word stays readable', '=?utf-8?Q?half', '=?utf-8?Q?half'),
  subject('spaces inside a Q word', '=?utf-8?Q?Gr=C3=BC=C3=9Fe aus Bonn?=', 'Grüße aus Bonn'),
  subject('raw UTF-8 (RFC 6532)', 'Grüße 👋', 'Grüße 👋'),
  subject('raw Latin-1', Buffer.from('Grüße', 'latin1'), 'Grüße'),
  subject(
    'raw bytes in the charset of the text',
    iconv.encode('Заказ', 'windows-1251'),
    'Заказ',
    'text/plain; charset=windows-1251',
  ),
  subject('raw GBK like the text', iconv.encode('订单在哪里', 'gbk'), '订单在哪里', 'text/plain; charset=gb2312'),
];

export const charsets: Fixture[] = [...rightLabels, ...wrongLabels, ...special, ...headers];
