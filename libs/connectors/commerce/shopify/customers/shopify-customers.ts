import type { CommerceAdapter, ShopCustomer } from '../../../port';
import { operation } from '../graphql/operation';
import type { ShopifyClient } from '../shopify.client';
import { changedSince, inPages } from '../walk';

const CUSTOMER_BY_IDENTIFIER = operation('CustomerByIdentifier');
const WALK_CUSTOMERS = operation('WalkCustomers');
const COUNT_CUSTOMERS = operation('CountCustomers');
const CUSTOMERS_A_PAGE = 100;
const CUSTOMER_GID = /^gid:\/\/shopify\/Customer\/\d+$/;
/** What is neither is answered with an error about the question, not with "nobody". */
const MAIL_ADDRESS = /^[^\s@]+@[^\s@]+$/;
const E164 = /^\+\d{6,15}$/;

interface CustomerFacts {
  id: string;
  displayName: string;
  locale: string | null;
  createdAt: string;
  updatedAt: string;
  defaultEmailAddress: { emailAddress: string } | null;
  defaultPhoneNumber: { phoneNumber: string } | null;
}
interface Page {
  customers: { nodes: (CustomerFacts | null)[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const customer = (facts: CustomerFacts): ShopCustomer => ({
  externalId: facts.id,
  name: facts.displayName,
  email: facts.defaultEmailAddress?.emailAddress ?? null,
  phone: facts.defaultPhoneNumber?.phoneNumber ?? null,
  locale: facts.locale,
  createdAt: new Date(facts.createdAt),
  updatedAt: new Date(facts.updatedAt),
});

export function shopifyCustomers(client: ShopifyClient): NonNullable<CommerceAdapter['customers']> {
  const one = async (identifier: object): Promise<ShopCustomer | null> => {
    type Found = { customerByIdentifier: CustomerFacts | null };
    const { customerByIdentifier } = await client.run<Found>(CUSTOMER_BY_IDENTIFIER, { identifier });
    return customerByIdentifier && customer(customerByIdentifier);
  };
  const list = async (identifier: object): Promise<ShopCustomer[]> => [await one(identifier)].flatMap((it) => it ?? []);

  return {
    byEmail: async (email) => (MAIL_ADDRESS.test(email.trim()) ? list({ emailAddress: email.trim() }) : []),
    byPhone: async (phone) => (E164.test(phone.trim()) ? list({ phoneNumber: phone.trim() }) : []),
    byId: async (id) => (CUSTOMER_GID.test(id) ? one({ id }) : null),
    walk: async (since, after) => {
      const { customers } = await inPages(CUSTOMERS_A_PAGE, (limit) =>
        client.run<Page>(WALK_CUSTOMERS, { search: changedSince(since), after, limit }),
      );
      const items = customers.nodes.flatMap((facts) => (facts ? [customer(facts)] : []));
      return { items, next: customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null };
    },
    count: async (since) => {
      type Counted = { customersCount: { count: number } | null };
      const { customersCount } = await client.run<Counted>(COUNT_CUSTOMERS, { search: changedSince(since) });
      return customersCount?.count ?? 0;
    },
  };
}
