import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { INSTAGRAM_ID, PAGE_ID } from '../meta/account';
import { graphError, guardGraph, refuse, unknownObject } from '../meta/graph-error';
import { formOf, takeMultipart } from '../meta/multipart';
import type { StoredMedia } from '../phone/media';
import { sendOut, type SocialParts } from './outbound';

interface SendBody {
  recipient?: { id?: string };
  messaging_type?: string;
  tag?: string;
  sender_action?: string;
  message?: {
    text?: string;
    attachment?: { type?: string; payload?: { url?: string } };
    quick_replies?: { content_type?: string; title?: string; payload?: string }[];
    reply_to?: { mid?: string };
  };
}

const LONGEST = { messenger: 2000, instagram: 1000 };
const OUTSIDE_WINDOW = 2018278;

/** JSON, or a form whose parts are JSON with the file beside them as `filedata`. */
async function readSend(
  { media }: SocialParts,
  request: FastifyRequest,
): Promise<{ body: SendBody; file: StoredMedia | null }> {
  const form = await formOf(request.body, request.headers['content-type']);
  if (!form) return { body: request.body ?? {}, file: null };
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') body[name] = /^[{[]/.test(value) ? JSON.parse(value) : value;
  }
  const file = form.get('filedata');
  if (!file || typeof file === 'string') return { body, file: null };
  return { body, file: media.add(Buffer.from(await file.arrayBuffer()), file.type, file.name) };
}

/** What the page may know of a person who wrote to it. */
export function profileOf(people: SocialParts['people'], id: string): object | null {
  const person = people.get(id);
  if (!person) return null;
  const [first, ...rest] = person.name.split(' ');
  return { name: person.name, first_name: first, last_name: rest.join(' '), id };
}

/** Messenger and Instagram messages of the page: on /social, and where the page's ids are on /meta. */
export function socialRoutes(app: FastifyInstance, parts: SocialParts): void {
  const { people, phones } = parts;

  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const { body, file: sent } = await readSend(parts, request);
    const id = body.recipient?.id ?? '';
    const network = people.get(id)?.network;
    if (!network) return refuse(reply, { ...graphError(100, 'No matching user found'), subcode: 2018001 });
    if (body.sender_action) {
      if (body.sender_action === 'typing_on') phones.storeTypes(id, network, null);
      if (body.sender_action === 'mark_seen')
        for (const message of phones.thread({ network, via: 'social', customer: id }))
          if (message.direction === 'in') phones.progress(message, 'read');
      return { recipient_id: id };
    }
    const { text = '', attachment, quick_replies: replies = [], reply_to: replyTo } = body.message ?? {};
    const link = attachment?.payload?.url;
    const file = sent ?? (link ? { link } : null);
    if (text === '' && !file) return refuse(reply, graphError(100, 'Param message must be non-empty'));
    if (text.length > LONGEST[network])
      return refuse(
        reply,
        graphError(100, `Length of param message[text] must be less than or equal to ${LONGEST[network]}`),
      );
    const human = body.messaging_type === 'MESSAGE_TAG' && body.tag === 'HUMAN_AGENT';
    if (!human && !phones.windowUntil({ network, via: 'social', customer: id })) {
      const message = 'This message is sent outside of allowed window.';
      return refuse(reply, { ...graphError(10, message), subcode: OUTSIDE_WINDOW });
    }
    const choices = replies.map((one) => ({ id: one.payload ?? one.title ?? '', title: one.title ?? '' }));
    const messageId = sendOut(parts, { network, to: id, text, file, choices, replyTo: replyTo?.mid ?? null });
    return { recipient_id: id, message_id: messageId };
  };

  app.register(async (scope) => {
    guardGraph(scope);
    takeMultipart(scope);
    for (const prefix of ['/meta', '/social'])
      for (const owner of ['me', PAGE_ID, INSTAGRAM_ID]) scope.post(`${prefix}/:version/${owner}/messages`, send);

    const page = async () => ({
      id: PAGE_ID,
      name: 'Fernhill Outfitters',
      instagram_business_account: { id: INSTAGRAM_ID },
    });
    for (const prefix of ['/meta', '/social'])
      for (const owner of ['me', PAGE_ID]) {
        scope.get(`${prefix}/:version/${owner}`, page);
        scope.post(`${prefix}/:version/${owner}/subscribed_apps`, async () => ({ success: true }));
      }

    /** A person's profile, by the id that the page knows them by. */
    scope.get('/social/:version/:id', async (request, reply) => {
      const { id } = request.params as { id: string };
      return profileOf(people, id) ?? refuse(reply, unknownObject(id));
    });
  });
}
