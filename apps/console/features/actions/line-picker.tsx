import { ActionIcon } from '@mantine/core';
import type { OrderBody } from '@satchel/contracts';
import type { ReactNode } from 'react';
import { formatMoney } from '../../lib/format';
import css from './actions.module.css';
import { choosable, type Quantities } from './line-args';

interface Props {
  order: OrderBody;
  left: 'refundable' | 'returnable';
  /** "Refund", for who hears the buttons only. */
  verb: string;
  quantities: Quantities;
  onChange: (quantities: Quantities) => void;
  /** Under a line that was chosen. */
  extra?: (lineId: string) => ReactNode;
}

/** The lines of an order, each with how many of it. */
export function LinePicker({ order, left, verb, quantities, onChange, extra }: Props) {
  return (
    <ul className={css.lines} aria-label="Lines of the order">
      {choosable(order.lines, left).map(({ line, id, most }) => {
        const count = quantities[id] ?? 0;
        const put = (next: number) => () => onChange({ ...quantities, [id]: Math.min(most, Math.max(0, next)) });
        return (
          <li key={id} data-chosen={count > 0 || undefined} data-gone={most === 0 || undefined}>
            <div className={css.line}>
              <span className={css.item}>
                {line.title}
                <small>
                  {[line.variant, formatMoney(line.unitPrice), leftWords(most, line.quantity, left)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {most > 0 && (
                <span className={css.stepper} role="group" aria-label={`${verb}: ${line.title}`}>
                  <ActionIcon
                    variant="default"
                    size="md"
                    aria-label={`One less of ${line.title}`}
                    disabled={count === 0}
                    onClick={put(count - 1)}
                  >
                    −
                  </ActionIcon>
                  <output aria-live="polite">{count}</output>
                  <ActionIcon
                    variant="default"
                    size="md"
                    aria-label={`One more of ${line.title}`}
                    disabled={count === most}
                    onClick={put(count + 1)}
                  >
                    +
                  </ActionIcon>
                </span>
              )}
            </div>
            {count > 0 && extra?.(id)}
          </li>
        );
      })}
    </ul>
  );
}

function leftWords(most: number, quantity: number, left: Props['left']): string {
  const what = left === 'refundable' ? 'refunded' : 'sent back';
  if (most === 0) return `none left to be ${what}`;
  return most < quantity ? `${most} of ${quantity} can be ${what}` : `${quantity} ordered`;
}
