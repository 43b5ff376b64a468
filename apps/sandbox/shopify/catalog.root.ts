import type { Product, Variant } from '../seed/world.types';
import { connection } from './connection';
import { discountView } from './discount.view';
import { need } from './mutations/access';
import { idOf } from './mutations/inputs';
import { webhookView } from './mutations/webhooks';
import { sortBy } from './order.view';
import type { ListArgs, ViewContext } from './view-context';
import { productView, variantView } from './product.view';
import { searchProducts, searchVariants } from './search-fields';

const productKeys: Record<string, (row: Product) => number | string> = {
  TITLE: (row) => row.title,
  CREATED_AT: (row) => row.createdAt.getTime(),
  UPDATED_AT: (row) => row.updatedAt.getTime(),
};

/** The query root's part about what the shop sells, its codes and who is told of changes. */
export function catalogRoot(context: ViewContext) {
  const { world, state } = context;
  const products = (query: string | null | undefined) =>
    query ? searchProducts(world.products, query).rows : world.products;
  return {
    product: ({ id }: { id: string }) => {
      need(context, 'read_products', 'product');
      const found = world.product(idOf(id, 'Product'));
      return found ? productView(found) : null;
    },
    products: (args: ListArgs) => {
      need(context, 'read_products', 'products');
      const key = productKeys[args.sortKey ?? 'ID'] ?? ((row: Product) => row.id);
      return connection(sortBy(products(args.query), key), args, productView);
    },
    productsCount: ({ query }: { query?: string | null }) => ({ count: products(query).length, precision: 'EXACT' }),
    productVariants: (args: ListArgs) => {
      need(context, 'read_products', 'productVariants');
      const all = world.variants.rows;
      const rows = args.query ? searchVariants(all, args.query).rows : all;
      return connection([...rows], args, (variant: Variant) => variantView(world.productOf(variant), variant));
    },
    codeDiscountNodeByCode: ({ code }: { code: string }) => {
      need(context, 'read_discounts', 'codeDiscountNodeByCode');
      const found = world.discount(code);
      return found ? discountView(context, found) : null;
    },
    webhookSubscriptions: (args: ListArgs & { uri?: string | null; topics?: string[] | null }) =>
      connection(
        state.webhooks
          .list()
          .filter((one) => !args.uri || one.uri === args.uri)
          .filter((one) => !args.topics || args.topics.includes(one.topic)),
        args,
        webhookView,
      ),
  };
}
