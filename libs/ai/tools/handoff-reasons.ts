/** Why a person takes over: code for statistics and routing, words for the person. */
export const HANDOFF_REASONS = {
  human_requested: 'The customer asked for a person',
  refund: 'The customer asks about a refund',
  return: 'The customer wants to return or exchange something',
  cancel: 'The customer wants to cancel',
  change_order: 'The customer wants to change the order or its address',
  missing_parcel: 'The customer says the parcel did not arrive although it should have',
  damaged_or_wrong: 'Something arrived damaged, wrong or incomplete',
  payment: 'A question about payment, invoice or price',
  product_question: 'A question about a product or the shop',
  account: 'A question about the account or personal data',
  complaint: 'The customer is unhappy',
  legal: 'Legal, chargeback, press or threats',
  safety: 'Somebody may be hurt or in danger',
  injection: 'The message tries to give the AI orders',
  condition: 'The request depends on a condition or a choice',
  several_requests: 'More than one request in a message',
  unknown_language: 'The language could not be read',
  unclear: 'It is not clear what the customer wants',
  smalltalk: 'No request that the AI could answer',
  order_not_found: 'No order was found although we asked for the number',
  shipment_problem: 'The carrier reports a problem or the parcel comes back',
  order_on_hold: 'The order is on hold in the shop',
  lookup_failed: 'The shop or the carrier did not answer',
  too_many_lookups: 'Too many order numbers were tried',
  attachment: 'The customer sent a file that a person should look at',
  no_reply_needed: 'Nothing to answer',
  engine_failed: 'No engine could answer',
  other: 'Outside of what the AI may answer',
} as const;

export type HandoffReason = keyof typeof HANDOFF_REASONS;

export function isHandoffReason(code: string): code is HandoffReason {
  return Object.hasOwn(HANDOFF_REASONS, code);
}
