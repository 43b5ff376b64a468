import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  DeleteObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sandboxForTest } from '../testing/start';
import { S3_BUCKET } from './s3.routes';
import { S3_CLIENT } from './sigv4';

describe('the S3 twin', () => {
  let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
  const Bucket = S3_BUCKET;
  const client = (changes: { secretAccessKey?: string; accessKeyId?: string; region?: string } = {}) =>
    new S3Client({
      endpoint: `${sandbox.url}/s3`,
      region: changes.region ?? S3_CLIENT.region,
      credentials: { ...S3_CLIENT, ...changes },
      maxAttempts: 1,
    });

  beforeAll(async () => {
    sandbox = await sandboxForTest();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.post('/__control/s3/reset'));

  it("keeps objects for Amazon's own client, and gives back parts of them", async () => {
    const Key = 'attachments/a b/ü+1~(x)';
    await client().send(
      new PutObjectCommand({ Bucket, Key, Body: Buffer.from('0123456789'), ContentType: 'text/plain' }),
    );
    const whole = await client().send(new GetObjectCommand({ Bucket, Key }));
    expect(await whole.Body?.transformToString()).toBe('0123456789');
    const part = await client().send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=2-4' }));
    expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(['234', 'bytes 2-4/10']);
    expect(await client().send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentLength: 10 });
    await client().send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(client().send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it.each([
    ['another secret', { secretAccessKey: 'guessed' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId'],
    ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
  ])('refuses %s', async (_, changes, name) => {
    const put = new PutObjectCommand({ Bucket, Key: 'x', Body: Buffer.from('x') });
    await expect(client(changes).send(put)).rejects.toMatchObject({ name });
    expect((await sandbox.get('/__control/s3/objects')).json).toEqual([]);
  });

  it('refuses a body that is not the one signed, and whoever does not sign', async () => {
    const tampered = client();
    tampered.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: Buffer.from('tampered') });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = new PutObjectCommand({ Bucket, Key: 'x', Body: Buffer.from('honestly') });
    await expect(tampered.send(put)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
    expect((await sandbox.get(`/s3/${Bucket}/x`)).status).toBe(403);
  });

  it('fails as it is told to', async () => {
    const get = () => client().send(new GetObjectCommand({ Bucket, Key: 'x' }));
    await sandbox.post('/__control/s3/faults', { mode: 'slow-down' });
    await expect(get()).rejects.toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
    await sandbox.post('/__control/s3/faults', { mode: 'cut' });
    await expect(get()).rejects.toThrow('socket hang up');
    expect((await sandbox.post('/__control/s3/faults', { mode: 'sleepy' })).status).toBe(400);
  });
});
