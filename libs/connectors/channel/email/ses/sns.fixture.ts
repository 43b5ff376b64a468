import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectorFetch, HookRequest } from '../../../port';
import { certificateOf } from './certificate.fixture';

export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:mail';
const HOST = 'https://sns.eu-west-1.amazonaws.com';
export const CERTIFICATE = `${HOST}/SimpleNotificationService-0123.pem`;
export const SUBSCRIBE = `${HOST}/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=t-1`;
export const SNS_NOW = new Date('2026-11-20T10:00:00Z');

export const newPair = (): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength: 2048 });
let commonPair: KeyPairKeyObjectResult | null = null;

type Fields = Record<string, string | undefined>;

/** An SNS with a key of its own, which serves its certificate and takes confirmations on loopback. */
export class Sns {
  readonly asked: string[] = [];
  /** Answers of this status while it is set. */
  trouble: number | null = null;

  private constructor(
    private readonly server: Server,
    private readonly pair: KeyPairKeyObjectResult,
  ) {}

  /** Each of them signs with the same key, unless with one of its own. */
  static async start(pair = (commonPair ??= newPair())): Promise<Sns> {
    const server = createServer();
    const sns = new Sns(server, pair);
    const certificate = certificateOf(sns.pair);
    server.on('request', (request, response) => {
      response.writeHead(sns.trouble ?? 200).end(request.url?.endsWith('.pem') ? certificate : '<ok/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sns;
  }

  /** Goes to this server whatever host was asked for. */
  readonly fetch: ConnectorFetch = (url, init) => {
    this.asked.push(url);
    const { pathname, search } = new URL(url);
    return fetch(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}${pathname}${search}`, init);
  };

  /** The signed text is written out here by hand, from the vendor's description. */
  private signed(fields: Fields, order: string[]): Fields {
    let text = '';
    for (const name of order) if (fields[name] !== undefined) text += name + '\n' + fields[name] + '\n';
    const digest = fields.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
    return { ...fields, Signature: sign(digest, Buffer.from(text), this.pair.privateKey).toString('base64') };
  }

  notification(message: unknown, changes: Fields = {}): Fields {
    const fields = {
      Type: 'Notification',
      MessageId: 'sns-1',
      TopicArn: TOPIC,
      Message: typeof message === 'string' ? message : JSON.stringify(message),
      Timestamp: SNS_NOW.toISOString(),
      SignatureVersion: '2',
      SigningCertURL: CERTIFICATE,
      ...changes,
    };
    return this.signed(fields, ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']);
  }

  subscription(changes: Fields = {}): Fields {
    const fields = {
      Type: 'SubscriptionConfirmation',
      MessageId: 'sns-0',
      TopicArn: TOPIC,
      Token: 't-1',
      Message: 'You may confirm.',
      SubscribeURL: SUBSCRIBE,
      Timestamp: SNS_NOW.toISOString(),
      SignatureVersion: '1',
      SigningCertURL: CERTIFICATE,
      ...changes,
    };
    const order = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    return this.signed(fields, order);
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

export const snsCall = (fields: Fields | string, headers: Record<string, string> = {}): HookRequest => ({
  method: 'POST',
  url: 'https://desk.fernhill.example/hooks/1',
  query: {},
  headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers },
  body: Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields)),
});
