import { searchCustomers, searchOrders } from './search-fields';
import { catalogRoot } from './catalog.root';
import { connection, type PageArgs } from './connection';
import { idOf } from './mutations/inputs';
import { customerView, ordersView, orderView, sortBy } from './order.view';
import type { ListArgs, ViewContext } from './view-context';
import { returnableView } from './return.view';
import { customerName, installationView, shopView } from './views';
import type { Customer } from '../seed/world.types';

interface CustomerIdentifier {
  id?: string | null;
  emailAddress?: string | null;
  phoneNumber?: string | null;
}

/** The query root: each field a function of its arguments, as graphql-js calls them. */
export function queryRoot(context: ViewContext) {
  const { world } = context;
  const order = ({ id }: { id: string }) => {
    const found = world.orderById(idOf(id, 'Order'));
    return found ? orderView(context, found) : null;
  };
  const customer = (found: Customer | undefined) => (found ? customerView(context, found) : null);
  const customerById = ({ id }: { id: string }) => customer(world.customer(idOf(id, 'Customer')));
  const node = ({ id }: { id: string }) => order({ id }) ?? customerById({ id });
  const customerKeys: Record<string, (row: Customer) => number | string> = {
    NAME: customerName,
    CREATED_AT: (row) => row.createdAt.getTime(),
    UPDATED_AT: (row) => row.updatedAt.getTime(),
  };
  return {
    shop: shopView,
    currentAppInstallation: () => installationView(context.state.scopes),
    job: ({ id }: { id: string }) => {
      const done = context.state.jobs.get(id);
      return done === undefined ? null : { id, done };
    },
    returnableFulfillments: (args: PageArgs & { orderId: string }) =>
      returnableView(context, args, (one) => orderView(context, one)),
    order,
    orderByIdentifier: ({ identifier }: { identifier: { id?: string | null } }) => order({ id: identifier.id ?? '' }),
    orders: (args: ListArgs) => ordersView(context, world.orders, args, 'orders'),
    ordersCount: ({ query }: { query?: string | null }) => {
      const rows = query ? searchOrders(world.orders, query).rows : world.orders;
      return { count: rows.length, precision: 'EXACT' };
    },
    customer: customerById,
    customerByIdentifier: ({ identifier }: { identifier: CustomerIdentifier }) => {
      if (identifier.id) return customerById({ id: identifier.id });
      if (identifier.emailAddress) return customer(world.customerByEmail(identifier.emailAddress));
      return customer(world.customerByPhone(identifier.phoneNumber ?? ''));
    },
    customers: (args: ListArgs) => {
      const found = args.query ? searchCustomers(world.customers, args.query) : { rows: world.customers, warnings: [] };
      if (args.query && found.warnings.length > 0) {
        context.searches.push({ path: ['customers'], query: args.query, warnings: found.warnings });
      }
      const key = customerKeys[args.sortKey ?? 'ID'] ?? ((row: Customer) => row.id);
      return connection(sortBy(found.rows, key), args, (row) => customerView(context, row));
    },
    customersCount: ({ query }: { query?: string | null }) => {
      const rows = query ? searchCustomers(world.customers, query).rows : world.customers;
      return { count: rows.length, precision: 'EXACT' };
    },
    ...catalogRoot(context),
    node,
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => node({ id })),
  };
}
