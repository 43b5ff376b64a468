import type { SeedTicket } from '../seed-ticket';
import { everythingElse } from './everything-else';
import { payments } from './payments';
import { productQuestions } from './products';
import { returns } from './returns';
import { whereIsMyOrder } from './where-is-my-order';

/** Everything that was said in the demo's last fortnight. */
export const tickets: readonly SeedTicket[] = [
  ...whereIsMyOrder,
  ...returns,
  ...productQuestions,
  ...payments,
  ...everythingElse,
];
