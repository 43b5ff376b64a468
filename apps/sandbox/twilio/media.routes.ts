import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { StoredMedia } from '../phone/media';
import { ACCOUNT, API_VERSION, rfc2822 } from './account';
import { notFound, refuse } from './errors';
import { messageUri, type TwilioMedia, type TwilioMessage } from './messages';
import { page } from './paging';
import type { TwilioParts } from './parts';

const LINK_LIFE_MS = 4 * 3_600_000;

/** Addresses of files that work for some hours and for anybody who has them. */
export class CdnLinks {
  private readonly links = new Map<string, { file: StoredMedia; until: number }>();

  constructor(private readonly clock: () => Date) {}

  make(file: StoredMedia): string {
    const token = randomBytes(18).toString('base64url');
    this.links.set(token, { file, until: this.clock().getTime() + LINK_LIFE_MS });
    return token;
  }

  find(token: string): StoredMedia | null {
    const link = this.links.get(token);
    return link && link.until > this.clock().getTime() ? link.file : null;
  }
}

const mediaUri = (message: TwilioMessage, media: TwilioMedia) => `${messageUri(message.sid)}/Media/${media.sid}`;

const view = (message: TwilioMessage, media: TwilioMedia) => ({
  account_sid: ACCOUNT.sid,
  content_type: media.file.contentType,
  date_created: rfc2822(media.createdAt),
  date_updated: rfc2822(media.createdAt),
  parent_sid: message.sid,
  sid: media.sid,
  uri: `${mediaUri(message, media)}.json`,
});

export function mediaRoutes(scope: FastifyInstance, { messages, where }: TwilioParts, cdn: CdnLinks): void {
  const base = `/twilio/${API_VERSION}/Accounts/:account/Messages/:message/Media`;

  scope.get(`${base}.json`, async (request, reply) => {
    const { message: sid } = request.params as { message: string };
    const message = messages.find(sid);
    const uri = `${messageUri(sid)}/Media.json`;
    if (!message) return refuse(reply, notFound(uri));
    const { rows, links } = page(message.media, uri, request.query as Record<string, string>);
    return { ...links, media_list: rows.map((media) => view(message, media)) };
  });

  /** With ".json" what it is; without, where its bytes are. */
  scope.get(`${base}/:media`, async (request, reply) => {
    const { message: sid, media: name } = request.params as { message: string; media: string };
    const message = messages.find(sid);
    const media = message?.media.find((one) => one.sid === name.replace(/\.json$/, ''));
    if (!message || !media) return refuse(reply, notFound(`${messageUri(sid)}/Media/${name}`));
    if (name.endsWith('.json')) return view(message, media);
    return reply
      .code(307)
      .header('location', `${where()}/twilio/cdn/${cdn.make(media.file)}`)
      .send();
  });

  scope.delete(`${base}/:media`, async (request, reply) => {
    const { message: sid, media: name } = request.params as { message: string; media: string };
    const message = messages.find(sid);
    const media = message?.media.find((one) => one.sid === name.replace(/\.json$/, ''));
    if (!message || !media) return refuse(reply, notFound(`${messageUri(sid)}/Media/${name}`));
    message.media = message.media.filter((one) => one !== media);
    return reply.code(204).send();
  });
}

/** The files' own host: it refuses whoever brings the account's secret along. */
export function cdnRoutes(app: FastifyInstance, cdn: CdnLinks): void {
  app.get('/twilio/cdn/:token', async (request, reply) => {
    if (request.headers.authorization) {
      const text = '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>';
      return reply.code(400).type('application/xml').send(text);
    }
    const file = cdn.find((request.params as { token: string }).token);
    if (!file) return reply.code(403).type('application/xml').send('<Error><Code>AccessDenied</Code></Error>');
    return reply
      .header('content-disposition', `inline; filename="${file.filename.replace(/[^\w.-]/g, '_')}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type(file.contentType)
      .send(file.content);
  });
}
