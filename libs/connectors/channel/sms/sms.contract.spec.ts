import type { Outbound } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { ACCOUNT, TOKEN, TwilioServer } from '../../vendor/twilio/twilio-server.fixture';
import { sms } from './sms.connector';

const contract = Contract.open('twilio/twilio_api_v2010.json', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;

withDocument("SMS keeps to Twilio's own document (put it in SATCHEL_SPECS to run this)", () => {
  it('in every request that it sends', async () => {
    const server = await TwilioServer.start();
    const { deps, asked } = channelDeps({ baseUrl: server.url, address: '+15552229999' });
    const adapter = sms.connect({ accountSid: ACCOUNT, authToken: TOKEN }, deps);
    const picture = { filename: 'a.png', contentType: 'image/png', content: Buffer.from('a') };
    const outbound: Outbound = {
      messageId: '018f0000-0000-7000-8000-000000000000',
      ticketId: '0',
      ticketNumber: 1,
      to: { address: '+16505551234', name: null },
      cc: [],
      subject: '',
      text: 'Hello',
      html: null,
      files: [picture, picture].map((file) => ({ ...file, url: server.publish(file) })),
      template: null,
      choices: ['Yes'],
      thread: { inReplyTo: null, references: [] },
      automated: false,
      notice: false,
    };
    await adapter.check();
    await adapter.send(outbound, async () => undefined);
    await adapter.find?.(outbound);
    const url = server.keepMedia(picture);
    await adapter.fetchFile?.({ url });
    await adapter.forgetFile?.({ url });
    const told = asked.map((request) => ({
      request: `${request.method} ${new URL(request.url).pathname.replace(/(ME|MM)\w{32}/g, '$1')}`,
      problems: contract?.problems(request, server.url),
    }));
    await server.stop();
    const account = `/2010-04-01/Accounts/${ACCOUNT}`;
    expect(told).toEqual([
      { request: `GET ${account}.json`, problems: [] },
      { request: `POST ${account}/Messages.json`, problems: [] },
      { request: `GET ${account}/Messages.json`, problems: [] },
      // Media lie at their resource's address without ".json", and at the CDN it leads to.
      { request: `GET ${account}/Messages/MM/Media/ME`, problems: null },
      { request: expect.stringMatching('^GET /cdn/'), problems: null },
      { request: `DELETE ${account}/Messages/MM/Media/ME.json`, problems: [] },
    ]);
  });

  it('which would find a field that is not there', () => {
    const request = {
      url: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      method: 'POST',
      headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
      body: 'Recipient=1&ValidityPeriod=soon',
    };
    expect(contract?.problems(request, 'https://api.twilio.com')).toEqual([
      'no field "Recipient"',
      "body must have required property 'To'",
      'body/ValidityPeriod must be integer',
    ]);
  });
});
