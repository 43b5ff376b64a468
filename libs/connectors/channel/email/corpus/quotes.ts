import type { Fixture } from './fixture';
import { html, mail, multi, plain, whole } from './fixture';

const MINE = 'Thank you, that helps.';
const THEIRS = 'Your parcel left us on Monday.';
const QUOTED = `> ${THEIRS}\n> Maya`;

/** "On … wrote:" as the mail programs of each language put it. */
const ATTRIBUTIONS: Record<string, string> = {
  English: 'On Fri, Nov 20, 2026 at 10:12 AM Fernhill <support@fernhill.example> wrote:',
  'English, broken over two lines':
    'On Fri, Nov 20, 2026 at 10:12 AM Fernhill Support Team\n<support@fernhill.example> wrote:',
  German: 'Am Fr., 20. Nov. 2026 um 10:12 Uhr schrieb Fernhill <support@fernhill.example>:',
  'German, Thunderbird': 'Am 20.11.2026 um 10:12 schrieb Fernhill:',
  French: 'Le ven. 20 nov. 2026 à 10:12, Fernhill <support@fernhill.example> a écrit :',
  Spanish: 'El vie, 20 nov 2026 a las 10:12, Fernhill (<support@fernhill.example>) escribió:',
  Portuguese: 'Em sex., 20 de nov. de 2026 às 10:12, Fernhill <support@fernhill.example> escreveu:',
  Italian: 'Il giorno ven 20 nov 2026 alle ore 10:12 Fernhill <support@fernhill.example> ha scritto:',
  Dutch: 'Op vr 20 nov 2026 om 10:12 schreef Fernhill <support@fernhill.example>:',
  Polish: 'pt., 20 lis 2026 o 10:12 Fernhill <support@fernhill.example> napisał(a):',
  'Polish, Outlook': 'W dniu 20.11.2026 o 10:12, Fernhill pisze:',
  Swedish: 'Den fre 20 nov. 2026 kl 10:12 skrev Fernhill <support@fernhill.example>:',
  Danish: 'Den fre. 20. nov. 2026 kl. 10.12 skrev Fernhill <support@fernhill.example>:',
  Norwegian: 'fre. 20. nov. 2026 kl. 10:12 skrev Fernhill <support@fernhill.example>:',
  Finnish: 'pe 20. marrask. 2026 klo 10.12 Fernhill (support@fernhill.example) kirjoitti:',
  Czech: 'pá 20. 11. 2026 v 10:12 odesílatel Fernhill <support@fernhill.example> napsal:',
  Slovak: 'pi 20. 11. 2026 o 10:12 Fernhill <support@fernhill.example> napísal(a):',
  Hungarian: 'Fernhill <support@fernhill.example> ezt írta (időpont: 2026. nov. 20., P, 10:12):',
  Romanian: 'În vin., 20 nov. 2026 la 10:12, Fernhill <support@fernhill.example> a scris:',
  Bulgarian: 'На пт, 20.11.2026 г. в 10:12 Fernhill <support@fernhill.example> написа:',
  Russian: 'пт, 20 нояб. 2026 г. в 10:12, Fernhill <support@fernhill.example>:',
  'Russian, Mail.ru': '20.11.2026 10:12, Fernhill пишет:',
  Ukrainian: 'пт, 20 лист. 2026 р. о 10:12 Fernhill <support@fernhill.example> пише:',
  Greek: 'Στις Παρ 20 Νοε 2026 στις 10:12 π.μ., ο χρήστης Fernhill <support@fernhill.example> έγραψε:',
  Turkish: 'Fernhill <support@fernhill.example>, 20 Kas 2026 Cum, 10:12 tarihinde şunu yazdı:',
  Hebrew: 'בתאריך יום ו׳, 20 בנוב׳ 2026 ב-10:12 מאת Fernhill <support@fernhill.example>:',
  Arabic: 'في الجمعة، 20 نوفمبر 2026 في 10:12 ص تمت كتابة ما يلي بواسطة Fernhill <support@fernhill.example>:',
  Persian: 'در تاریخ جمعه 20 نوامبر 2026، 10:12 Fernhill <support@fernhill.example> نوشت:',
  Japanese: '2026年11月20日(金) 10:12 Fernhill <support@fernhill.example>:',
  'Japanese, Apple': '2026/11/20 10:12、Fernhill <support@fernhill.example>のメール:',
  Chinese: 'Fernhill <support@fernhill.example> 于2026年11月20日周五 10:12写道：',
  'Chinese, Taiwan': 'Fernhill <support@fernhill.example> 於 2026年11月20日 週五 上午10:12寫道：',
  Korean: '2026년 11월 20일 (금) 오전 10:12, Fernhill <support@fernhill.example>님이 작성:',
  Vietnamese: 'Vào Th 6, 20 thg 11, 2026 vào lúc 10:12 Fernhill <support@fernhill.example> đã viết:',
  Thai: 'ในวันที่ ศ. 20 พ.ย. 2026 เวลา 10:12 Fernhill <support@fernhill.example> เขียนว่า:',
  Indonesian: 'Pada Jum, 20 Nov 2026 pukul 10.12 Fernhill <support@fernhill.example> menulis:',
  Croatian: 'pet, 20. stu 2026. u 10:12 Fernhill <support@fernhill.example> napisao je:',
  Slovenian: 'V V pet., 20. nov. 2026 ob 10:12 je oseba Fernhill <support@fernhill.example> napisala:',
  Estonian: 'Kuupäev R, 20. november 2026 kell 10:12 kirjutas Fernhill <support@fernhill.example>:',
  Latvian: 'piektd., 2026. g. 20. nov., plkst. 10:12 — lietotājs Fernhill (<support@fernhill.example>) rakstīja:',
  Lithuanian: '2026-11-20, pn, 10:12 Fernhill <support@fernhill.example> rašė:',
  Catalan: 'El dia dv., 20 de nov. 2026 a les 10:12, Fernhill (<support@fernhill.example>) va escriure:',
};

