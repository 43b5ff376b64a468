import { Select, Table } from '@mantine/core';
import type { PolicyDocument } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { actionsQuery } from '../../lib/queries';
import css from './policies.module.css';

type Off = PolicyDocument['off'];
const CHOICES = [
  { value: 'on', label: 'On' },
  { value: 'ai', label: 'Off for the AI' },
  { value: 'everybody', label: 'Off for everybody' },
];

interface Props {
  value: Off;
  disabled: boolean;
  onChange: (value: Off) => void;
}

/** Each action with its switch. */
export function SwitchesTable({ value, disabled, onChange }: Props) {
  const { data: actions = [] } = useQuery(actionsQuery({}));
  const change = (name: string, choice: string | null): void => {
    const others = Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
    onChange(choice === 'ai' || choice === 'everybody' ? { ...others, [name]: choice } : others);
  };
  return (
    <Table className={css.wide} verticalSpacing={4} withRowBorders={false}>
      <Table.Tbody>
        {actions.map(({ name, title }) => (
          <Table.Tr key={name}>
            <Table.Td>{title}</Table.Td>
            <Table.Td w={190}>
              <Select
                size="xs"
                aria-label={title}
                data={CHOICES}
                value={value[name] ?? 'on'}
                disabled={disabled}
                allowDeselect={false}
                onChange={(choice) => change(name, choice)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
