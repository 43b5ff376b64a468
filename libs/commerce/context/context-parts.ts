import { Injectable } from '@nestjs/common';
import type { CustomerContextBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';

type OpenTickets = (ctx: Ctx, customerId: string) => Promise<CustomerContextBody['openTickets']>;

/** What rooms on this floor add to a customer's context; the server, which knows every room, hands it in. */
@Injectable()
export class ContextParts {
  openTickets: OpenTickets = () => Promise.resolve([]);
}
