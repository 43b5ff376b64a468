import type { Fixture } from './fixture';
import { entity, mail, MESSAGE, multi, OWN_ID, plain, whole } from './fixture';

const BEN = 'ben@example.org';
const DAEMON = {
  From: 'Mail Delivery System <MAILER-DAEMON@mx.example.org>',
  'Return-Path': '<>',
  Subject: 'Undelivered Mail Returned to Sender',
  'Message-ID': '<dsn-1@mx.example.org>',
};
const ORIGINAL = entity(
  { 'Message-ID': `<${OWN_ID}>`, From: 'support@fernhill.example', To: BEN, Subject: 'Re: order' },
  'It is on its way.',
);

interface Dsn {
  status?: string;
  action?: string;
  diagnostic?: string;
  recipient?: string;
  extra?: string;
  text?: string;
}
const fields = ({ status = '5.1.1', action = 'failed', diagnostic = '', recipient = `rfc822;${BEN}` }: Dsn): string =>
  `Final-Recipient: ${recipient}\nAction: ${action}\nStatus: ${status}\n${diagnostic ? `Diagnostic-Code: smtp; ${diagnostic}\n` : ''}`;
const statusPart = (dsn: Dsn): Buffer =>
  entity(
    { 'Content-Type': 'message/delivery-status' },
    `Reporting-MTA: dns; mx.example.org\n${dsn.extra ?? ''}\n${fields(dsn)}`,
  );
const dsnMail = (
  dsn: Dsn,
  parts: Buffer[] = [entity({ 'Content-Type': 'message/rfc822' }, ORIGINAL)],
  head: Record<string, string> = {},
): Buffer =>
  whole(
    multi(
      'report',
      [plain(dsn.text ?? 'Your mail could not be delivered.'), statusPart(dsn), ...parts],
      {},
      '; report-type=delivery-status',
    ),
    { ...DAEMON, ...head },
  );

const failed = { type: 'status', externalId: OWN_ID, messageId: MESSAGE, status: 'failed', recipient: BEN };
const coded = (status: string, wanted: Record<string, unknown>, diagnostic = `550 ${status} sorry`): Fixture => ({
  name: `report: ${status}`,
  rules: [59, 61],
  raw: dsnMail({ status, diagnostic }),
  expect: { statuses: [{ ...failed, ...wanted, error: expect.stringContaining(status) }] },
});
const codes: Fixture[] = [
  coded('5.1.1', { block: 'bounced' }),
  coded('5.1.2', { block: 'bounced' }),
  coded('5.1.10', { block: 'bounced' }),
  coded('5.1.3', { block: null }),
  coded('5.2.1', { block: null }),
  coded('5.2.2', { block: null }),
  coded('5.3.4', { block: null }),
  coded('5.4.4', { block: null }),
  coded('5.7.1', { block: null }),
  coded('5.7.26', { block: null }),
  {
    name: 'report: 5.0.0 whose words know better',
    rules: [61],
    raw: dsnMail({ status: '5.0.0', diagnostic: '550 5.1.1 <ben@example.org>: user unknown' }),
    expect: { statuses: [{ ...failed, block: 'bounced' }] },
  },
  {
    name: 'report: delayed',
    rules: [61],
    raw: dsnMail({ status: '4.4.1', action: 'delayed' }),
    expect: { statuses: [{ ...failed, status: 'delayed', block: null }] },
  },
  {
    name: 'report: "failed" with a 4.x code is only late',
    rules: [61],
    raw: dsnMail({ status: '4.2.2' }),
    expect: { statuses: [{ ...failed, status: 'delayed', block: null }] },
  },
  {
    name: 'report: delivered says nothing',
    rules: [61],
    raw: dsnMail({ status: '2.0.0', action: 'delivered' }),
    expect: { nothing: true },
  },
  {
    name: 'report: recipient in brackets and capitals',
    rules: [62],
    raw: dsnMail({ recipient: 'RFC822; <Ben@Example.ORG>' }),
    expect: { statuses: [failed] },
  },
  {
    name: 'report: two recipients, two fates',
    rules: [61, 62],
    raw: whole(
      multi(
        'report',
        [
          plain('x'),
          entity(
            { 'Content-Type': 'message/delivery-status' },
            `Reporting-MTA: dns; mx\n\n${fields({})}\n${fields({ recipient: 'rfc822;cleo@example.org', status: '5.2.2' })}`,
          ),
          entity({ 'Content-Type': 'text/rfc822-headers' }, `Message-ID: <${OWN_ID}>\n`),
        ],
        {},
        '; report-type=delivery-status',
      ),
      DAEMON,
    ),
    expect: {
      statuses: [
        { ...failed, block: 'bounced' },
        { ...failed, recipient: 'cleo@example.org', block: null },
      ],
    },
  },
];

