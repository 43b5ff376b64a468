/** What comes in with the mutations, as far as the twin reads it. */
export interface LineInput {
  lineItemId: string;
  quantity: number;
  restockType?: string | null;
  locationId?: string | null;
}

export interface RefundInput {
  orderId: string;
  note?: string | null;
  refundLineItems?: LineInput[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { amount: string; kind: string; gateway: string; parentId?: string | null }[] | null;
}

export interface AddressInput {
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  countryCode?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  provinceCode?: string | null;
  zip?: string | null;
}

export interface OrderInput {
  id: string;
  note?: string | null;
  tags?: string[] | null;
  shippingAddress?: AddressInput | null;
  metafields?: { namespace?: string; key?: string; type?: string; value?: string }[] | null;
}

export interface ReturnLineInput {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReason?: string | null;
  customerNote?: string | null;
  returnReasonNote?: string | null;
}

export const idOf = (gid: string, type: string): number | null => {
  const found = new RegExp(`^gid://shopify/${type}/(\\d+)$`).exec(gid);
  return found ? Number(found[1]) : null;
};

export const cents = (decimal: string): number => Math.round(Number(decimal) * 100);

export const userError = (field: string[], message: string) => ({ field, message });
