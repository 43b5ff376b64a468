import { Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { OrderBody } from '@satchel/contracts';
import { type ReactNode, useState } from 'react';
import { formatMoney } from '../../lib/format';
import { choosable, leftOf, quantitiesIn, refundArgs, type RefundForm } from './line-args';
import { LinePicker } from './line-picker';
import { moneyText, parseMoney } from './money-text';
import type { ActionArgs } from './subject';

interface Props {
  order: OrderBody;
  given?: ActionArgs;
  children: (args: ActionArgs | null) => ReactNode;
}

/** Money back for lines of an order, or an amount; the shop tells what it comes to. */
export function RefundFormFields({ order, given = {}, children }: Props) {
  const byLines = choosable(order.lines, 'refundable').some(({ most }) => most > 0);
  const [form, setForm] = useState<RefundForm>({
    by: byLines && typeof given.amount !== 'number' ? 'lines' : 'amount',
    quantities: quantitiesIn(given),
    shipping: false,
    amount: typeof given.amount === 'number' ? moneyText({ amount: given.amount, currency: order.total.currency }) : '',
    reason: typeof given.reason === 'string' ? given.reason : '',
    restock: false,
    notify: true,
  });
  const set = (change: Partial<RefundForm>): void => setForm((known) => ({ ...known, ...change }));
  const { currency } = order.total;
  const left = { amount: leftOf(order), currency };
  return (
    <Stack gap="sm">
      {byLines && (
        <SegmentedControl
          aria-label="Refund by"
          value={form.by}
          onChange={(by) => set({ by })}
          data={[
            { value: 'lines', label: 'Lines' },
            { value: 'amount', label: 'Amount' },
          ]}
        />
      )}
      {form.by === 'lines' ? (
        <>
          <LinePicker
            order={order}
            left="refundable"
            verb="Refund"
            quantities={form.quantities}
            onChange={(quantities) => set({ quantities })}
          />
          <Checkbox
            label="Shipping too"
            checked={form.shipping}
            onChange={(event) => set({ shipping: event.currentTarget.checked })}
          />
          <Checkbox
            label="Back on the shelf"
            description="The goods are counted as stock again."
            checked={form.restock}
            onChange={(event) => set({ restock: event.currentTarget.checked })}
          />
        </>
      ) : (
        <TextInput
          label={`Amount in ${currency}`}
          description={`At most ${formatMoney(left)} is left.`}
          placeholder={moneyText(left)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          autoComplete="off"
          value={form.amount}
          error={amountProblem(form.amount, left)}
          onChange={(event) => set({ amount: event.currentTarget.value })}
          data-autofocus
        />
      )}
      <TextInput
        label="Reason"
        description="For the record."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={500}
        value={form.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Checkbox
        label="The shop tells the customer"
        checked={form.notify}
        onChange={(event) => set({ notify: event.currentTarget.checked })}
      />
      {children(refundArgs(order, form))}
    </Stack>
  );
}

function amountProblem(text: string, left: { amount: number; currency: string }): string | null {
  if (text.trim() === '') return null;
  const amount = parseMoney(text, left.currency);
  if (amount === null) return `Write it like ${moneyText(left)}.`;
  return amount > left.amount ? `That is more than the ${formatMoney(left)} that is left.` : null;
}
