import { sandboxForTest } from '../testing/start';

const ORDER = /* GraphQL */ `
  query ($q: String!) {
    orders(first: 5, query: $q, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        legacyResourceId
        name
        email
        cancelledAt
        displayFinancialStatus
        displayFulfillmentStatus
        currentTotalPriceSet {
          shopMoney {
            amount
            currencyCode
          }
        }
        totalRefundedSet {
          presentmentMoney {
            amount
          }
        }
        lineItems(first: 50) {
          nodes {
            title
            quantity
            unfulfilledQuantity
          }
        }
        fulfillments(first: 20) {
          status
          displayStatus
          estimatedDeliveryAt
          inTransitAt
          deliveredAt
          trackingInfo(first: 5) {
            company
            number
            url
          }
          events(first: 20, sortKey: HAPPENED_AT, reverse: true) {
            nodes {
              status
              happenedAt
              city
            }
          }
        }
      }
    }
  }
`;

describe('the Shopify twin', () => {
  let shop: Awaited<ReturnType<typeof sandboxForTest>>;
  let clock = new Date('2026-11-20T12:00:00Z');
  beforeAll(async () => (shop = await sandboxForTest({ now: () => clock })));
  afterAll(() => shop.stop());
  beforeEach(async () => {
    clock = new Date('2026-11-20T12:00:00Z');
    await shop.post('/__control/reset');
  });

  const orders = async (q: string) => (await shop.graphql(ORDER, { q })).json.data.orders.nodes;

  it('tells the whole of #1001: paid, on its way with UPS, due in two days', async () => {
    const [order, ...rest] = await orders('name:#1001');
    expect(rest).toEqual([]);
    expect(order).toMatchObject({
      name: '#1001',
      email: 'anna.bergmann@example.com',
      displayFinancialStatus: 'PAID',
      displayFulfillmentStatus: 'FULFILLED',
      currentTotalPriceSet: { shopMoney: { amount: '288.8', currencyCode: 'EUR' } },
    });
    expect(order.fulfillments[0]).toMatchObject({
      status: 'SUCCESS',
      displayStatus: 'IN_TRANSIT',
      deliveredAt: null,
      trackingInfo: [{ company: 'UPS', number: '1Z999AA10123456784' }],
    });
    expect(order.fulfillments[0].estimatedDeliveryAt).toMatch(/^2026-11-22T/);
    expect(order.fulfillments[0].events.nodes[0].status).toBe('IN_TRANSIT');
  });

  it('has the other orders that people rely on', async () => {
    const [unfulfilled] = await orders('name:1002');
    expect(unfulfilled).toMatchObject({ displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] });
    const [delivered] = await orders('name:1003');
    expect(delivered.fulfillments[0]).toMatchObject({
      displayStatus: 'DELIVERED',
      deliveredAt: '2026-11-17T13:24:00Z',
    });
    const [partial] = await orders('name:1004');
    expect(partial.displayFulfillmentStatus).toBe('PARTIALLY_FULFILLED');
    expect(partial.lineItems.nodes.map((line: any) => line.unfulfilledQuantity)).toEqual([0, 1]);
    const [refunded] = await orders('name:1005');
    expect(refunded).toMatchObject({
      displayFinancialStatus: 'REFUNDED',
      currentTotalPriceSet: { shopMoney: { amount: '0.0' } },
      totalRefundedSet: { presentmentMoney: { amount: '189.5' } },
    });
    expect(refunded.cancelledAt).not.toBeNull();
    expect((await orders('email:anna.bergmann@example.com')).map((order: any) => order.name)).toEqual([
      '#1001',
      '#1006',
    ]);
    const all = await shop.graphql('{ ordersCount { count } }');
    expect(all.json.data.ordersCount.count).toBe(1500);
  });

  it('never matches a part of a number, and honours an OR that a customer smuggled in', async () => {
    expect(await orders('name:100')).toEqual([]);
    expect((await orders('name:100*')).length).toBeGreaterThan(3);
    expect((await orders('name:1001 OR email:marco.rossi@example.com')).map((one: any) => one.name)).toEqual([
      '#1002',
      '#1001',
    ]);
    expect(await orders('name:"1001 OR email:marco.rossi@example.com"')).toEqual([]);
  });

  it('finds a customer by the exact address or phone, with the orders', async () => {
    const query =
      '{ customerByIdentifier(identifier: {emailAddress: "Julie.Martin@example.com"}) { displayName numberOfOrders orders(first: 3) { nodes { name } } } }';
    const { json } = await shop.graphql(query);
    expect(json.data.customerByIdentifier).toEqual({
      displayName: 'Julie Martin',
      numberOfOrders: '1',
      orders: { nodes: [{ name: '#1003' }] },
    });
    const nobody = await shop.graphql('{ customerByIdentifier(identifier: {emailAddress: "x@y.z"}) { id } }');
    expect(nobody.json.data.customerByIdentifier).toBeNull();
  });

  it('pages with cursors', async () => {
    const page = (after: string | null) =>
      shop.graphql(
        'query($a: String){ orders(first: 30, after: $a) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { a: after },
      );
    const one = (await page(null)).json.data.orders;
    const two = (await page(one.pageInfo.endCursor)).json.data.orders;
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, true]);
    expect(new Set([...one.nodes, ...two.nodes].map((order: any) => order.name)).size).toBe(60);
  });

  it("refuses a wrong token with Shopify's body, and says which version answered", async () => {
    const refused = await shop.graphql('{ shop { name } }', {}, { 'x-shopify-access-token': 'shpat_wrong' });
    expect(refused.status).toBe(401);
    expect(refused.json).toEqual({
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
    const ok = await shop.graphql('{ shop { name currencyCode } currentAppInstallation { accessScopes { handle } } }');
    expect(ok.headers.get('x-shopify-api-version')).toBe('2026-10');
    expect(ok.json.data.shop).toEqual({ name: 'Fernhill Outfitters', currencyCode: 'EUR' });
    expect(ok.json.data.currentAppInstallation.accessScopes).toContainEqual({ handle: 'read_orders' });
    const old = await shop.post(
      '/shopify/admin/api/2019-04/graphql.json',
      { query: '{shop{name}}' },
      { 'x-shopify-access-token': 'shpat_sandbox' },
    );
    expect(old.headers.get('x-shopify-api-version')).toBe('2026-01');
  });

  it('grants a token for client credentials that ends after 24 hours', async () => {
    const ask = (secret: string) =>
      fetch(`${shop.url}/shopify/admin/oauth/access_token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'sandbox-id', client_secret: secret }),
      });
    expect((await ask('wrong')).status).toBe(400);
    const { access_token: token, expires_in: life } = (await (await ask('sandbox-secret')).json()) as Record<
      string,
      any
    >;
    expect(life).toBe(86_399);
    const look = async () => (await shop.graphql('{ shop { name } }', {}, { 'x-shopify-access-token': token })).status;
    expect(await look()).toBe(200);
    clock = new Date(clock.getTime() + 25 * 3_600_000);
    expect(await look()).toBe(401);
  });

  it('counts the cost and throttles with HTTP 200 when the bucket is empty', async () => {
    const { json } = await shop.graphql(ORDER, { q: 'name:1001' });
    const { requestedQueryCost, actualQueryCost, throttleStatus } = json.extensions.cost;
    expect(requestedQueryCost).toBeGreaterThan(actualQueryCost);
    expect(throttleStatus).toEqual({
      maximumAvailable: 2000,
      currentlyAvailable: 2000 - actualQueryCost,
      restoreRate: 100,
    });
    await shop.post('/__control/shopify/bucket', { currentlyAvailable: 3 });
    const full = await shop.graphql(ORDER, { q: 'name:1001' });
    expect(full.status).toBe(200);
    expect(full.json.errors[0]).toMatchObject({ message: 'Throttled', extensions: { code: 'THROTTLED' } });
    clock = new Date(clock.getTime() + 10_000);
    expect((await shop.graphql(ORDER, { q: 'name:1001' })).json.errors).toBeUndefined();
    const greedy =
      '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id product { id } } } fulfillments(first: 250) { events(first: 250) { nodes { id } } } } } }';
    expect((await shop.graphql(greedy)).json.errors[0].extensions.code).toBe('MAX_COST_EXCEEDED');
  });

  it('words errors as Shopify does', async () => {
    const error = async (query: string, variables = {}) => (await shop.graphql(query, variables)).json.errors[0];
    expect(await error('{ orders { nodes { id } } }')).toMatchObject({
      message: 'you must provide one of first or last',
    });
    expect(await error('{ shop { colour } }')).toMatchObject({
      message: "Field 'colour' doesn't exist on type 'Shop'",
      extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'colour' },
    });
    expect((await error('{ orders(first: 1, phone: "1") { nodes { id } } }')).extensions.code).toBe(
      'argumentNotAccepted',
    );
    expect((await error('{ shop }')).extensions.code).toBe('selectionMismatch');
    expect((await error('query($q: String!) { orders(first: 1, query: $q) { nodes { id } } }')).extensions.code).toBe(
      'INVALID_VARIABLE',
    );
    expect((await error('{ shop {')).message).toMatch(/^Parse error/);
  });

  it('leaves a filter on an unknown field out, and only warns', async () => {
    const { json } = await shop.graphql(ORDER, { q: 'phone:+4915112345678' });
    expect(json.data.orders.nodes).toHaveLength(5);
    expect(json.extensions.search[0].warnings[0]).toMatchObject({ field: 'phone', code: 'invalid_field' });
  });

  it('breaks on demand, so many times', async () => {
    await shop.post('/__control/faults', { vendor: 'shopify', mode: '429', times: 1 });
    const busy = await shop.graphql('{ shop { name } }');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2.0']);
    expect((await shop.graphql('{ shop { name } }')).status).toBe(200);
    await shop.post('/__control/faults', { vendor: 'shopify', mode: 'down' });
    await expect(shop.graphql('{ shop { name } }')).rejects.toThrow();
    await shop.post('/__control/faults', { vendor: 'shopify', mode: 'none' });
    expect((await shop.graphql('{ shop { name } }')).status).toBe(200);
  });

  it('changes with the control API: a fulfilled order gets a parcel that both vendors know', async () => {
    const { json } = await shop.post('/__control/orders/1002/fulfil');
    const number = json.shipments[0].trackingNumber as string;
    const [order] = await orders('name:1002');
    expect(order.displayFulfillmentStatus).toBe('FULFILLED');
    expect(order.fulfillments[0].displayStatus).toBe('LABEL_PRINTED');
    await shop.post('/__control/ups/advance', { number, status: 'out_for_delivery' });
    expect((await orders('name:1002'))[0].fulfillments[0].displayStatus).toBe('OUT_FOR_DELIVERY');
    expect((await shop.post('/__control/orders/1002/cancel')).status).toBe(409);
    await shop.post('/__control/orders/1003/refund', { amount: '20.00' });
    expect((await orders('name:1003'))[0]).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      totalRefundedSet: { presentmentMoney: { amount: '20.0' } },
    });
  });
});
