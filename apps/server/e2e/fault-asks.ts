import { ConnectionService } from '@satchel/connectors';
import type { ActionPreviewBody, CustomerBody, OrderBody } from '@satchel/contracts';
import type { Answer, World } from './world';

export const SMILE_KEY = 'sandbox-smile-key';
/** Those that the asks change something at. */
export const VENDORS = ['smile', 'shopify', 'lightspeed', 'stripe'] as const;

export interface Ask {
  action: 'grant_points' | 'refund';
  body: { arguments: Record<string, unknown>; customerId?: string };
}

export interface Member {
  id: string;
  email: string;
  points: number;
}

/** An order as the shop's own books tell it. */
interface Booked {
  name: string;
  email: string;
  financialStatus: string;
  total: string;
  refunded: string;
}

/** Both shops tell of the same orders: one by itself, the other by a credit note and the payment service. */
export async function connectVendors(world: World): Promise<void> {
  const connections = world.server.app.get(ConnectionService);
  const { url } = world.sandbox;
  const all = [
    { connectorId: 'smile', label: 'Club', credentials: { apiKey: SMILE_KEY } },
    {
      connectorId: 'shopify',
      label: 'Shop',
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_sandbox' },
    },
    {
      connectorId: 'lightspeed',
      label: 'Second shop',
      credentials: { apiKey: 'sandbox-key', apiSecret: 'sandbox-secret', cluster: 'eu1', language: 'nl' },
    },
    { connectorId: 'stripe', label: 'Stripe', credentials: { apiKey: 'rk_test_sandbox' } },
  ];
  for (const one of all) await connections.create(world.ctx, { ...one, baseUrl: `${url}/${one.connectorId}` });
  await world.sandbox.control('stripe/settings', { orderPrefix: 'ORD0' });
  await world.sandbox.control('lightspeed/settings', { limits: [1_000_000, 1_000_000, 1_000_000] });
}

export async function club(world: World): Promise<Omit<Member, 'id'>[]> {
  const answer = await fetch(`${world.sandbox.url}/smile/v1/customers?limit=250`, {
    headers: { authorization: `Bearer ${SMILE_KEY}` },
  });
  const { customers } = (await answer.json()) as {
    customers: { email: string; state: string; points_balance: number }[];
  };
  return customers
    .filter(({ state }) => state === 'member')
    .map(({ email, points_balance }) => ({ email: email.toLowerCase(), points: points_balance }));
}

/** What was paid back by now, in cents, by order ("#2001"). */
export async function paidBack(world: World): Promise<Map<string, number>> {
  return new Map((await booked(world)).map(({ name, refunded }) => [name, Math.round(Number(refunded) * 100)]));
}

async function booked(world: World): Promise<Booked[]> {
  const { shop } = await world.sandbox.control<{ shop: { orders: Booked[] } }>('state?all=true');
  return shop.orders;
}

/**
 * So many asks in turns: points, a refund by the first shop, a credit note of the second with the payment service's
 * refund. Each is tried out first, so that only faults can keep it from being done.
 */
export async function someAsks(world: World, count: number): Promise<{ asks: Ask[]; members: Member[] }> {
  const orders = (await booked(world)).filter(
    ({ financialStatus, total, refunded }) =>
      financialStatus === 'PAID' && Number(total) > 60 && Number(refunded) === 0,
  );
  const third = Math.ceil(count / 3);
  const taken = new Set<string>();
  const refunds = async (label: string, wanted: number, argumentsOf: (order: OrderBody) => object | null) => {
    const found: Ask[] = [];
    for (const { name, email } of orders) {
      if (found.length === wanted) break;
      if (taken.has(name)) continue;
      const order = await orderAt(world, label, name);
      const args = order && argumentsOf(order);
      if (!order || !args) continue;
      const ask: Ask = { action: 'refund', body: { arguments: { order: order.id, ...args } } };
      if (!(await isAllowed(world, ask))) continue;
      taken.add(name);
      taken.add(email.toLowerCase());
      found.push(ask);
    }
    if (found.length < wanted) throw new Error(`only ${found.length} of ${wanted} orders of ${label} can be refunded`);
    return found;
  };
  // Some get several, so that one refund must be told from another.
  const first = await refunds('Shop', Math.ceil(third / 4), () => ({ amount: 100 }));
  const second = await refunds('Second shop', third, ({ lines }) => {
    const line = lines.find(({ refundable }) => (refundable ?? 0) > 0);
    return line ? { lines: [{ orderLineId: line.id, quantity: 1 }] } : null;
  });

  const members: Member[] = [];
  for (const member of (await club(world)).filter(({ email }) => !taken.has(email)).slice(0, third)) {
    const { id } = await world.api<CustomerBody>('POST', '/customers', { name: member.email, email: member.email });
    members.push({ ...member, id });
  }
  const asks = Array.from({ length: count }, (_, n): Ask => {
    const turn = Math.floor(n / 3);
    const [shop, credit] = [first[turn % first.length], second[turn]];
    if (n % 3 === 1 && shop)
      return { ...shop, body: { arguments: { ...shop.body.arguments, amount: 100 + n, reason: `Round ${n}` } } };
    if (n % 3 === 2 && credit) return credit;
    const member = members[turn % members.length];
    return {
      action: 'grant_points',
      body: { arguments: { points: 1 + n, reason: `Round ${n}` }, customerId: member?.id },
    };
  });
  return { asks, members };
}

/** Both shops have an order 2001; by our id it is one of theirs. */
async function orderAt(world: World, label: string, name: string): Promise<OrderBody | undefined> {
  const number = label === 'Shop' ? name : name.replace('#', 'ORD0');
  const { data } = await world.api<{ data: OrderBody[] }>('GET', `/orders?number=${encodeURIComponent(number)}`);
  return data[0];
}

async function isAllowed(world: World, { action, body }: Ask): Promise<boolean> {
  const answer: Answer<ActionPreviewBody> = await world.ask('POST', `/actions/${action}`, { ...body, dryRun: true });
  return answer.status === 200 && answer.body.decision.verdict === 'allow';
}
