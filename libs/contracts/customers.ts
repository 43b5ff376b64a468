import type { Page } from './common';

/** `account`: an id at an outside network, spelled `<network>:<id>`. */
export const ADDRESS_KINDS = ['email', 'phone', 'visitor', 'account'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export interface AddressBody {
  id: string;
  kind: AddressKind;
  value: string;
  verifiedAt: string | null;
}

export interface CustomerBody {
  id: string;
  name: string;
  locale: string | null;
  addresses: AddressBody[];
  createdAt: string;
  /** This customer turned out to be that one: ask for that one instead. */
  mergedInto?: string;
}

/** The other customer's addresses and tickets go to the one in the path. */
export interface MergeCustomerRequest {
  otherId: string;
}

/** Two customers made one, by whom and when; null: it stands. */
export interface CustomerMergeBody {
  id: string;
  survivorId: string;
  merged: { id: string; name: string; addresses: { kind: AddressKind; value: string }[] };
  by: { kind: string; id: string | null; name: string };
  mergedAt: string;
  undoneAt: string | null;
}

export type CustomerPage = Page<CustomerBody>;
