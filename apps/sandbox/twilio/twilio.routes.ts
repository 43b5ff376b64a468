import type { FastifyInstance } from 'fastify';
import { ACCOUNT, API_VERSION, rfc2822 } from './account';
import { contentRoutes } from './content.routes';
import { guard, readForms } from './guard';
import { cdnRoutes, CdnLinks, mediaRoutes } from './media.routes';
import { messageRoutes } from './message.routes';
import type { TwilioParts } from './parts';

const OPENED = new Date('2024-03-05T09:00:00Z');

/** Programmable Messaging and the Content API, below /twilio. */
export function twilioRoutes(app: FastifyInstance, parts: TwilioParts): void {
  const cdn = new CdnLinks(parts.now);
  cdnRoutes(app, cdn);
  app.register(async (scope) => {
    guard(scope);
    readForms(scope);
    scope.get(`/twilio/${API_VERSION}/Accounts/:account.json`, async () => ({
      auth_token: ACCOUNT.token,
      date_created: rfc2822(OPENED),
      date_updated: rfc2822(OPENED),
      friendly_name: 'Fernhill Outfitters',
      owner_account_sid: ACCOUNT.sid,
      sid: ACCOUNT.sid,
      status: 'active',
      type: 'Full',
      subresource_uris: { messages: `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages.json` },
      uri: `/${API_VERSION}/Accounts/${ACCOUNT.sid}.json`,
    }));
    messageRoutes(scope, parts);
    mediaRoutes(scope, parts, cdn);
    contentRoutes(scope, parts);
  });
}
