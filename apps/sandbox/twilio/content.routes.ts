import type { FastifyInstance, FastifyReply } from 'fastify';
import { approvalView, contentView, type Content } from './contents';
import { notFound, refuse, twilioError } from './errors';
import type { TwilioParts } from './parts';

const LARGEST_PAGE = 500;
const USUAL_PAGE = 50;

/** The Content API: templates of WhatsApp and what Meta thinks of them. */
export function contentRoutes(scope: FastifyInstance, { contents, where }: TwilioParts): void {
  const base = () => `${where()}/twilio`;

  const list = (path: string, show: (content: Content) => object) =>
    scope.get(`/twilio/v1/${path}`, async (request) => {
      const query = request.query as Record<string, string>;
      const size = Math.min(Math.max(Number(query.PageSize ?? USUAL_PAGE) || USUAL_PAGE, 1), LARGEST_PAGE);
      const number = Math.max(Number(query.Page ?? 0) || 0, 0);
      const link = (to: number) => `${base()}/v1/${path}?PageSize=${size}&Page=${to}`;
      const all = contents.list();
      return {
        contents: all.slice(number * size, (number + 1) * size).map(show),
        meta: {
          page: number,
          page_size: size,
          first_page_url: link(0),
          previous_page_url: number > 0 ? link(number - 1) : null,
          next_page_url: (number + 1) * size < all.length ? link(number + 1) : null,
          url: link(number),
          key: 'contents',
        },
      };
    });

  list('Content', (content) => contentView(content, base()));
  list('ContentAndApprovals', (content) => {
    const shown: object = { ...contentView(content, base()), url: undefined, links: undefined };
    return { ...shown, approval_requests: approvalView(content) };
  });

  const found = (reply: FastifyReply, sid: string, work: (content: Content) => unknown) => {
    const content = contents.find(sid);
    return content ? work(content) : refuse(reply, notFound(`/v1/Content/${sid}`));
  };

  scope.post('/twilio/v1/Content', async (request, reply) => {
    const { friendly_name = '', language, variables = {}, types } = (request.body ?? {}) as Partial<Content>;
    if (!language || !types || Object.keys(types).length === 0)
      return refuse(reply, twilioError(20001, 'language and types are required'));
    return reply.code(201).send(contentView(contents.add({ friendly_name, language, variables, types }), base()));
  });

  scope.get('/twilio/v1/Content/:sid', async (request, reply) =>
    found(reply, (request.params as { sid: string }).sid, (content) => contentView(content, base())),
  );

  scope.delete('/twilio/v1/Content/:sid', async (request, reply) => {
    const { sid } = request.params as { sid: string };
    return contents.remove(sid) ? reply.code(204).send() : refuse(reply, notFound(`/v1/Content/${sid}`));
  });

  scope.get('/twilio/v1/Content/:sid/ApprovalRequests', async (request, reply) =>
    found(reply, (request.params as { sid: string }).sid, (content) => {
      const { account_sid, sid, url } = contentView(content, base());
      return {
        sid,
        account_sid,
        whatsapp: { type: 'whatsapp', ...approvalView(content) },
        url: `${url}/ApprovalRequests`,
      };
    }),
  );

  scope.post('/twilio/v1/Content/:sid/ApprovalRequests/whatsapp', async (request, reply) => {
    const { name, category } = (request.body ?? {}) as { name?: string; category?: string };
    if (!name || !/^[a-z0-9_]+$/.test(name) || !category)
      return refuse(
        reply,
        twilioError(20001, 'name (lower-case letters, digits, underscores) and category are required'),
      );
    return found(reply, (request.params as { sid: string }).sid, (content) => {
      content.approval = { name, category, status: 'received' };
      return reply.code(201).send(approvalView(content));
    });
  });
}
