import type { HookRequest } from '../../../port';
import { fieldsIn, parsedJson } from '../../../vendor/loose';

/** What Amazon SNS posts, as JSON that it calls text/plain: each field is a text. */
export interface SnsMessage {
  type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  field: (name: string) => string | null;
}

const TYPES: SnsMessage['type'][] = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'];
/** A region's own SNS and nobody's bucket: `sns.s3.amazonaws.com` is whoever's who was first to name one "sns". */
const HOST = /^sns\.[a-z]{2,}(?:-[a-z]+)+-\d{1,2}\.amazonaws\.com(?:\.cn)?$/;

/** Null: no such message. */
export function snsMessage({ body }: HookRequest): SnsMessage | null {
  const fields = fieldsIn(parsedJson(body));
  const type = TYPES.find((it) => it === fields.Type);
  if (!type) return null;
  return {
    type,
    field: (name) => {
      const value = fields[name];
      return typeof value === 'string' ? value : null;
    },
  };
}

/** What the signature is made over: names and values of these fields in this order, a line each; no subject, no line. */
export function signedText({ type, field }: SnsMessage): string {
  const names =
    type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  return names
    .map((name) => [name, field(name)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join('');
}

/** Whether only Amazon SNS itself can answer there. */
export function isSnsAddress(text: string | null): text is string {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  return HOST.test(url.hostname);
}

export const isCertificateAddress = (text: string | null): text is string =>
  isSnsAddress(text) && new URL(text).pathname.endsWith('.pem');
