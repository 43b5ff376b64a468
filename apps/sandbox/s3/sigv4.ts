import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** AWS Signature Version 4 in the Authorization header, as the S3 API reference describes it ("Authenticating Requests"). */

export const S3_CLIENT = { accessKeyId: 'sandbox-s3-id', secretAccessKey: 'sandbox-s3-secret', region: 'eu-central-1' };

export interface SignedRequest {
  method: string;
  /** As it stood in the request line: path and query, still encoded. */
  target: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const ALLOWED_SKEW_MS = 15 * 60_000;
const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Null when the request is signed by the one client known here; else S3's own error code. */
export function signatureProblem(request: SignedRequest, now: Date): string | null {
  const parts = HEADER.exec(valueOf(request, 'authorization'));
  if (!parts) return 'AccessDenied';
  const [, accessKeyId = '', day = '', region = '', signedHeaders = '', signature = ''] = parts;
  if (accessKeyId !== S3_CLIENT.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== S3_CLIENT.region) return 'AuthorizationHeaderMalformed';

  const time = valueOf(request, 'x-amz-date');
  if (!time.startsWith(day) || Math.abs(now.getTime() - instantOf(time)) > ALLOWED_SKEW_MS)
    return 'RequestTimeTooSkewed';
  const names = signedHeaders.split(';');
  if (!names.includes('host') || !names.includes('x-amz-date')) return 'AccessDenied';
  const claimed = valueOf(request, 'x-amz-content-sha256');
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(request.body)) return 'XAmzContentSHA256Mismatch';

  const scope = `${day}/${region}/s3/aws4_request`;
  const wanted = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical(request, names, claimed))].join('\n');
  const key = ['aws4_request', 's3', region, day].reduceRight(
    (secret: string | Buffer, part) => hmac(secret, part),
    `AWS4${S3_CLIENT.secretAccessKey}`,
  );
  const expected = hmac(key, wanted);
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

function canonical(request: SignedRequest, names: string[], payload: string): string {
  const [path = '/', query = ''] = request.target.split('?');
  const sorted = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .sort()
    .join('&');
  const headers = names.map((name) => `${name}:${valueOf(request, name).trim().replace(/ +/g, ' ')}\n`).join('');
  return [request.method, path, sorted, headers, names.join(';'), payload].join('\n');
}

function valueOf({ headers }: SignedRequest, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

/** "20261120T120000Z" */
function instantOf(time: string): number {
  const iso = time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const at = Date.parse(iso);
  return Number.isNaN(at) ? 0 : at;
}
