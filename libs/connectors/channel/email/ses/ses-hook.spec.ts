import { createHmac } from 'node:crypto';
import type { ChannelAdapter, HookRequest, InboundItem } from '../../../port';
import { email } from '../email.connector';
import { ownMessageId } from '../message-ids';
import { CERTIFICATE, newPair, Sns, SNS_NOW, snsCall, SUBSCRIBE, TOPIC } from './sns.fixture';

/** A mail in Latin-1, which JSON can only carry as Base64. */
const MAIL = Buffer.from(
  'Message-ID: <from-anna@example.com>\r\nFrom: Anna <anna@example.com>\r\nSubject: Parcel\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdfe\r\n',
  'latin1',
);
const sign = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');
const OWN = {
  ticketId: '01930000-0000-7000-8000-000000000001',
  messageId: '01930000-0000-7000-8000-000000000002',
};
const ownId = ownMessageId(sign, OWN, 'fernhill.example');

const pass = { status: 'PASS' };
const received = (changes: object = {}, receipt: object = {}) => ({
  notificationType: 'Received',
  mail: { messageId: 'ses-1', source: 'anna@example.com', timestamp: SNS_NOW.toISOString() },
  receipt: {
    recipients: ['support@fernhill.example'],
    spfVerdict: pass,
    dkimVerdict: pass,
    dmarcVerdict: pass,
    spamVerdict: pass,
    virusVerdict: pass,
    action: { type: 'SNS', encoding: 'BASE64' },
    ...receipt,
  },
  content: MAIL.toString('base64'),
  ...changes,
});
const sent = {
  messageId: 'ses-of-ours',
  source: 'support@fernhill.example',
  headers: [
    { name: 'Message-ID', value: `<${ownId}>` },
    { name: 'To', value: 'anna@example.com, ben@example.com' },
    { name: 'Subject', value: 'Re: Parcel' },
  ],
};
const bounce = (changes: object = {}, mail: object = sent) => ({
  notificationType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    feedbackId: 'feedback-1',
    timestamp: SNS_NOW.toISOString(),
    bouncedRecipients: [
      { emailAddress: 'anna@example.com', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 no such user' },
    ],
    ...changes,
  },
  mail,
});

