import type { InboundFile } from '../../port';
import { ConnectorError } from '../../port';
import { download } from '../download';
import { fileNameFor, plainType } from '../file-names';
import type { TwilioClient } from './twilio.client';

const HOSTS = ['api.twilio.com', 'mms.twiliocdn.com', 'media.twiliocdn.com'];
const MAX_FILES = 20;
const MAX_BYTES = 16 * 1024 * 1024;

/** A message's pictures, which Twilio keeps until we fetch them. What is no address is no picture. */
export function filesOf(form: Map<string, string>): InboundFile[] {
  const files: InboundFile[] = [];
  for (let index = 0; index < MAX_FILES; index += 1) {
    const url = form.get(`MediaUrl${index}`);
    if (!url || !URL.canParse(url)) continue;
    const contentType = plainType(form.get(`MediaContentType${index}`));
    const filename = fileNameFor(contentType, index + 1);
    files.push({ filename, contentType, content: { ref: { url: new URL(url).href } }, contentId: null, inline: false });
  }
  return files;
}

/** Twilio answers with a redirect to a short-lived address of its CDN, which must not see our credentials. */
export function fetchMedia(client: TwilioClient, ref: Record<string, unknown>) {
  return download(client.deps, {
    vendor: 'Twilio',
    url: urlOf(ref),
    headers: client.headers,
    hosts: HOSTS,
    origin: originOf(client),
    maxBytes: MAX_BYTES,
  });
}

/** Twilio keeps media until somebody deletes them. */
export async function forgetMedia(client: TwilioClient, ref: Record<string, unknown>): Promise<void> {
  const url = URL.canParse(urlOf(ref)) ? new URL(urlOf(ref)) : null;
  const ours = url?.origin === originOf(client) || url?.origin === 'https://api.twilio.com';
  if (!url || !ours || !url.pathname.includes('/Media/')) return;
  await client.delete(`${url.origin}${url.pathname.replace(/(\.json)?$/, '.json')}`).catch((error: unknown) => {
    client.deps.log.warn({ err: error }, 'a file could not be deleted at Twilio');
  });
}

function urlOf(ref: Record<string, unknown>): string {
  if (typeof ref.url !== 'string') throw new ConnectorError('rejected', 'The file has no address at Twilio.');
  return ref.url;
}

const originOf = (client: TwilioClient): string | null =>
  client.deps.baseUrl ? new URL(client.deps.baseUrl).origin : null;