const marks = {
  readReturnPath: (_: unknown, address: string) => (/^support\+b-good-/i.test(address) ? MESSAGE : null),
};
const found = (name: string, raw: Buffer, more: Partial<Fixture> = {}): Fixture => ({
  name: `report finds our message: ${name}`,
  rules: [60],
  raw,
  expect: { statuses: [failed] },
  ...more,
});
const VERP = 'support+b-good-abcdefghijklmnop@fernhill.example';
const correlations: Fixture[] = [
  found('attached mail', dsnMail({})),
  found('attached head', dsnMail({}, [entity({ 'Content-Type': 'text/rfc822-headers' }, `Message-ID: <${OWN_ID}>\n`)])),
  found('Original-Message-ID field', dsnMail({ extra: `Original-Message-ID: <${OWN_ID}>\n` }, [])),
  found('X-Original-Message-ID in the head', dsnMail({}, [], { 'X-Original-Message-ID': `<${OWN_ID}>` })),
  found('In-Reply-To', dsnMail({}, [], { 'In-Reply-To': `<${OWN_ID}>` })),
  found('References', dsnMail({}, [], { References: `<x@y> <${OWN_ID}>` })),
  found(
    'References of the attached mail',
    dsnMail({}, [
      entity({ 'Content-Type': 'text/rfc822-headers' }, `Message-ID: <changed@mx>\nReferences: <${OWN_ID}>\n`),
    ]),
  ),
  found('return path alone', dsnMail({}, [], { To: VERP }), {
    settings: { marks },
    expect: { statuses: [{ ...failed, externalId: expect.any(String), messageId: MESSAGE }] },
  }),
  found('return path of the envelope', dsnMail({}, []), {
    settings: { marks },
    meta: { mailFrom: '', rcptTo: [VERP.toUpperCase()] },
    expect: { statuses: [{ type: 'status', messageId: MESSAGE }] },
  }),
  found('return path and id', dsnMail({}, undefined, { To: VERP }), { settings: { marks } }),
];

