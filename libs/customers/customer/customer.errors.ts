import { AppError } from '@satchel/kernel';
import type { AddressKind } from '@satchel/contracts';
import type { Address } from '../address/address';

const SHAPE: Record<AddressKind, string> = {
  email: 'a mail address such as anna@example.com',
  phone: 'a phone number such as +49 30 123456',
  visitor: 'a visitor id of at most 200 characters',
  account: 'an account such as instagram:17841400000000000',
};

export const badAddress = (kind: AddressKind, value: string): AppError =>
  new AppError('bad_address', 400, `"${value.slice(0, 80)}" is not ${SHAPE[kind]}.`, {
    errors: [{ field: kind, message: `must be ${SHAPE[kind]}` }],
  });

/** Names the customer who has the address, so that the caller can go on with that one. */
export const addressTaken = ({ kind, value }: Address, owner: { id: string; name: string } | null): AppError => {
  const whose = owner ? `${owner.name} (customer ${owner.id})` : 'another customer';
  return new AppError('address_taken', 409, `${value} already belongs to ${whose}. Update that customer instead.`, {
    errors: [{ field: kind, message: `already belongs to ${whose}` }],
  });
};

export const noSuchCustomer = (): AppError =>
  new AppError('not_found', 404, 'There is no such customer in this workspace.');

export const emptyCustomer = (): AppError =>
  new AppError('empty_customer', 400, 'Give the customer a name, a mail address or a phone number.');

/** Without a survivor there never was such a customer. */
export const customerMerged = (survivorId: string | undefined): AppError =>
  survivorId
    ? new AppError('customer_merged', 409, `This customer was merged into customer ${survivorId}. Change that one.`)
    : noSuchCustomer();
