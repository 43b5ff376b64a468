import { fieldsIn, parsedJson, textIn } from '../../../vendor/loose';
import type { TransactionFacts } from './order-facts';

/** Where payment services write the id under which they know a payment; the receipt is theirs, so all of it is a guess. */
const PLACES = ['payment_intent', 'charge', 'transaction_id', 'capture_id', 'id'];

/** The payment service's own id, by which its adapter finds the payment; Shopify's payment id when the receipt tells none. */
export function paymentReference({ receiptJson, paymentId }: TransactionFacts): string | null {
  const receipt = fieldsIn(typeof receiptJson === 'string' ? parsedJson(receiptJson) : receiptJson);
  for (const place of PLACES) {
    const value = receipt[place];
    const reference = textIn(value) || textIn(fieldsIn(value).id);
    if (reference) return reference;
  }
  return paymentId;
}
