import fc from 'fast-check';
import type { ChannelAdapter, InboundMessage } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { outboundTo, rawCall } from '../../vendor/twilio/twilio-message.fixture';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { whatsapp } from './whatsapp.connector';

const CUSTOMER = '+16505551234';

describe('WhatsApp over Twilio', () => {
  let server: TwilioServer;
  beforeAll(async () => (server = await TwilioServer.start()));
  afterAll(() => server.stop());

  const channel = (): ChannelAdapter =>
    whatsapp.connect(
      { transport: 'twilio', accountSid: ACCOUNT, authToken: TOKEN },
      channelDeps({ baseUrl: server.url, address: '+15550783881' }).deps,
    );
  const outbound = outboundTo(CUSTOMER);
  const read = (fields: Record<string, string>) => channel().read(rawCall(fields));
  const heard = async (fields: Record<string, string>) =>
    (await read({ From: `whatsapp:${CUSTOMER}`, ...fields }))[0] as InboundMessage;

  it('writes from and to WhatsApp numbers', async () => {
    await channel().send(outbound({ choices: ['Yes', 'No'] }), async () => undefined);
    const form = server.taken.at(-1)?.form;
    expect([form?.get('From'), form?.get('To')]).toEqual(['whatsapp:+15550783881', `whatsapp:${CUSTOMER}`]);
    expect(form?.get('Body')).toBe('Hello\n- Yes\n- No');
    expect(await channel().find?.(outbound({ choices: ['Yes', 'No'] }))).toMatchObject({ status: 'queued' });
  });

  it('sends a template by its id alone, without words beside it', async () => {
    const template = { id: 'HX1', language: 'en', params: ['Anna', '#1001'] };
    await channel().send(outbound({ template, text: 'Hello Anna' }), async () => undefined);
    const form = server.taken.at(-1)?.form;
    expect(JSON.parse(form?.get('ContentVariables') ?? '')).toEqual({ 1: 'Anna', 2: '#1001' });
    expect([form?.get('ContentSid'), form?.get('Body')]).toEqual(['HX1', null]);
  });

  it('tells a closed window when the report of it comes', async () => {
    expect(await read({ MessageSid: 'SM2', MessageStatus: 'undelivered', ErrorCode: '63016' })).toMatchObject([
      { type: 'status', status: 'failed', error: expect.stringMatching(/24 hours.*63016/) },
    ]);
  });

  it.each([
    [
      { ProfileName: 'Anna', Body: 'Hi' },
      { text: 'Hi', from: { address: CUSTOMER, name: 'Anna' } },
    ],
    [{ From: 'whatsapp:+5215512345678', Body: 'Hi' }, { from: { address: '+525512345678' } }],
    [{ From: 'whatsapp:US.1349', Body: 'Hi' }, { from: { address: 'whatsapp:US.1349', kind: 'account' } }],
    [{ ButtonText: 'Yes', ButtonPayload: 'p' }, { text: 'Yes' }],
    [{ Latitude: '1.5', Longitude: '2', Label: 'Here' }, { text: 'Location\nHere\nhttps://maps.google.com/?q=1.5,2' }],
    [{ Body: 'Ok', OriginalRepliedMessageSid: 'SM9' }, { thread: { externalIds: ['SM9'] } }],
    [{ Body: 'Hi', Forwarded: 'true' }, { notices: ['Forwarded from another chat.'] }],
    [{ Body: 'STOP' }, { consent: null, automated: null }],
    [
      { Body: 'STOP', OptOutType: 'STOP' },
      { consent: 'stop', automated: 'opt-out keyword' },
    ],
  ])('reads %j', async (fields, message) => {
    expect(await heard(fields as Record<string, string>)).toMatchObject(message);
  });

  it('reads any body without an error, and says nothing that cannot be stored', async () => {
    const name = fc.constantFrom(
      'From',
      'WaId',
      'Body',
      'ProfileName',
      'MessageStatus',
      'Latitude',
      'Longitude',
      'Label',
    );
    const form = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(form, async (pairs) => {
        const raw = Buffer.from(pairs.map((pair) => pair.map(encode).join('=')).join('&'));
        const items = await channel().read({ externalId: 'x', raw, meta: {} });
        expect(JSON.stringify(items)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
      { numRuns: 200 },
    );
  });
});

function encode(text: string): string {
  return Buffer.from(text).toString('hex').replace(/../g, '%$&');
}
