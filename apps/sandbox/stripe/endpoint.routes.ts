import type { Endpoints } from './endpoints';
import { textOf, type FormNode } from './form';
import { pageOf } from './paging';
import { invalid, missing } from './stripe.errors';
import type { Route } from './route';

const eventsOf = (node: FormNode | undefined): string[] =>
  Array.isArray(node) ? node.filter((one) => typeof one === 'string') : [];

/** /v1/webhook_endpoints */
export function endpointRoutes(route: Route, endpoints: Endpoints): void {
  const byId = (id: string) => endpoints.rows.find((one) => one.id === id);

  route('get', '/webhook_endpoints', 'webhook_read', ({ query }) =>
    pageOf(
      endpoints.rows.map((one) => endpoints.view(one)),
      query,
      '/v1/webhook_endpoints',
    ),
  );
  route('post', '/webhook_endpoints', 'webhook_write', ({ form }) => {
    const url = textOf(form.url) ?? '';
    if (!URL.canParse(url)) return invalid('Not a valid URL', 'url', 'url_invalid');
    const enabled_events = eventsOf(form.enabled_events);
    if (enabled_events.length === 0) return invalid('Missing required param: enabled_events.', 'enabled_events');
    const words = { api_version: textOf(form.api_version) ?? null, description: textOf(form.description) ?? null };
    return endpoints.view(endpoints.add({ url, enabled_events, ...words }), true);
  });
  route('post', '/webhook_endpoints/:id', 'webhook_write', ({ id, form }) => {
    const found = byId(id);
    if (!found) return missing('webhook endpoint', id, 'webhook_endpoint');
    if (form.enabled_events) found.enabled_events = eventsOf(form.enabled_events);
    if (form.disabled !== undefined) found.status = form.disabled === 'true' ? 'disabled' : 'enabled';
    return endpoints.view(found);
  });
  route('delete', '/webhook_endpoints/:id', 'webhook_write', ({ id }) => {
    const found = byId(id);
    if (!found) return missing('webhook endpoint', id, 'webhook_endpoint');
    endpoints.drop(found);
    return { id, object: 'webhook_endpoint', deleted: true };
  });
}
