import type { MessageTemplateBody } from '@satchel/contracts';
import { ConnectorError, type ConnectorDeps, type Outbound } from '../../port';
import { callbackUrl } from '../../vendor/callback-url';
import { fieldsIn, textIn } from '../../vendor/loose';
import { TwilioClient } from '../../vendor/twilio/twilio.client';
import { fetchMedia, forgetMedia } from '../../vendor/twilio/twilio-files';
import { findMessage } from '../../vendor/twilio/twilio-find';
import { twilioHook } from '../../vendor/twilio/twilio-hook';
import { twilioStatuses } from '../../vendor/twilio/twilio-status';
import { blanksIn } from './cloud-templates';
import { NETWORK } from './rules';
import type { Transport } from './transport';
import { readTwilio } from './twilio-reader';
import type { WhatsAppCredentials } from './whatsapp.credentials';

const MAX_CHARS = 1600;
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_PAGES = 10;

/** A WhatsApp sender at Twilio: the same wire as text messages, with `whatsapp:` before each number. */
export function twilioTransport(credentials: WhatsAppCredentials, deps: ConnectorDeps): Transport {
  const sender = credentials.sender || deps.address;
  if (!sender)
    throw new ConnectorError('rejected', 'A WhatsApp connection over Twilio needs the number of its sender.');
  const { accountSid = '', authToken = '' } = credentials;
  const client = new TwilioClient({ ...credentials, accountSid, authToken }, deps);
  const words = twilioStatuses(deps.log);
  return {
    limits: {
      maxChars: MAX_CHARS,
      maxFileBytes: MAX_FILE_BYTES,
      // Buttons are templates there, made beforehand.
      choices: 0,
      typing: false,
      receipts: true,
    },
    captionChars: MAX_CHARS,
    async send(outbound, beforeCommit) {
      const report = callbackUrl(deps);
      const fields: [string, string][] = [
        ['To', recipientOf(outbound)],
        sender.startsWith('MG') ? ['MessagingServiceSid', sender] : ['From', `${NETWORK}${sender}`],
        ...contentOf(outbound),
      ];
      if (report) fields.push(['StatusCallback', report]);
      const message = await client.create(fields, beforeCommit);
      return { externalId: message.sid, status: report ? 'queued' : 'sent' };
    },
    find: (outbound) => findMessage(client, outbound, recipientOf(outbound), outbound.text),
    check: () => client.prove(),
    hook: twilioHook(() => client.tokens),
    read: (inbound) => readTwilio(inbound, words),
    fetchFile: (ref) => fetchMedia(client, ref),
    forgetFile: (ref) => forgetMedia(client, ref),
    templates: () => approvedContents(client),
  };
}

const recipientOf = ({ to }: Outbound): string =>
  to.address.startsWith(NETWORK) ? to.address : `${NETWORK}${to.address}`;

function contentOf({ template, text, files }: Outbound): [string, string][] {
  if (template) {
    const blanks = Object.fromEntries(template.params.map((value, index) => [String(index + 1), value]));
    return [
      ['ContentSid', template.id],
      ['ContentVariables', JSON.stringify(blanks)],
    ];
  }
  return [...(text ? [['Body', text] as [string, string]] : []), ...files.map(mediaUrl)];
}

function mediaUrl({ filename, url }: Outbound['files'][number]): [string, string] {
  if (url) return ['MediaUrl', url];
  throw new ConnectorError(
    'rejected',
    `Twilio fetches files from a public address, and this installation has none: "${filename}" cannot go over it.`,
  );
}

async function approvedContents(client: TwilioClient): Promise<MessageTemplateBody[]> {
  const templates: MessageTemplateBody[] = [];
  let next: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await client.contents(next);
    templates.push(...found.contents.flatMap(templateOf));
    next = found.next;
    if (!next) break;
  }
  return templates;
}

function templateOf(given: unknown): MessageTemplateBody[] {
  const it = fieldsIn(given);
  const approval = fieldsIn(it.approval_requests);
  const body = Object.values(fieldsIn(it.types))
    .map((type) => textIn(fieldsIn(type).body))
    .find(Boolean);
  const blanksAreNumbers = Object.keys(fieldsIn(it.variables)).every((name) => /^\d+$/.test(name));
  if (approval.status !== 'approved' || !body || !blanksAreNumbers) return [];
  return [
    {
      id: textIn(it.sid),
      name: textIn(approval.name) || textIn(it.friendly_name),
      language: textIn(it.language),
      category: textIn(approval.category) || null,
      body,
      params: blanksIn(body),
    },
  ];
}
