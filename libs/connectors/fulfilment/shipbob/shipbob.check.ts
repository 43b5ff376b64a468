import type { Verdict } from '../../port';
import type { ShipBobClient } from './shipbob.client';

const PARTS = [
  { can: ['orders'], scope: 'orders_read' },
  { can: ['cancel', 'address'], scope: 'orders_write' },
  { can: ['stock'], scope: 'inventory_read' },
  { can: ['hook'], scope: 'webhooks_write' },
] as const;

/** The channel names its scopes; where it names none, nothing is known to be missing. */
export async function checkShipBob(client: ShipBobClient): Promise<Verdict> {
  const { id, name, scopes } = await client.channel();
  const verdict: Verdict = { can: [], cannot: [], account: name || `Channel ${id}` };
  for (const { can, scope } of PARTS) {
    if (scopes.length === 0 || scopes.includes(scope)) verdict.can.push(...can);
    else {
      const reason = `ShipBob does not let this token do that on the channel ${id}: make one with the scope ${scope}`;
      verdict.cannot.push(...can.map((capability) => ({ capability, reason })));
    }
  }
  // Read for real: a token may have been cut down since.
  if (verdict.can.includes('orders')) await client.get('/order', { Limit: '1' });
  return verdict;
}
