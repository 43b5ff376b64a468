import { createAdminApiClient } from '@shopify/admin-api-client';
import { sandboxForTest } from '../testing/start';

const ORDER = /* GraphQL */ `
  query Order($search: String!) {
    orders(first: 1, query: $search) {
      nodes {
        id
        name
        returnStatus
        suggestedRefund(suggestFullRefund: true) {
          suggestedTransactions {
            gateway
            amountSet {
              presentmentMoney {
                amount
              }
            }
            parentTransaction {
              id
            }
          }
        }
      }
    }
  }
`;
const REFUND = /* GraphQL */ `
  mutation Refund($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund {
        id
        note
      }
      userErrors {
        field
        message
      }
    }
  }
`;
const CANCEL = /* GraphQL */ `
  mutation Cancel($id: ID!) {
    orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: { originalPaymentMethodsRefund: true }) {
      job {
        id
        done
      }
      orderCancelUserErrors {
        code
        message
      }
    }
  }
`;

describe("Shopify's own client against the twin", () => {
  let shop: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (shop = await sandboxForTest({ orders: 60 })));
  beforeEach(() => shop.post('/__control/reset'));
  afterAll(() => shop.stop());

  /** The client speaks HTTPS to the shop's domain; this line leads it here. */
  const client = (accessToken = 'shpat_sandbox', retries = 0) =>
    createAdminApiClient({
      storeDomain: 'fernhill-outfitters.myshopify.com',
      apiVersion: '2026-10',
      accessToken,
      retries,
      isTesting: true,
      customFetchApi: (url, init) =>
        fetch(String(url).replace('https://fernhill-outfitters.myshopify.com', `${shop.url}/shopify`), init),
    });
  const order = async (name: string) => {
    const { data, errors } = await client().request(ORDER, { variables: { search: `name:"${name}"` } });
    expect(errors).toBeUndefined();
    return data?.orders.nodes[0];
  };

  it('reads, refunds once for each key, and is told what is wrong', async () => {
    const { id, suggestedRefund } = await order('#1001');
    const [{ gateway, amountSet, parentTransaction }] = suggestedRefund.suggestedTransactions;
    const { amount } = amountSet.presentmentMoney;
    const part = { orderId: id, kind: 'REFUND', gateway, parentId: parentTransaction.id };
    const refund = (value: string, key: string) =>
      client().request(REFUND, {
        variables: { key, input: { orderId: id, note: 'late', transactions: [{ ...part, amount: value }] } },
      });
    const first = await refund('10.00', 'key-1');
    expect(first.data?.refundCreate).toMatchObject({ refund: { note: 'late' }, userErrors: [] });
    expect((await refund('10.00', 'key-1')).data).toEqual(first.data);
    expect((await refund('11.00', 'key-1')).data?.refundCreate.userErrors).toHaveLength(1);
    const greedy = await refund(amount, 'key-2');
    expect(greedy.data?.refundCreate.userErrors[0].message).toContain('left to refund');
    const { json } = await shop.get('/__control/effects');
    expect(json.effects.filter((one: any) => one.kind === 'refund')).toMatchObject([{ amount: 1000, key: 'key-1' }]);
  });

  it('needs a key to refund', async () => {
    const { id } = await order('#1001');
    const bare = REFUND.replace('@idempotent(key: $key)', '').replace(', $key: String!', '');
    const { errors } = await client().request(bare, { variables: { input: { orderId: id } } });
    expect(errors?.graphQLErrors?.[0]?.message).toContain('@idempotent');
  });

  it('cancels in a job, and refuses the second time', async () => {
    const { id } = await order('#1002');
    const cancel = () => client().request(CANCEL, { variables: { id } });
    const { data } = await cancel();
    expect(data?.orderCancel).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
    const job = async () => {
      const query = 'query ($id: ID!) { job(id: $id) { done } }';
      return (await client().request(query, { variables: { id: data?.orderCancel.job.id } })).data?.job.done as boolean;
    };
    for (let look = 0; look < 100 && !(await job()); look += 1);
    expect(await job()).toBe(true);
    expect((await cancel()).data?.orderCancel.orderCancelUserErrors).toMatchObject([{ code: 'INVALID' }]);
  });

  it('hears of a wrong token, a missing scope, an empty bucket and a busy hour', async () => {
    expect((await client('shpat_wrong').request('{ shop { name } }')).errors?.networkStatusCode).toBe(401);
    await shop.post('/__control/shopify/scopes', { scopes: ['read_orders'] });
    const denied = await client().request(CANCEL, { variables: { id: 'gid://shopify/Order/1' } });
    expect(denied.errors?.graphQLErrors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
    await shop.post('/__control/shopify/bucket', { currentlyAvailable: 0 });
    const empty = await client().request(ORDER, { variables: { search: 'x' } });
    expect(empty.errors?.graphQLErrors?.[0]?.extensions).toMatchObject({ code: 'THROTTLED' });
    await shop.post('/__control/reset');
    await shop.post('/__control/faults', { vendor: 'shopify', mode: '429', times: 1 });
    const retried = await client('shpat_sandbox', 2).request('{ shop { name } }');
    expect(retried.data).toEqual({ shop: { name: 'Fernhill Outfitters' } });
  });

  it('loses no answer to a question, only to a change', async () => {
    await shop.post('/__control/faults', { vendor: 'shopify', mode: '500_after', times: 1 });
    const { id } = await order('#1002');
    const update = 'mutation ($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }';
    const { errors } = await client().request(update, { variables: { input: { id, note: 'Ring twice' } } });
    expect(errors?.networkStatusCode).toBe(500);
    const note = await client().request('query ($id: ID!) { order(id: $id) { note } }', { variables: { id } });
    expect(note.data?.order.note).toBe('Ring twice');
  });

  it('names states anew when it drifts', async () => {
    await shop.post('/__control/faults', { vendor: 'shopify', mode: 'drift', times: 1 });
    expect((await order('#1001')).returnStatus).toBe('NEWLY_NAMED');
    expect((await order('#1001')).returnStatus).toBe('NO_RETURN');
  });
});
