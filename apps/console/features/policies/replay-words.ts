import type { ActionVerdict, MoneyByCurrency, PolicyReplayBody } from '@satchel/contracts';

const BECAME: Record<ActionVerdict, string> = {
  allow: 'been done at once',
  needs_confirm: 'asked for a second yes',
  needs_approval: 'needed an approval',
  deny: 'been refused',
};

/** "312.00 EUR and 40.00 USD"; nothing where no money moved. */
export function moneyOf(
  sums: MoneyByCurrency,
  format: (money: { amount: number; currency: string }) => string,
): string {
  return Object.entries(sums)
    .filter(([, amount]) => amount > 0)
    .map(([currency, amount]) => format({ amount, currency }))
    .join(' and ');
}

/** "14 × Refund (312.00 EUR) would have needed an approval." */
export function groupWords(
  { title, after, runs, money }: PolicyReplayBody['groups'][number],
  format: (money: { amount: number; currency: string }) => string,
): string {
  const sum = moneyOf(money, format);
  return `${runs} × ${title}${sum && ` (${sum})`} would have ${BECAME[after]}.`;
}

/** What the whole look says, in one sentence. */
export function summaryWords({ days, runs, changed, tickets }: PolicyReplayBody): string {
  if (runs === 0) return `Nothing was asked for in the last ${days} days.`;
  if (changed === 0) return `Nothing of the last ${days} days would have gone differently (${runs} looked at).`;
  const on = tickets > 0 ? ` on ${tickets} ${tickets === 1 ? 'ticket' : 'tickets'}` : '';
  return `Of ${runs} in the last ${days} days, ${changed} would have gone differently${on}.`;
}