const answers: Fixture[] = Object.entries(ATTRIBUTIONS).map(([language, line]) => ({
  name: `answer above a quote: ${language}`,
  rules: [67, 68],
  raw: mail({ Subject: 'Re: order', 'Content-Type': 'text/plain; charset=utf-8' }, `${MINE}\n\n${line}\n${QUOTED}\n`),
  expect: { text: MINE, fullHas: [THEIRS] },
}));

/** Phones that mark no line of what they quote. */
const unmarked: Fixture[] = ['English', 'German', 'French', 'Spanish', 'Italian', 'Chinese', 'Japanese, Apple'].map(
  (language) => ({
    name: `answer above a quote without marks: ${language}`,
    rules: [68],
    raw: mail({ 'Content-Type': 'text/plain; charset=utf-8' }, `${MINE}\n\n${ATTRIBUTIONS[language]}\n\n${THEIRS}`),
    expect: { text: MINE, fullHas: [THEIRS] },
  }),
);

/** The header of the quoted mail, as Outlook and its like write it. */
const FIELDS: Record<string, string[]> = {
  English: ['From: Fernhill', 'Sent: Friday, November 20, 2026 10:12 AM', 'To: Anna', 'Subject: order'],
  German: ['Von: Fernhill', 'Gesendet: Freitag, 20. November 2026 10:12', 'An: Anna', 'Betreff: order'],
  French: ['De : Fernhill', 'Envoyé : vendredi 20 novembre 2026 10:12', 'À : Anna', 'Objet : order'],
  Spanish: ['De: Fernhill', 'Enviado: viernes, 20 de noviembre de 2026', 'Para: Anna', 'Asunto: order'],
  Italian: ['Da: Fernhill', 'Inviato: venerdì 20 novembre 2026', 'A: Anna', 'Oggetto: order'],
  Dutch: ['Van: Fernhill', 'Verzonden: vrijdag 20 november 2026', 'Aan: Anna', 'Onderwerp: order'],
  Polish: ['Od: Fernhill', 'Wysłano: piątek, 20 listopada 2026', 'Do: Anna', 'Temat: order'],
  Russian: ['От: Fernhill', 'Отправлено: 20 ноября 2026 г. 10:12', 'Кому: Anna', 'Тема: order'],
  Turkish: ['Kimden: Fernhill', 'Gönderilme: 20 Kasım 2026 Cuma', 'Kime: Anna', 'Konu: order'],
  Chinese: ['发件人: Fernhill', '发送时间: 2026年11月20日', '收件人: Anna', '主题: order'],
  Japanese: ['差出人: Fernhill', '送信日時: 2026年11月20日', '宛先: Anna', '件名: order'],
  'with stars': ['*From:* Fernhill', '*Sent:* Friday', '*To:* Anna', '*Subject:* order'],
};
const blocks: Fixture[] = Object.entries(FIELDS).map(([language, fields]) => ({
  name: `answer above a header: ${language}`,
  rules: [68],
  raw: mail(
    { 'Content-Type': 'text/plain; charset=utf-8' },
    `${MINE}\n\n________________________________\n${fields.join('\n')}\n\n${THEIRS}`,
  ),
  expect: { text: MINE, fullHas: [THEIRS] },
}));

