import { NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { OrderBody } from '@satchel/contracts';
import { type ReactNode, useState } from 'react';
import { words } from '../../lib/format';
import { choosable, quantitiesIn, reasonIn, returnArgs, type ReturnForm } from './line-args';
import { LinePicker } from './line-picker';
import type { ActionArgs } from './subject';
import { VariantPicker } from './variant-picker';

interface Props {
  order: OrderBody;
  schema: object;
  given?: ActionArgs;
  children: (args: ActionArgs | null, action: string) => ReactNode;
}

/** What goes back, why, and what they get instead where it is an exchange. */
export function ReturnFormFields({ order, schema, given = {}, children }: Props) {
  const [form, setForm] = useState<ReturnForm>({
    quantities: quantitiesIn(given),
    reason: reasonIn(given),
    note: '',
    exchange: false,
    wanted: {},
  });
  const set = (change: Partial<ReturnForm>): void => setForm((known) => ({ ...known, ...change }));
  const titles = new Map(choosable(order.lines, 'returnable').map(({ id, line }) => [id, line.title]));
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="What for"
        value={form.exchange ? 'exchange' : 'return'}
        onChange={(value) => set({ exchange: value === 'exchange' })}
        data={[
          { value: 'return', label: 'Return' },
          { value: 'exchange', label: 'Exchange' },
        ]}
      />
      <LinePicker
        order={order}
        left="returnable"
        verb="Send back"
        quantities={form.quantities}
        onChange={(quantities) => set({ quantities })}
        extra={
          form.exchange
            ? (lineId) => (
                <VariantPicker
                  connectionId={order.connectionId}
                  title={titles.get(lineId) ?? ''}
                  value={form.wanted[lineId] ?? ''}
                  onChange={(variantId) =>
                    setForm((known) => ({ ...known, wanted: { ...known.wanted, [lineId]: variantId } }))
                  }
                />
              )
            : undefined
        }
      />
      <NativeSelect
        label="Why"
        required
        value={form.reason}
        data={[{ value: '', label: 'Choose…' }, ...reasonsIn(schema).map((value) => ({ value, label: words(value) }))]}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <TextInput
        label="In their words"
        maxLength={500}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {children(returnArgs(order, form), form.exchange ? 'exchange' : 'start_return')}
    </Stack>
  );
}

/** The reasons that the server knows stand in the schema of a line. */
export function reasonsIn(schema: object): string[] {
  const { properties } = schema as {
    properties?: { lines?: { items?: { properties?: { reason?: { enum?: unknown[] } } } } };
  };
  const reasons = properties?.lines?.items?.properties?.reason?.enum ?? [];
  return reasons.filter((reason) => typeof reason === 'string');
}
