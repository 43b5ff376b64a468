import { Button, CloseButton, NumberInput, Table, TextInput } from '@mantine/core';
import type { TierStep } from '@satchel/contracts';
import css from './policies.module.css';

interface Props {
  value: TierStep[];
  disabled: boolean;
  onChange: (value: TierStep[]) => void;
}

const textOr = (typed: string): string | null => (typed === '' ? null : typed);

/** One row for each tier or tag: what share of the usual limits it has. */
export function TiersTable({ value, disabled, onChange }: Props) {
  const change = (index: number, changes: Partial<TierStep>): void =>
    onChange(value.map((step, at) => (at === index ? { ...step, ...changes } : step)));
  return (
    <div className={css.wide}>
      {value.length > 0 && (
        <Table verticalSpacing={4} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Tier</Table.Th>
              <Table.Th>Tag</Table.Th>
              <Table.Th w={120}>Share of the limits</Table.Th>
              <Table.Th w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.map((step, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label="Tier"
                    placeholder="Any"
                    value={step.tier ?? ''}
                    disabled={disabled}
                    onChange={(event) => change(index, { tier: textOr(event.currentTarget.value) })}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label="Tag"
                    placeholder="Any"
                    value={step.tag ?? ''}
                    disabled={disabled}
                    onChange={(event) => change(index, { tag: textOr(event.currentTarget.value) })}
                  />
                </Table.Td>
                <Table.Td>
                  <NumberInput
                    size="xs"
                    aria-label="Share of the limits"
                    suffix=" %"
                    min={0}
                    max={1000}
                    allowDecimal={false}
                    value={step.percent}
                    disabled={disabled}
                    onChange={(percent) => change(index, { percent: Number(percent) || 0 })}
                  />
                </Table.Td>
                <Table.Td>
                  <CloseButton
                    aria-label="Remove"
                    disabled={disabled}
                    onClick={() => onChange(value.filter((_, at) => at !== index))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        onClick={() => onChange([...value, { tier: null, tag: null, percent: 100 }])}
      >
        Add a tier or tag
      </Button>
    </div>
  );
}
