import { ConnectorError, type BeforeCommit, type Outbound, type SendResult } from '../../port';
import { callbackUrl } from '../../vendor/callback-url';
import type { TwilioClient } from '../../vendor/twilio/twilio.client';

export const MAX_CHARS = 1600;
export const MAX_FILES = 10;
/** Of all files of one MMS together. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export async function sendSms(
  client: TwilioClient,
  sender: string,
  outbound: Outbound,
  beforeCommit: BeforeCommit,
): Promise<SendResult> {
  refuseUnsendable(outbound);
  const report = callbackUrl(client.deps);
  const fields: [string, string][] = [
    ['To', outbound.to.address],
    sender.startsWith('MG') ? ['MessagingServiceSid', sender] : ['From', sender],
    ['Body', textOf(outbound)],
    ...outbound.files.map((file): [string, string] => ['MediaUrl', publicUrl(file)]),
  ];
  if (report) fields.push(['StatusCallback', report]);
  const message = await client.create(fields, beforeCommit);
  return {
    externalId: message.sid,
    // Nobody will report to an address that Twilio cannot call.
    status: report ? 'queued' : 'sent',
    ...(message.numSegments && { parts: message.numSegments }),
  };
}

/** An SMS has no buttons: answers that were offered as such stand below the text. */
export function textOf({ text, choices }: Outbound): string {
  return [text, ...choices.map((choice) => `- ${choice}`)].filter(Boolean).join('\n');
}

function refuseUnsendable(outbound: Outbound): void {
  const bytes = outbound.files.reduce((sum, file) => sum + file.content.length, 0);
  const length = textOf(outbound).length;
  const reason = !/^\+?\d{3,15}$/.test(outbound.to.address)
    ? 'Text messages go to phone numbers only.'
    : length > MAX_CHARS
      ? `A text message holds ${MAX_CHARS} characters; this one has ${length}.`
      : length === 0 && outbound.files.length === 0
        ? 'There is nothing to send.'
        : outbound.files.length > MAX_FILES
          ? `A text message takes at most ${MAX_FILES} files.`
          : bytes > MAX_FILE_BYTES
            ? 'The files of a text message may have 5 MB together.'
            : null;
  if (reason) throw new ConnectorError('rejected', reason);
}

function publicUrl(file: Outbound['files'][number]): string {
  if (file.url) return file.url;
  throw new ConnectorError(
    'rejected',
    `Twilio fetches files from a public address, and this installation has none: "${file.filename}" cannot go by text message.`,
  );
}
