import { Injectable } from '@nestjs/common';
import { ConnectionService, type Payment, type PaymentAdapter } from '@satchel/connectors';
import type { ConnectionBody, OrderBody } from '@satchel/contracts';
import { Answers } from './answers';
import type { Inquiry } from './inquiry';
import { withPayments } from './refund-status';

/** Payment services count requests; the refunds that people ask about are of the latest orders. */
const MOST_ORDERS_ASKED = 5;
const FROM_MEMORY = 'What it last told of refunds is shown.';

interface Service {
  connection: ConnectionBody;
  adapter: PaymentAdapter;
}

/** Where the money of a refund is, as the payment service tells. */
@Injectable()
export class PaymentPartReader {
  constructor(
    private readonly connections: ConnectionService,
    private readonly answers: Answers,
  ) {}

  async enrich(inquiry: Inquiry, orders: OrderBody[]): Promise<OrderBody[]> {
    const refunded = orders.filter(hasRefund).slice(0, MOST_ORDERS_ASKED);
    if (refunded.length === 0) return orders;
    const services = await this.connections.byKind(inquiry.ctx, 'payment');
    if (services.length === 0) return orders;
    return Promise.all(
      orders.map(async (order) => {
        if (!refunded.includes(order)) return order;
        return withPayments(order, await this.paymentsOf(inquiry, services, order));
      }),
    );
  }

  private async paymentsOf(
    { ctx, sources, fresh, limitMs }: Inquiry,
    services: Service[],
    order: OrderBody,
  ): Promise<Payment[]> {
    const asked = order.payments.flatMap(({ gateway, reference }) => {
      const service = services.find(({ adapter }) => adapter.gateways.includes(gateway));
      return service && reference ? [{ ...service, reference }] : [];
    });
    const found = await Promise.all(
      asked.map(async ({ connection, adapter, reference }) => {
        const options = { limitMs: limitMs(), fresh };
        const answer = await this.answers.ask(ctx, connection.id, `payment:${reference}`, options, () =>
          adapter.byReference(reference),
        );
        sources.note(connection, answer, answer.value === undefined ? null : FROM_MEMORY);
        return answer.value ?? null;
      }),
    );
    return found.flatMap((payment) => payment ?? []);
  }
}

const hasRefund = ({ refunds, refunded }: OrderBody): boolean => refunds.length > 0 || refunded.amount > 0;
