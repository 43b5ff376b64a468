import { Button, CloseButton, NumberInput, Select } from '@mantine/core';
import type { MoneyLimit, PolicyDocument } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { actionsQuery } from '../../lib/queries';
import css from './policies.module.css';
import { scaled } from './policy-form';

type Limits = PolicyDocument['caps']['action'];

interface Props {
  value: Limits;
  label: string;
  disabled: boolean;
  onChange: (value: Limits) => void;
}

/** The most that one action of a kind moves before the AI asks a lead. */
export function ActionLimits({ value, label, disabled, onChange }: Props) {
  const { data: all = [] } = useQuery(actionsQuery({}));
  const titleOf = (name: string): string => all.find((one) => one.name === name)?.title ?? name.replaceAll('_', ' ');
  const free = all.filter(({ name, risk }) => risk === 'money' && !(name in value));
  const put = (name: string, limit: MoneyLimit): void => onChange({ ...value, [name]: limit });
  return (
    <div className={css.wide} role="group" aria-label={label}>
      <p className={css.label}>{label}</p>
      <ul className={css.limits}>
        {Object.entries(value).map(([name, limit]) => (
          <li key={name}>
            <span>{titleOf(name)}</span>
            <NumberInput
              size="xs"
              w={120}
              aria-label={`${titleOf(name)}: at most`}
              min={0}
              value={limit.units}
              disabled={disabled}
              onChange={(units) => put(name, scaled(limit, Number(units) || 0))}
            />
            <CloseButton
              size="sm"
              aria-label={`${titleOf(name)}: no limit of its own`}
              disabled={disabled}
              onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && <Add actions={free} disabled={disabled} onAdd={(name) => put(name, FIRST)} />}
      <p className={css.help}>Whole units of the order’s currency.</p>
    </div>
  );
}

const FIRST: MoneyLimit = { units: 50, byCurrency: {} };

interface AddProps {
  actions: { name: string; title: string }[];
  disabled: boolean;
  onAdd: (name: string) => void;
}

function Add({ actions, disabled, onAdd }: AddProps) {
  const [first] = actions;
  if (actions.length === 1 && first)
    return (
      <Button size="xs" variant="default" disabled={disabled} onClick={() => onAdd(first.name)}>
        A limit for: {first.title}
      </Button>
    );
  return (
    <Select
      size="xs"
      w={260}
      aria-label="A limit for another action"
      placeholder="A limit for another action …"
      data={actions.map(({ name, title }) => ({ value: name, label: title }))}
      value={null}
      disabled={disabled}
      onChange={(name) => name && onAdd(name)}
    />
  );
}
