import type { ConnectorBody, SignInOptionsBody } from '@satchel/contracts';
import { carrierConnectors } from './carrier';
import { channelConnectors } from './channel';
import { commerceConnectors } from './commerce';
import { customConnectors } from './custom';
import { fulfilmentConnectors } from './fulfilment';
import { loyaltyConnectors } from './loyalty';
import { paymentConnectors } from './payment';
import type { Connector, ConnectorOAuth } from './port';
import { fieldsOf } from './port';
import { subscriptionConnectors } from './subscription';

/** Every outside system this installation knows how to talk to. */
export const connectors: readonly Connector[] = [
  ...channelConnectors,
  ...commerceConnectors,
  ...loyaltyConnectors,
  ...carrierConnectors,
  ...paymentConnectors,
  ...fulfilmentConnectors,
  ...subscriptionConnectors,
  ...customConnectors,
];

export function findConnector(id: string): Connector | null {
  return connectors.find((it) => it.id === id) ?? null;
}

/** What the settings page needs to draw a connector's form. `redirectUri`: where a sign-in in the browser comes back to. */
export function connectorBodies(redirectUri: string): ConnectorBody[] {
  return connectors.map((it) => ({
    id: it.id,
    kind: it.kind,
    label: it.label,
    needsAddress: it.needsAddress ?? false,
    steps: [...(it.steps ?? [])],
    scopes: [...(it.scopes ?? [])],
    fields: fieldsOf(it.credentials),
    ...(it.oauth && { signIn: signInBody(it.oauth, redirectUri) }),
  }));
}

function signInBody({ providers, chosenBy, grants }: ConnectorOAuth, redirectUri: string): SignInOptionsBody {
  const offered = providers.map(({ id, label, fields }) => ({ id, label, fields: [...fields] }));
  return { providers: offered, chosenBy, grants: [...grants], redirectUri };
}
