import { createHash, createHmac } from 'node:crypto';

/** 32 bytes, as Standard Webhooks writes a secret. */
export const API_SECRET = `whsec_${Buffer.from('sandbox-api-secret-of-32-bytes!!').toString('base64')}`;

/**
 * X-Twilio-Signature of a form: HMAC-SHA1 over the address as called and every parameter, sorted by name, name and value
 * run together; values of a repeated name are unique and sorted (twilio.com/docs/usage/security).
 */
export function twilioFormSignature(token: string, url: string, params: [name: string, value: string][]): string {
  const byName = new Map<string, Set<string>>();
  for (const [name, value] of params) byName.set(name, (byName.get(name) ?? new Set()).add(value));
  const names = [...byName.keys()].sort();
  const run = names
    .map((name) =>
      [...(byName.get(name) ?? [])]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
  return createHmac('sha1', token)
    .update(url + run, 'utf8')
    .digest('base64');
}

/** X-Hub-Signature-256, over the bytes as they go out. */
export function hubSignature(appSecret: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** The three headers of Standard Webhooks. */
export function standardHeaders(secret: string, id: string, at: Date, body: Buffer): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

export const sha256Hex = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