describe('mail by Amazon SES', () => {
  let sns: Sns;
  let adapter: ChannelAdapter;
  let warnings: string[];
  const verify = async (call: HookRequest): Promise<string | null> => adapter.hook!.verify(call);
  const unpack = (message: unknown) => adapter.hook!.unpack(snsCall(sns.notification(message)));
  const read = async (message: unknown): Promise<InboundItem[]> =>
    (await Promise.all(unpack(message).map((it) => adapter.read(it)))).flat();

  beforeEach(async () => {
    sns = await Sns.start();
    warnings = [];
    adapter = email.connect(
      { smtpHost: '127.0.0.1', smtpPort: 25, parseProvider: 'ses', parseTopic: TOPIC },
      {
        fetch: sns.fetch,
        log: {
          debug: () => undefined,
          info: () => undefined,
          warn: (_fields: object, message: string) => warnings.push(message),
        },
        now: () => SNS_NOW,
        sign,
        baseUrl: null,
        address: 'support@fernhill.example',
        hookUrl: 'https://desk.fernhill.example/hooks/1',
        keep: async () => undefined,
      },
    );
  });
  afterEach(() => sns.stop());

  describe('is believed', () => {
    it.each(['1', '2'])('when SNS signed it by version %s, with a subject or without', async (SignatureVersion) => {
      const changes = { SignatureVersion, Subject: 'Amazon SES Email Receipt\nNotification' };
      expect(await verify(snsCall(sns.notification(received(), changes)))).toBeNull();
      expect(await verify(snsCall(sns.notification(received(), { SignatureVersion })))).toBeNull();
      expect(sns.asked).toEqual([CERTIFICATE]);
    });

    it('never when anything of it was changed, or somebody else signed it', async () => {
      const good = sns.notification(received());
      for (const changes of [
        { Message: JSON.stringify(received({ content: 'b3RoZXI=' })) },
        { Subject: 'Added' },
        { MessageId: 'sns-2' },
        { SignatureVersion: '1' },
        { Type: 'UnsubscribeConfirmation' },
      ])
        expect(await verify(snsCall({ ...good, ...changes }))).toMatch(/not that of Amazon SNS/);
      for (const changes of [{ Signature: undefined }, { SignatureVersion: '3' }])
        expect(await verify(snsCall({ ...good, ...changes }))).toMatch(/no signature/);
      const other = await Sns.start(newPair());
      expect(await verify(snsCall(other.notification(received())))).toMatch(/not that of Amazon SNS/);
      await other.stop();
    });

    it('never from another topic, however well signed, and nothing is asked for it', async () => {
      const TopicArn = 'arn:aws:sns:eu-west-1:999999999999:mail';
      expect(await verify(snsCall(sns.notification(received(), { TopicArn })))).toMatch(/parseTopic/);
      expect(await verify(snsCall(sns.subscription({ TopicArn })))).toMatch(/parseTopic/);
      expect(sns.asked).toEqual([]);
    });

    it('never by a certificate that lies elsewhere, and nobody is asked for it', async () => {
      for (const SigningCertURL of ['https://evil.example/x.pem', CERTIFICATE.replace('https', 'http'), undefined])
        expect(await verify(snsCall(sns.notification(received(), { SigningCertURL })))).toMatch(/certificate/);
      expect(sns.asked).toEqual([]);
    });

    it('never when it is old, raw, or nothing that SNS says', async () => {
      const Timestamp = new Date(SNS_NOW.getTime() - 86_400_000).toISOString();
      expect(await verify(snsCall(sns.notification(received(), { Timestamp })))).toMatch(/too old/);
      expect(await verify(snsCall(sns.notification(received(), { Timestamp: 'today' })))).toMatch(/too old/);
      const raw = snsCall(JSON.stringify(received()), { 'x-amz-sns-rawdelivery': 'true' });
      expect(await verify(raw)).toMatch(/raw message delivery/);
      for (const body of ['', '{', '[]', 'null', '{"Type":"Party"}'])
        expect(await verify(snsCall(body))).toMatch(/not one of Amazon SNS/);
      expect(await verify({ ...snsCall(sns.notification(received())), method: 'GET' })).toMatch(/posted/);
    });

    it('later, when the certificate cannot be had just now', async () => {
      sns.trouble = 503;
      await expect(verify(snsCall(sns.notification(received())))).rejects.toMatchObject({ code: 'unavailable' });
      sns.trouble = null;
      expect(await verify(snsCall(sns.notification(received())))).toBeNull();
    });
  });

  describe('has its topic', () => {
    it('confirmed once, and nothing stored for it', async () => {
      const call = snsCall(sns.subscription());
      expect(await verify(call)).toBeNull();
      expect(await verify(call)).toBeNull();
      expect(sns.asked).toEqual([CERTIFICATE, SUBSCRIBE]);
      expect(adapter.hook!.unpack(call)).toEqual([]);
    });

    it('not confirmed for a forger, nor at another address', async () => {
      expect(await verify(snsCall({ ...sns.subscription(), Token: 't-2' }))).toMatch(/not that of Amazon SNS/);
      const elsewhere = sns.subscription({ SubscribeURL: 'https://sns.s3.amazonaws.com/?Action=ConfirmSubscription' });
      expect(await verify(snsCall(elsewhere))).toMatch(/address to confirm/);
      expect(sns.asked).toEqual([CERTIFICATE]);
    });

    it('confirmed by the next try when SNS was in trouble', async () => {
      const call = snsCall(sns.subscription());
      expect(await verify(snsCall(sns.notification(received())))).toBeNull();
      sns.trouble = 500;
      await expect(verify(call)).rejects.toMatchObject({ code: 'unavailable' });
      sns.trouble = null;
      expect(await verify(call)).toBeNull();
      expect(sns.asked).toEqual([CERTIFICATE, SUBSCRIBE, SUBSCRIBE]);
    });

    it('missed aloud when it no longer calls', async () => {
      expect(await verify(snsCall(sns.subscription({ Type: 'UnsubscribeConfirmation' })))).toBeNull();
      expect(warnings).toEqual([expect.stringMatching(/no longer calls/)]);
      expect(sns.asked).toEqual([CERTIFICATE]);
    });
  });

  it('comes byte for byte, by one id however often it is told, and says who handed it over', async () => {
    const [first, ...more] = unpack(received());
    expect(more).toEqual([]);
    expect(first?.raw.equals(MAIL)).toBe(true);
    expect(first).toMatchObject({
      externalId: 'from-anna@example.com',
      meta: { providerId: 'ses-1', mailFrom: 'anna@example.com', rcptTo: ['support@fernhill.example'] },
    });
    expect(unpack(received())[0]).toMatchObject({ externalId: first?.externalId, contentHash: first?.contentHash });
    const text = 'Message-ID: <plain@example.com>\r\n\r\nGrüße\r\n';
    expect(unpack(received({ content: text }, { action: { type: 'SNS', encoding: 'UTF8' } }))[0]?.raw.toString()).toBe(
      text,
    );
    // A bounce that came to us has no sender.
    expect(unpack(received({ mail: { messageId: 'ses-2', source: '<>' } }))[0]?.meta.mailFrom).toBe('');
  });

  it.each([
    ['proves its author', {}, 'proven', { dmarc: 'pass', spf: 'pass', aligned: true, domain: 'example.com' }],
    ['is a forgery by', { dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'reject' }, 'forged', { dmarc: 'fail' }],
    ['leaves open', { dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'none' }, 'unproven', { aligned: false }],
  ])('%s what SES found', async (_name, receipt, sender, verdicts) => {
    const [item] = await read(received({}, receipt));
    expect(item).toMatchObject({ type: 'message', text: 'Grüße', sender, verdicts: expect.objectContaining(verdicts) });
  });

  it('proves nobody where SES says nothing, or two are named as its author', async () => {
    expect(await read(received({}, { dmarcVerdict: { status: 'GRAY' } }))).toMatchObject([{ sender: 'unproven' }]);
    const two = MAIL.toString('latin1').replace('From: ', 'From: ceo@bank.example\r\nFrom: ');
    const content = Buffer.from(two, 'latin1').toString('base64');
    expect(await read(received({ content }))).toMatchObject([{ sender: 'unproven', verdicts: { aligned: false } }]);
  });

  it('tells what the filters of SES said', async () => {
    const told = await read(received({}, { spamVerdict: { status: 'FAIL' }, virusVerdict: { status: 'FAIL' } }));
    expect(told).toMatchObject([{ notices: [expect.stringMatching(/spam/), expect.stringMatching(/virus/)] }]);
    expect(await read(received())).toMatchObject([{ notices: [] }]);
  });

  it('is put aside with what to do when the rule sends no content', async () => {
    const note = received({ content: undefined }, { action: { type: 'S3', bucketName: 'b', objectKey: 'k' } });
    const [inbound] = unpack(note);
    expect(inbound).toMatchObject({ externalId: 'ses:ses-1' });
    expect(JSON.parse(inbound!.raw.toString())).toMatchObject({ receipt: { action: { objectKey: 'k' } } });
    await expect(adapter.read(inbound!)).rejects.toThrow(/Set the SES rule to the SNS action/);
  });

  it('reports a bounce of ours, and blocks the address that is gone', async () => {
    expect(unpack(bounce())[0]?.externalId).toBe('ses-bounce:feedback-1');
    const status = { type: 'status', externalId: ownId, messageId: OWN.messageId, recipient: 'anna@example.com' };
    expect(await read(bounce())).toMatchObject([{ ...status, status: 'failed', block: 'bounced' }]);
    // As a configuration set of SES says it.
    const { bounce: detail, mail } = bounce();
    expect(await read({ eventType: 'Bounce', bounce: detail, mail })).toMatchObject([{ ...status, block: 'bounced' }]);
  });

  it.each([
    ['Permanent', 'OnAccountSuppressionList', 'failed', 'bounced'],
    ['Permanent', 'General', 'failed', null],
    ['Transient', 'MailboxFull', 'failed', null],
    ['Transient', 'General', 'delayed', null],
  ])('takes a bounce that is %s, %s and without a code as %s', async (bounceType, bounceSubType, status, block) => {
    const bouncedRecipients = [{ emailAddress: 'anna@example.com' }, { emailAddress: 'ben@example.com' }];
    expect(await read(bounce({ bounceType, bounceSubType, bouncedRecipients }))).toMatchObject([
      { status, block, recipient: 'anna@example.com' },
      { status, block, recipient: 'ben@example.com' },
    ]);
  });

  it('never takes a bounce for one of ours that names no mail of ours', async () => {
    const foreign = { ...sent, headers: [{ name: 'Message-ID', value: '<news@example.com>' }] };
    expect(await read(bounce({}, foreign))).toMatchObject([{ type: 'message', automated: 'delivery report' }]);
    const diagnosticCode = `smtp; 550\r\n\r\nMessage-ID: <${ownId}>x\r\n--report-of-amazon-ses`;
    const forged = bounce({ bouncedRecipients: [{ emailAddress: 'a@b.example', diagnosticCode }] }, foreign);
    expect(await read(forged)).toMatchObject([{ type: 'message', automated: 'delivery report' }]);
  });

  it('tells of a complaint as of any other', async () => {
    const complaint = {
      complainedRecipients: [{ emailAddress: 'anna@example.com' }],
      complaintFeedbackType: 'abuse',
      feedbackId: 'feedback-2',
    };
    const told = { notificationType: 'Complaint', complaint, mail: sent };
    expect(unpack(told)[0]?.externalId).toBe('ses-complaint:feedback-2');
    expect(await read(told)).toMatchObject([
      {
        automated: 'complaint',
        notices: [expect.stringMatching(/marked it as spam/)],
        text: expect.stringContaining('anna@example.com'),
        thread: { ticketId: OWN.ticketId, externalIds: [ownId] },
        sender: 'unproven',
      },
    ]);
  });

  it('is nothing where SES says nothing that matters, and reads whatever it says', async () => {
    const others = ['Successfully validated SNS topic', '', '{', { notificationType: 'Delivery', mail: sent }, null];
    for (const message of others) expect(unpack(message)).toEqual([]);
    for (const notificationType of ['Bounce', 'Complaint'])
      for (const odd of [{}, { bounce: 7, complaint: [], mail: 'x' }, { mail: { headers: [null, { name: 5 }] } }])
        expect(await read({ notificationType, ...odd })).toMatchObject([{ type: 'message' }]);
  });
});
