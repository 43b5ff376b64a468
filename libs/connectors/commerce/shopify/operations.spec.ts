import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, Kind, parse, validate, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { FIND_ORDERS } from './orders/find-orders.graphql';
import { ORDER_BY_ID } from './orders/order-by-id.graphql';
import { COUNT_ORDERS, WALK_ORDERS } from './orders/walk-orders.graphql';
import { SHOP } from './shop.graphql';
import { API_VERSION } from './shopify.client';
import { FULFILMENT_WORDS, PAYMENT_WORDS, SHIPMENT_WORDS } from './shopify.words';

const root = resolve(__dirname, '../../../..');
const file = join(root, '../shared/specs/shopify', `admin_${API_VERSION}.json.gz`);
const published = existsSync(file);
const whenPublished = published ? describe : describe.skip;

whenPublished(
  `against Shopify's own schema of ${API_VERSION}${published ? '' : ` (skipped: ${file} is not here)`}`,
  () => {
    let schema: GraphQLSchema;
    beforeAll(() => {
      const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { data: IntrospectionQuery };
      schema = buildClientSchema(data);
    });

    it.each([
      ['FindOrders', FIND_ORDERS],
      ['OrderById', ORDER_BY_ID],
      ['WalkOrders', WALK_ORDERS],
      ['CountOrders', COUNT_ORDERS],
      ['Shop', SHOP],
    ])('%s is valid and one operation', (name, operation) => {
      const document = parse(operation);
      expect(validate(schema, document).map((error) => error.message)).toEqual([]);
      const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
      expect(operations.map((part) => part.name?.value)).toEqual([name]);
    });

    it.each([
      ['OrderDisplayFinancialStatus', PAYMENT_WORDS, []],
      ['OrderDisplayFulfillmentStatus', FULFILMENT_WORDS, []],
      // A cancelled fulfilment is left out before its word is asked for.
      ['FulfillmentDisplayStatus', SHIPMENT_WORDS, ['CANCELED']],
      ['FulfillmentEventStatus', SHIPMENT_WORDS, []],
    ])('every word of %s has one of ours', (name, words, apart: string[]) => {
      const type = schema.getType(name);
      const vendor = type && 'getValues' in type ? type.getValues().map((value) => value.name) : [];
      expect(vendor.length).toBeGreaterThan(5);
      expect(vendor.filter((word) => !(word in words) && !apart.includes(word))).toEqual([]);
    });
  },
);
