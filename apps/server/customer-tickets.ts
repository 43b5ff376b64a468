import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContextParts } from '@satchel/commerce';
import type { CustomerContextBody } from '@satchel/contracts';
import { TicketQueries } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';

const MOST_TICKETS = 50;
const OVER = ['resolved', 'closed', 'spam'];

/** A customer's open tickets, handed from the desk to their context: rooms of one floor do not know each other. */
@Injectable()
export class CustomerTickets implements OnModuleInit {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly parts: ContextParts,
  ) {}

  onModuleInit(): void {
    this.parts.openTickets = (ctx, customerId) => this.open(ctx, customerId);
  }

  private async open(ctx: Ctx, customerId: string): Promise<CustomerContextBody['openTickets']> {
    const { data } = await this.tickets.list(ctx, { customerId, limit: MOST_TICKETS });
    return data
      .filter(({ status }) => !OVER.includes(status))
      .map(({ id, number, subject, status }) => ({ id, number, subject, status }));
  }
}
