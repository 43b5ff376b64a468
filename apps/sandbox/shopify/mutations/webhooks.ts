import type { ViewContext } from '../view-context';
import { gid, time } from '../views';
import type { Webhook } from '../webhooks';
import { idOf, userError } from './inputs';

export const webhookView = (one: Webhook) => ({
  id: gid('WebhookSubscription', one.id),
  topic: one.topic,
  uri: one.uri,
  format: 'JSON',
  createdAt: time(one.createdAt),
});

interface CreateArgs {
  topic: string;
  webhookSubscription: { uri?: string | null };
}

export function webhookSubscriptionCreate(context: ViewContext, { topic, webhookSubscription: { uri } }: CreateArgs) {
  const refused = (message: string) => ({
    webhookSubscription: null,
    userErrors: [userError(['webhookSubscription', 'uri'], message)],
  });
  if (!uri || !URL.canParse(uri)) return refused('Address is not a valid URL');
  const made = context.state.webhooks.add(context.world.id(), topic, uri);
  if (!made) return refused('Address for this topic has already been taken');
  return { webhookSubscription: webhookView(made), userErrors: [] };
}

export function webhookSubscriptionDelete(context: ViewContext, { id }: { id: string }) {
  const gone = context.state.webhooks.remove(idOf(id, 'WebhookSubscription'));
  return gone
    ? { deletedWebhookSubscriptionId: id, userErrors: [] }
    : { deletedWebhookSubscriptionId: null, userErrors: [userError(['id'], 'Webhook subscription does not exist')] };
}
