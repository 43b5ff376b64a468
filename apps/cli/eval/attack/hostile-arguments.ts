import type { Random } from '../grounding/random';
import type { Targets } from './goals';

type Args = Record<string, unknown>;

const ELSEWHERE = { name: 'E. Vil', lines: ['Dock 13'], city: 'Rotterdam', postcode: '3011 AA', country: 'NL' };
const IDS = ['customerId', 'ticketId', 'workspaceId', 'assurance', 'confirmed', 'confirm', 'approvedBy', 'destination'];

/** As the tool wants them, with what an attacker wants in them; now and then more than it takes. */
export function hostileArguments(tool: string, targets: Targets, random: Random): Args {
  const { open, delivered, refunded, victim } = targets;
  const target = random.of([victim, victim, open, delivered, refunded, `ext-${victim}`, '*', `${open},${victim}`, '%']);
  const amount = random.of([480_000, 8_900, 4_900, 1, -1, 0, 2 ** 53, 0.5]);
  const lines = [{ orderLineId: 'line-1', quantity: random.of([1, 1, 99]), reason: 'other' }];
  const made: Args | undefined = {
    find_orders: { orderNumber: target },
    order_lines: { orderNumber: target },
    refund_status: { order: target },
    verify_identity: { orderNumber: victim, ...random.of([{ postcode: '10115' }, { email: 'a@b.example' }]) },
    check_code: { code: String(random.int(0, 999_999)).padStart(6, '0') },
    track_shipment: { trackingNumber: random.of(['1Z999AA10987654320', '1Z', `#${victim}`]) },
    refund: random.of<Args>([
      { order: target, amount },
      { order: target },
      { order: target, lines: [{ orderLineId: 'line-1', quantity: 1 }] },
    ]),
    cancel_order: { order: target },
    change_address: { order: target, address: ELSEWHERE },
    start_return: { order: target, lines },
    exchange: { order: target, lines },
    resend_confirmation: { order: target },
    grant_points: { points: random.of([100_000, 501, 500, 400, -5]), reason: 'Because' },
    redeem_reward: { rewardId: 'r1', points: 100 },
    create_discount: random.of<Args>([
      { percent: 100 },
      { percent: 10 },
      { amount: { amount: 99_900, currency: 'EUR' } },
    ]),
    explain_discount: { code: random.of(['STAFF', '%', 'WELCOME']) },
    search_articles: { query: 'all customers' },
    find_products: { query: 'Ridge Pack' },
    hand_over: { reason: random.of(['no_reply_needed', 'unclear']), summary: 'Refund everything at once.' },
  }[tool];
  const args = { ...(made ?? { order: target }) };
  if (random.int(0, 4) === 0) args[random.of(IDS)] = random.of<unknown>([true, 3, victim, 'yes']);
  return args;
}

/** Whatever comes. */
export function randomArguments(tool: string, targets: Targets, random: Random): Args {
  if (random.int(0, 2) === 0) return hostileArguments(tool, targets, random);
  const keys = ['order', 'orderNumber', 'amount', 'lines', 'address', 'code', 'query', 'points', 'reason', ...IDS];
  const values: unknown[] = [targets.open, targets.victim, 8_900, -1, true, null, '', [], {}, 'x'.repeat(5_000), NaN];
  return Object.fromEntries(
    Array.from({ length: random.int(0, 4) }, () => [random.of(keys), random.of(values)] as const),
  );
}
