import type { FastifyInstance } from 'fastify';
import { handshake } from '../hooks/handshake';
import { APP_ID, DISPLAY_NUMBER, GRAPH_TOKEN, PHONE_NUMBER_ID, WABA_ID } from './account';
import { graphError, guardGraph, refuse, unknownObject } from './graph-error';
import { mediaInfo, mediaRoutes } from './media.routes';
import { messageRoutes } from './message.routes';
import type { MetaParts } from './parts';
import type { Template } from './templates';

/** The WhatsApp Business Platform on Graph, below /meta. */
export function metaRoutes(app: FastifyInstance, parts: MetaParts): void {
  const { templates, hooks, settings } = parts;

  app.post('/__control/meta/settings', async (request, reply) => {
    const { outsideWindow } = (request.body ?? {}) as { outsideWindow?: string };
    if (outsideWindow !== 'status' && outsideWindow !== 'answer')
      return reply.code(400).send({ error: 'outsideWindow is status or answer' });
    settings.outsideWindow = outsideWindow;
    return settings;
  });

  // Looking at one object is open to a page's token as well: a person's profile is one.
  app.register(async (scope) => {
    guardGraph(scope);
    scope.get('/meta/:version/:id', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (id === PHONE_NUMBER_ID)
        return {
          verified_name: 'Fernhill Outfitters',
          code_verification_status: 'VERIFIED',
          display_phone_number: DISPLAY_NUMBER,
          quality_rating: 'GREEN',
          platform_type: 'CLOUD_API',
          id,
        };
      if (id === WABA_ID)
        return { id, name: 'Fernhill Outfitters', timezone_id: '1', message_template_namespace: 'sandbox_namespace' };
      return mediaInfo(parts, id) ?? parts.profile(id) ?? refuse(reply, unknownObject(id));
    });
  });

  app.register(async (scope) => {
    guardGraph(scope, [GRAPH_TOKEN]);
    messageRoutes(scope, parts);
    mediaRoutes(scope, parts);

    scope.get('/meta/:version/:id/phone_numbers', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (id !== WABA_ID) return refuse(reply, unknownObject(id));
      const number = {
        verified_name: 'Fernhill Outfitters',
        display_phone_number: DISPLAY_NUMBER,
        id: PHONE_NUMBER_ID,
      };
      return { data: [{ ...number, quality_rating: 'GREEN' }] };
    });

    scope.get('/meta/:version/:id/message_templates', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (id !== WABA_ID) return refuse(reply, unknownObject(id));
      const { limit = '25', after, ...filter } = request.query as Record<string, string>;
      const all = templates.list(filter);
      const size = Math.min(Math.max(Number(limit) || 25, 1), 200);
      const start = after ? Number(Buffer.from(after, 'base64url').toString()) || 0 : 0;
      const cursor = (at: number) => Buffer.from(String(at)).toString('base64url');
      const end = start + size;
      const more = end < all.length;
      return {
        data: all.slice(start, end),
        paging: {
          cursors: { before: cursor(start), after: cursor(end) },
          ...(more ? { next: `${parts.where()}${request.url.split('?')[0]}?limit=${size}&after=${cursor(end)}` } : {}),
        },
      };
    });

    scope.post('/meta/:version/:id/message_templates', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (id !== WABA_ID) return refuse(reply, unknownObject(id));
      const { name, language, category, components } = (request.body ?? {}) as Partial<Template>;
      if (!name || !/^[a-z0-9_]+$/.test(name) || !language || !category || !components)
        return refuse(
          reply,
          graphError(100, 'Invalid parameter', 'name, language, category and components are required'),
        );
      const added = templates.add({ name, language, category, components });
      return { id: added.id, status: added.status, category: added.category };
    });

    scope.delete('/meta/:version/:id/message_templates', async (request, reply) => {
      const { name } = request.query as { name?: string };
      return templates.remove(name ?? '') ? { success: true } : refuse(reply, graphError(100, 'Invalid parameter'));
    });

    /** With `override_callback_uri` this is also where the calls go from now on, once it answered the challenge. */
    scope.post('/meta/:version/:id/subscribed_apps', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (id !== WABA_ID) return refuse(reply, unknownObject(id));
      const body = (request.body ?? {}) as { override_callback_uri?: string; verify_token?: string };
      if (body.override_callback_uri) {
        const before = hooks.get('meta');
        const hook = hooks.set('meta', { url: body.override_callback_uri });
        const problem = hook ? await handshake(hooks, hook.url, body.verify_token ?? '') : 'is no address';
        if (problem) {
          if (before) hooks.set('meta', before);
          else hooks.remove('meta');
          return refuse(reply, graphError(2200, `Callback verification failed: the address ${problem}`));
        }
      }
      return { success: true };
    });

    scope.get('/meta/:version/:id/subscribed_apps', async () => ({
      data: [
        {
          whatsapp_business_api_data: {
            id: APP_ID,
            name: 'Satchel',
            link: 'https://www.facebook.com/games/?app_id=' + APP_ID,
          },
        },
      ],
    }));
  });
}
