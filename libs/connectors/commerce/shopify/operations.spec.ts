import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, Kind, parse, validate, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { operation } from './graphql/operation';
import { API_VERSION } from './shopify.client';
import {
  FULFILMENT_WORDS,
  PAYMENT_WORDS,
  RETURN_REASON_WORDS,
  RETURN_WORDS,
  SHIPMENT_WORDS,
  TRANSACTION_WORDS,
} from './shopify.words';

/** Each file of the folder that holds an operation, by the operation's name. */
const folder = join(__dirname, 'graphql');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .flatMap((name) => /^(?:query|mutation) (\w+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? []);

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

    it.each(names)('%s is valid and one operation', (name) => {
      const document = parse(operation(name));
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
      ['OrderTransactionStatus', TRANSACTION_WORDS, []],
      ['ReturnStatus', RETURN_WORDS, []],
      ['ReturnReason', RETURN_REASON_WORDS, []],
    ])('every word of %s has one of ours', (name, words, apart: string[]) => {
      const type = schema.getType(name);
      const vendor = type && 'getValues' in type ? type.getValues().map((value) => value.name) : [];
      expect(vendor.length).toBeGreaterThan(4);
      expect(vendor.filter((word) => !(word in words) && !apart.includes(word))).toEqual([]);
    });
  },
);
