import type { Money } from '@satchel/contracts';
import { moneyOf } from '../../../vendor/money';
import type { MoneyBag } from './order-facts';

/** In the currency that the customer saw and paid. */
export function money(bag: MoneyBag): Money {
  return moneyOf(bag.presentmentMoney.amount, bag.presentmentMoney.currencyCode);
}