const LINES = [
  '-----Original Message-----',
  '-----Ursprüngliche Nachricht-----',
  "-----Message d'origine-----",
  '-----Mensaje original-----',
  '-----Messaggio originale-----',
  '-----Oorspronkelijk bericht-----',
  '------------------ 原始邮件 ------------------',
  '-------- Αρχικό μήνυμα --------',
  '-----Исходное сообщение-----',
  '----- 元のメッセージ -----',
  '-----Wiadomość oryginalna-----',
  '-----Orijinal Mesaj-----',
];
const originals: Fixture[] = LINES.map((line) => ({
  name: `answer above ${line}`,
  rules: [68],
  raw: mail({ 'Content-Type': 'text/plain; charset=utf-8' }, `${MINE}\n\n${line}\n${THEIRS}`),
  expect: { text: MINE, fullHas: [THEIRS] },
}));

/** What surrounds the quoted mail in the HTML of each program. */
const CUTTERS: Record<string, string> = {
  Gmail: `<div dir="ltr">${MINE}</div><br><div class="gmail_quote"><div class="gmail_attr">On Fri, Nov 20, 2026 Fernhill wrote:<br></div><blockquote>${THEIRS}</blockquote></div>`,
  'Gmail, newer': `<div>${MINE}</div><div class="gmail_quote gmail_quote_container"><div dir="ltr">On Fri</div><blockquote>${THEIRS}</blockquote></div>`,
  'Outlook on the web': `<div>${MINE}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Fernhill</div>${THEIRS}`,
  'Outlook, prefixed ids': `<div>${MINE}</div><div id="x_divRplyFwdMsg"><b>From:</b> F</div><div>${THEIRS}</div>`,
  'Outlook desktop, inches': `<p>${MINE}</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>From:</b> F</p></div></div><p>${THEIRS}</p>`,
  'Outlook desktop, centimetres': `<p>${MINE}</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><b>Von:</b> F</div><p>${THEIRS}</p>`,
  'Outlook mobile': `<div>${MINE}</div><div id="ms-outlook-mobile-body-separator-line"></div><div>${THEIRS}</div>`,
  'Outlook, new Mac': `<div>${MINE}</div><div id="mail-editor-reference-message-container"><div>${THEIRS}</div></div>`,
  'Outlook, old Mac': `<div>${MINE}</div><span id="OLK_SRC_BODY_SECTION">${THEIRS}</span>`,
  Hotmail: `<div>${MINE}</div><hr id="stopSpelling"><div>${THEIRS}</div>`,
  Yahoo: `<div>${MINE}</div><div id="yahoo_quoted_1234567890" class="yahoo_quoted"><div>${THEIRS}</div></div>`,
  Proton: `<div>${MINE}</div><div class="protonmail_quote">On Friday wrote<blockquote>${THEIRS}</blockquote></div>`,
  'Apple Mail': `<div>${MINE}</div><div><br><blockquote type="cite"><div>On 20 Nov 2026, at 10:12, Fernhill &lt;support@fernhill.example&gt; wrote:</div>${THEIRS}</blockquote></div>`,
  Thunderbird: `<p>${MINE}</p><div class="moz-cite-prefix">On 20.11.26 10:12, Fernhill wrote:</div><blockquote type="cite" cite="mid:x">${THEIRS}</blockquote>`,
  Zoho: `<div>${MINE}</div><div class="zmail_extra">${THEIRS}</div>`,
  NetEase: `<div>${MINE}</div><div id="isReplyContent">${THEIRS}</div>`,
  Tutanota: `<div>${MINE}</div><blockquote class="tutanota_quote">${THEIRS}</blockquote>`,
  QQ: `<div>${MINE}</div><div>------------------ 原始邮件 ------------------</div><div>${THEIRS}</div>`,
};
const markup: Fixture[] = Object.entries(CUTTERS).map(([program, body]) => ({
  name: `HTML answer of ${program}`,
  rules: [68],
  raw: mail({ 'Content-Type': 'text/html; charset=utf-8' }, body),
  expect: { text: MINE, fullHas: [THEIRS], htmlHas: [THEIRS] },
}));

const SIGNED = [
  'Sent from my iPhone',
  'Get Outlook for iOS',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  '发自我的 iPhone',
  'Отправлено с iPhone',
  'Sent from Yahoo Mail on Android',
  '-- \nAnna Bergmann\nBakery Bergmann',
];
const signatures: Fixture[] = SIGNED.map((words) => ({
  name: `signature: ${words.replace(/\n/g, ' / ')}`,
  rules: [67],
  raw: mail({ 'Content-Type': 'text/plain; charset=utf-8' }, `${MINE}\n\n${words}\n`),
  expect: { text: MINE },
}));

