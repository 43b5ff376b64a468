import { type Agent, converse } from './conversation';
import { ScriptedCustomer } from './customer';
import type { Level } from './noise';
import type { RetailWorlds } from './oracle';
import type { Result } from './tally';
import type { Customer, ShopData } from './wishes';

/** One customer meets the agent in a shop of their own, which is looked at afterwards and forgotten. */
export async function meet(
  agent: Agent,
  worlds: RetailWorlds,
  data: ShopData,
  { customer, level, seed }: { customer: Customer; level: Level; seed: number },
): Promise<Result & { refused: string[] }> {
  const world = `${customer.id}-${seed}`;
  await worlds.forget(world);
  const { state: wanted, refused } = await worlds.replay(customer, seed);
  const talk = await agent.meet(world);
  const scripted = new ScriptedCustomer(customer, data, level, seed, (email) => talk.code(email));
  const orders = Object.values(data.orders).filter(({ user_id }) => user_id === customer.userId);
  try {
    const outcome = await converse({ world, worlds, talk, customer: scripted, wanted, orders });
    return { customer, level, seed, outcome, refused };
  } finally {
    await talk.end();
    await worlds.forget(world);
  }
}
