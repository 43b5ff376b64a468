import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector } from '../../port';
import { ConnectorError } from '../../port';
import { TwilioClient } from '../../vendor/twilio/twilio.client';
import { fetchMedia, forgetMedia } from '../../vendor/twilio/twilio-files';
import { findMessage } from '../../vendor/twilio/twilio-find';
import { twilioHook } from '../../vendor/twilio/twilio-hook';
import { twilioStatuses } from '../../vendor/twilio/twilio-status';
import { readSms } from './sms-reader';
import { MAX_CHARS, MAX_FILE_BYTES, MAX_FILES, sendSms, textOf } from './sms-sender';
import { SmsCredentials } from './sms.credentials';

const traits: ChannelTraits = {
  addressKind: 'phone',
  html: false,
  files: true,
  maxFiles: MAX_FILES,
  maxFileBytes: MAX_FILE_BYTES,
  maxChars: MAX_CHARS,
  replyWindowHours: null,
  templates: false,
  choices: 0,
  segments: true,
  typing: false,
  receipts: false,
  subject: false,
  copies: false,
  threads: 'address',
  announcesAi: false,
};

/** Text and picture messages by Twilio Programmable Messaging. */
export const sms: Connector<'channel', SmsCredentials> = {
  id: 'sms',
  kind: 'channel',
  label: 'SMS (Twilio)',
  credentials: SmsCredentials,

  connect(credentials, deps): ChannelAdapter {
    const sender = credentials.sender || deps.address;
    if (!sender) throw new ConnectorError('rejected', 'An SMS connection needs the number that it writes from.');
    const client = new TwilioClient(credentials, deps);
    const words = twilioStatuses(deps.log);
    return {
      traits,
      send: (outbound, beforeCommit) => sendSms(client, sender, outbound, beforeCommit),
      find: (outbound) => findMessage(client, outbound, outbound.to.address, textOf(outbound)),
      check: () => client.prove(),
      hook: twilioHook(() => client.tokens),
      read: (inbound) => readSms(inbound, words),
      fetchFile: (ref) => fetchMedia(client, ref),
      forgetFile: (ref) => forgetMedia(client, ref),
    };
  },
};
