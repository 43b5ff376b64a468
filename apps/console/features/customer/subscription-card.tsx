import type { SubscriptionBody } from '@satchel/contracts';
import type { ReactNode } from 'react';
import { formatDate, formatMoney, words } from '../../lib/format';
import { IconRepeat } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './cards.module.css';
import { everyText, SUBSCRIPTION_TONES } from './programme-words';

/** What comes again and again: when next, how often, for how much. */
export function SubscriptionCard({ subscription, actions }: { subscription: SubscriptionBody; actions: ReactNode }) {
  const { product, variant, quantity, price, every, nextChargeOn, skipped, status } = subscription;
  return (
    <article className={css.card} aria-label={`Subscription: ${product}`}>
      <header className={css.head}>
        <IconRepeat size={17} />
        <strong>{product}</strong>
        <Pill tone={SUBSCRIPTION_TONES[status]}>{words(status)}</Pill>
      </header>
      <p className={css.line}>
        {[quantity > 1 && `${quantity}×`, variant, formatMoney(price), everyText(every)].filter(Boolean).join(' · ')}
      </p>
      {nextChargeOn && status === 'active' && (
        <p className={css.line}>
          Next charge {formatDate(nextChargeOn, 'date')}
          {skipped && ' (the one before was skipped)'}
        </p>
      )}
      {subscription.cancelledAt && (
        <p className={css.line}>
          Ended {formatDate(subscription.cancelledAt, 'date')}
          {subscription.cancellationReason && `: ${subscription.cancellationReason}`}
        </p>
      )}
      {status !== 'cancelled' && status !== 'expired' && actions}
    </article>
  );
}
