import { commerceEntities } from '@satchel/commerce';
import { ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import { deskEntities } from '@satchel/desk';
import { identityEntities } from '@satchel/identity';

/** What a whole product keeps. */
export const ENTITIES = [
  ...identityEntities,
  ...customersEntities,
  ConnectionEntity,
  InboundEnvelopeEntity,
  MailLedgerEntity,
  ...deskEntities,
  ...commerceEntities,
];