const other = (
  name: string,
  head: Record<string, string>,
  body: string,
  expect: Fixture['expect'],
  rules = [67, 69],
): Fixture => ({
  name,
  rules,
  raw: mail({ 'Content-Type': 'text/plain; charset=utf-8', ...head }, body),
  expect,
});
const INLINE = `On Fri, 20 Nov 2026 10:12 Fernhill <s@f.example> wrote:\n> Which size?\nM please\n> Which colour?\nGreen\n> Thanks`;
const cases: Fixture[] = [
  other('answers between the lines stay whole', {}, INLINE, { textHas: ['> Which size?', 'M please', 'Green'] }),
  other(
    'HTML answers between the lines stay whole',
    { 'Content-Type': 'text/html' },
    '<blockquote type="cite">Which size?</blockquote><p>M please</p><blockquote type="cite">Which colour?</blockquote><p>Green</p>',
    { textHas: ['Which size?', 'M please', 'Green'] },
  ),
  other('an answer below the quote', {}, `On Fri, 20 Nov 2026 10:12 F <s@f.example> wrote:\n${QUOTED}\n\n${MINE}`, {
    text: MINE,
  }),
  other('nothing but a quote is shown', {}, QUOTED, { text: QUOTED }),
  other(
    'nothing but an HTML quote is shown',
    { 'Content-Type': 'text/html' },
    `<div class="gmail_quote">${THEIRS}</div>`,
    { text: THEIRS },
  ),
  other(
    'a forward of Gmail stays',
    { Subject: 'Fwd: order' },
    `FYI\n\n---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\nDate: Fri\nSubject: order\nTo: x\n\n${THEIRS}`,
    { textHas: ['FYI', THEIRS] },
  ),
  other(
    'a forward of Apple stays',
    {},
    `Begin forwarded message:\n\nFrom: Bob <bob@example.com>\nSubject: order\nDate: Fri\n\n${THEIRS}`,
    { textHas: [THEIRS] },
  ),
  other(
    'a forward of Outlook stays',
    { Subject: 'FW: order' },
    `See below.\n\nFrom: Bob\nSent: Friday\nTo: x\nSubject: order\n\n${THEIRS}`,
    { textHas: ['See below.', THEIRS] },
  ),
  other(
    'a German forward stays',
    { Subject: 'WG: Bestellung' },
    `-------- Weitergeleitete Nachricht --------\nBetreff: x\nVon: Bob\n\n${THEIRS}`,
    { textHas: [THEIRS] },
  ),
  other(
    'an HTML forward of Gmail stays',
    { Subject: 'Fwd: order', 'Content-Type': 'text/html' },
    `<div>FYI</div><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: Bob</div>${THEIRS}</div>`,
    { textHas: ['FYI', THEIRS] },
  ),
  other(
    'an HTML forward whose subject does not tell stays',
    { 'Content-Type': 'text/html' },
    `<div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: Bob</div>${THEIRS}</div>`,
    { textHas: [THEIRS] },
  ),
  other(
    'a marker line',
    {},
    `${MINE}\n\n##- Please type your reply above this line -##\n\n${THEIRS}`,
    { text: MINE },
    [68],
  ),
  other('a person who writes about writing', {}, 'Your colleague wrote to me: the parcel is lost.\nWhat now?', {
    textHas: ['What now?', 'the parcel is lost'],
  }),
  other('a list of fields that is no header', {}, 'From: Berlin\nTo: Hamburg\nplease ship it.', {
    textHas: ['please ship it.'],
  }),
  other('sent from my is part of a sentence', {}, 'Hi\n\nSent from my desk, it is so much easier to write.', {
    textHas: ['easier to write'],
  }),
  other('deep quotes', {}, `${MINE}\n\nOn Fri, 20 Nov 2026 at 10:12 F <s@f.example> wrote:\n>> old\n> > older\n> new`, {
    text: MINE,
  }),
  other('a quote without its line', {}, `${MINE}\n\n${QUOTED}`, { text: MINE }),
  {
    name: 'text and HTML: the HTML knows where the quote is',
    rules: [68],
    raw: whole(multi('alternative', [plain(`${MINE}\n\n${THEIRS}`), html(CUTTERS['Outlook, new Mac'] ?? '')])),
    expect: { text: MINE, fullHas: [THEIRS] },
  },
];

export const quotes: Fixture[] = [...answers, ...unmarked, ...blocks, ...originals, ...markup, ...signatures, ...cases];
