import type { Readable } from 'node:stream';
import type { S3Settings } from '@satchel/kernel';
import { bytesGone, storageFailed } from './attachment.errors';
import type { ByteRange, FileStore } from './file-store';

type Sdk = typeof import('@aws-sdk/client-s3');
interface Opened {
  sdk: Sdk;
  client: InstanceType<Sdk['S3Client']>;
}

const CONNECT_MS = 5_000;
const SILENT_MS = 30_000;
const ATTEMPTS = 3;
/** An object as young as this needs no new date; well below the age at which what nobody sent is removed. */
const FRESH_MS = 12 * 60 * 60_000;

/** Objects of a bucket. The client library is large and loads with the first file. */
export class S3Store implements FileStore {
  private opened: Promise<Opened> | undefined;

  constructor(private readonly settings: S3Settings) {}

  async put(key: string, content: Buffer): Promise<void> {
    const { sdk, client } = await this.open();
    const object = { Bucket: this.settings.bucket, Key: key };
    // The key names the content: a logo that comes with every mail is sent to the storage once.
    const known = await client.send(new sdk.HeadObjectCommand(object)).catch(() => null);
    const isFresh = Date.now() - (known?.LastModified?.getTime() ?? 0) < FRESH_MS;
    if (known?.ContentLength === content.length && isFresh) return;
    // Never the file's own type: should the bucket ever be public, nothing in it is a page.
    const put = new sdk.PutObjectCommand({ ...object, Body: content, ContentType: 'application/octet-stream' });
    await client.send(put).catch(refuse);
  }

  async read(key: string): Promise<Buffer> {
    const body = await this.get(key);
    return Buffer.from(await body.transformToByteArray().catch(refuse));
  }

  async stream(key: string, range?: ByteRange): Promise<Readable> {
    return (await this.get(key, range)) as unknown as Readable;
  }

  async remove(key: string, unlessSince: Date): Promise<void> {
    const { sdk, client } = await this.open();
    const object = { Bucket: this.settings.bucket, Key: key };
    const known = await client.send(new sdk.HeadObjectCommand(object)).catch(nullWhenMissing);
    if (!known || (known.LastModified && known.LastModified >= unlessSince)) return;
    await client.send(new sdk.DeleteObjectCommand(object)).catch(refuse);
  }

  close(): void {
    void this.opened?.then(({ client }) => client.destroy());
  }

  private async get(key: string, range?: ByteRange) {
    const { sdk, client } = await this.open();
    const Range = range && `bytes=${range.start}-${range.end}`;
    const get = new sdk.GetObjectCommand({ Bucket: this.settings.bucket, Key: key, Range });
    const { Body } = await client.send(get).catch(refuse);
    return Body ?? refuse(new Error('the storage answered without a body'));
  }

  private open(): Promise<Opened> {
    this.opened ??= import('@aws-sdk/client-s3').then((sdk) => {
      const { endpoint, region, accessKeyId, secretAccessKey, forcePathStyle } = this.settings;
      const client = new sdk.S3Client({
        endpoint,
        region,
        forcePathStyle,
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: ATTEMPTS,
        requestHandler: {
          connectionTimeout: CONNECT_MS,
          requestTimeout: SILENT_MS,
          socketTimeout: SILENT_MS,
          throwOnRequestTimeout: true,
        },
        // Many servers other than Amazon's do not know the newer checksums; the signature covers the bytes already.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return { sdk, client };
    });
    return this.opened;
  }
}

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw storageFailed(error);
}

function isMissing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === 404 && (error as Error).name !== 'NoSuchBucket';
}

function refuse(error: unknown): never {
  throw isMissing(error) ? bytesGone(error) : storageFailed(error);
}
