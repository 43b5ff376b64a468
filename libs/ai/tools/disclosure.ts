import type { OrderBody } from '@satchel/contracts';
import type { Address, ToolBinding } from './tool';

/** Fewer digits than this are no phone number that tells one person from another. */
const PHONE_MIN_DIGITS = 8;

/**
 * Whether an order's facts may go out in this reply: only to the address that stands on the order itself, whoever asked.
 * A customer matched or verified by more than a mail's From may also see orders of their other verified addresses.
 * This is code on the server's side of the model: no wording in a message reaches it.
 */
export function mayDisclose(order: Pick<OrderBody, 'email' | 'phone'>, binding: ToolBinding): boolean {
  if (!binding.destination) return false;
  return disclosedTo(binding).some((address) => standsOn(order, address));
}

/** Addresses whose orders may be told in this reply. */
export function disclosedTo(binding: ToolBinding): Address[] {
  const own = binding.assurance >= 2 ? binding.verifiedAddresses : [];
  return [...(binding.destination ? [binding.destination] : []), ...own, ...(binding.stepUp?.addresses ?? [])];
}

export function standsOn(order: Pick<OrderBody, 'email' | 'phone'>, address: Address): boolean {
  switch (address.kind) {
    case 'email':
      return (
        order.email !== null &&
        normaliseEmail(order.email) !== '' &&
        normaliseEmail(order.email) === normaliseEmail(address.value)
      );
    case 'phone':
      return order.phone !== null && samePhone(order.phone, address.value);
    case 'visitor':
    case 'account':
      return false;
  }
}

/** Case only: dots and plus parts name different mailboxes at most providers. */
function normaliseEmail(value: string): string {
  return value.normalize('NFC').trim().toLowerCase();
}

function samePhone(a: string, b: string): boolean {
  const [left, right] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  return left.length >= PHONE_MIN_DIGITS && left === right;
}
