import type { PaymentBody, RefundBody, RefundStatus } from '@satchel/contracts';
import type { ConnectorLog } from '../../../port';
import { Vocabulary } from '../../../vendor/vocabulary';
import { withoutMark } from '../our-key';
import { TRANSACTION_WORDS } from '../shopify.words';
import { money } from './money-bag';
import type { RefundFacts, TransactionFacts } from './order-facts';
import { paymentReference } from './payment-reference';

/** Money that came, and money on its way back. */
export class PaymentsMapper {
  private readonly status;

  constructor(log: ConnectorLog) {
    this.status = new Vocabulary('shopify transaction status', TRANSACTION_WORDS, log);
  }

  /** An authorisation counts as long as nobody captured it: then the captures do. */
  payments(transactions: readonly TransactionFacts[]): PaymentBody[] {
    const alive = transactions.filter(({ status }) => !['failed', 'cancelled'].includes(this.status.ours(status)));
    const taken = alive.filter(({ kind }) => kind === 'SALE' || kind === 'CAPTURE');
    const told = taken.length > 0 ? taken : alive.filter(({ kind }) => kind === 'AUTHORIZATION');
    return told.map((one) => ({
      gateway: (one.gateway ?? 'unknown').toLowerCase(),
      reference: paymentReference(one),
      amount: money(one.amountSet),
      paidAt: one.kind !== 'AUTHORIZATION' && this.status.ours(one.status) === 'succeeded' ? one.processedAt : null,
    }));
  }

  refund(facts: RefundFacts): RefundBody {
    return {
      externalId: facts.id,
      amount: money(facts.totalRefundedSet),
      status: this.refundStatus(facts),
      createdAt: facts.createdAt ?? '',
      reference: null,
      reason: withoutMark(facts.note),
    };
  }

  /** As far as the slowest of its transactions; without any no money moves, and the shop has written it down. */
  private refundStatus({ transactions }: RefundFacts): RefundStatus {
    const words = transactions.nodes
      .filter(({ kind }) => kind === 'REFUND')
      .map(({ status }) => this.status.ours(status));
    return (['failed', 'pending', 'unknown'] as const).find((word) => words.includes(word)) ?? 'succeeded';
  }
}