const own = `\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <${OWN_ID}>\nFrom: support@fernhill.example\nTo: ${BEN}\n\nIt is on its way.`;
const worded = (
  name: string,
  head: Record<string, string>,
  text: string,
  wanted: Record<string, unknown> = {},
): Fixture => ({
  name: `report in words: ${name}`,
  rules: [59, 60],
  raw: mail({ ...DAEMON, ...head }, text),
  expect: { statuses: [{ ...failed, ...wanted }] },
});
const words: Fixture[] = [
  worded(
    'qmail',
    { Subject: 'failure notice' },
    `Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${BEN}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@fernhill.example>\nMessage-ID: <${OWN_ID}>\n`,
    { block: 'bounced' },
  ),
  worded(
    'Exim',
    { Subject: 'Mail delivery failed: returning message to sender', 'X-Failed-Recipients': BEN },
    `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\n  ${BEN}\n    host mx.example.org [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<${BEN}>:\n    550 5.1.1 User unknown${own}`,
    { block: 'bounced' },
  ),
  worded(
    'Exim, delayed',
    { Subject: 'Warning: message delayed 24 hours' },
    `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients.\n\n  ${BEN}\n\nNo action is required on your part.${own}`,
    { status: 'delayed' },
  ),
  worded(
    'Exchange',
    { From: 'postmaster@example.org', Subject: 'Undeliverable: Re: order' },
    `Delivery has failed to these recipients or groups:\n\n${BEN}\nThe email address you entered couldn't be found.\n\nDiagnostic information for administrators:\n\n${BEN}\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n\nOriginal message headers:\n\nMessage-ID: <${OWN_ID}>\n`,
    { block: 'bounced' },
  ),
  worded(
    'Microsoft 365, its own sender',
    { From: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org', Subject: 'Undeliverable: order' },
    `Your message to ${BEN} couldn't be delivered.\n550 5.7.1 Delivery not authorized\n\nMessage-ID: <${OWN_ID}>`,
    { block: null },
  ),
  worded(
    'Gmail',
    {
      From: 'mailer-daemon@googlemail.com',
      Subject: 'Delivery Status Notification (Failure)',
      'X-Failed-Recipients': BEN,
      'In-Reply-To': `<${OWN_ID}>`,
    },
    `Address not found\n\nYour message wasn't delivered to ${BEN} because the address couldn't be found.\n550 5.1.1 The email account that you tried to reach does not exist.`,
    { block: 'bounced' },
  ),
  worded(
    'Postfix without its machine-readable part',
    {},
    `This is the mail system at host mx.example.org.\n\n<${BEN}>: host mx.example.org said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)\n\nMessage-ID: <${OWN_ID}>`,
    { block: null },
  ),
  worded(
    'German',
    { Subject: 'Unzustellbar: Ihre Bestellung', From: 'postmaster@example.org' },
    `Ihre Nachricht konnte nicht zugestellt werden.\n${BEN}\n550 5.1.1 unbekannt\n\nMessage-ID: <${OWN_ID}>`,
    { block: 'bounced' },
  ),
  worded(
    'no code, only words',
    { 'X-Failed-Recipients': BEN, Subject: 'Returned mail' },
    `The user does not exist.${own}`,
    { block: 'bounced' },
  ),
  worded('domain gone', { 'X-Failed-Recipients': BEN }, `Host or domain name not found.${own}`, { block: 'bounced' }),
];

const stray = (name: string, raw: Buffer, rules = [60]): Fixture => ({
  name: `report of somebody else’s mail: ${name}`,
  rules,
  raw,
  expect: { automated: 'delivery report', notices: [/cannot be matched/] },
});
const FORGED = OWN_ID.replace(/\.[0-9a-f]{16}@/, '.ffffffffffffffff@');
const others: Fixture[] = [
  stray('no id', dsnMail({}, [])),
  stray(
    'an id that is not ours',
    dsnMail({}, [entity({ 'Content-Type': 'text/rfc822-headers' }, 'Message-ID: <x@y>\n')]),
  ),
  stray(
    'our id with a forged signature',
    dsnMail({}, [entity({ 'Content-Type': 'text/rfc822-headers' }, `Message-ID: <${FORGED}>\n`)]),
    [60, 62],
  ),
  stray('a return path with a forged signature', dsnMail({}, [], { To: VERP.replace('good', 'evil') }), [60, 62]),
  stray('in words', mail({ ...DAEMON, 'X-Failed-Recipients': BEN }, 'Mail delivery failed.')),
  {
    name: 'report: no recipient named, but the mail that came back names one',
    rules: [62],
    raw: dsnMail({ recipient: 'unknown' }),
    expect: { statuses: [failed] },
  },
  stray(
    'our id, but nobody it was for',
    dsnMail({ recipient: 'unknown' }, [entity({ 'Content-Type': 'text/rfc822-headers' }, `Message-ID: <${OWN_ID}>\n`)]),
    [62],
  ),
  {
    name: 'a spam complaint',
    rules: [63],
    raw: whole(
      multi(
        'report',
        [
          plain('This is an abuse report.'),
          plain('Feedback-Type: abuse\n', 'message/feedback-report'),
          entity({ 'Content-Type': 'message/rfc822' }, ORIGINAL),
        ],
        {},
        '; report-type=feedback-report',
      ),
      { From: 'fbl@provider.example' },
    ),
    expect: { automated: 'complaint', notices: [/marked it as spam/] },
  },
  {
    name: 'a read receipt',
    rules: [46],
    raw: whole(
      multi(
        'report',
        [
          plain('Your message was displayed.'),
          plain('Disposition: manual-action; displayed', 'message/disposition-notification'),
        ],
        {},
        '; report-type=disposition-notification',
      ),
    ),
    expect: { automated: 'read receipt', notices: [/displayed/] },
  },
  {
    name: 'a customer who writes about a failed delivery is no report',
    rules: [59],
    raw: mail({ Subject: 'Delivery failed' }, 'My parcel could not be delivered, status 5.1.1 says the driver :)'),
    expect: { automated: false, textHas: ['parcel'] },
  },
  {
    name: 'a customer who forwards a bounce is a customer',
    rules: [59],
    raw: mail(
      { Subject: 'Fwd: failure notice' },
      'I got this:\n\n---------- Forwarded message ---------\nFrom: MAILER-DAEMON@x.example\n\nHi. This is the qmail-send program at x.example.',
    ),
    expect: { automated: false, textHas: ['qmail-send'] },
  },
];

export const reports: Fixture[] = [...codes, ...correlations, ...words, ...others];
