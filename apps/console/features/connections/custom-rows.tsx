import { Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { CustomerFact, OperationRowBody } from '@satchel/contracts';
import { type ArgumentRow, EMPTY_ARGUMENT, EMPTY_ROW } from './custom-draft';
import css from './custom.module.css';

const TYPES = [
  { value: 'string', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'integer', label: 'Whole number' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'array', label: 'List' },
  { value: 'object', label: 'Object' },
  { value: '', label: 'As described' },
];
const FACTS: { value: CustomerFact | ''; label: string }[] = [
  { value: '', label: 'Nothing' },
  { value: 'customer.email', label: "Customer's email" },
  { value: 'customer.phone', label: "Customer's phone" },
  { value: 'customer.name', label: "Customer's name" },
];

const changed = <T,>(rows: T[], at: number, part: Partial<T>): T[] =>
  rows.map((row, place) => (place === at ? { ...row, ...part } : row));
const without = <T,>(rows: T[], at: number): T[] => rows.filter((_, place) => place !== at);

interface ArgumentProps {
  rows: ArgumentRow[];
  /** Whether arguments can be filled for a card. */
  card: boolean;
  onChange: (rows: ArgumentRow[]) => void;
}

export function CustomArgumentRows({ rows, card, onChange }: ArgumentProps) {
  return (
    <fieldset className={css.fields}>
      <legend>Arguments</legend>
      {rows.map((row, at) => {
        const of = `of argument ${at + 1}`;
        const set = (part: Partial<ArgumentRow>): void => onChange(changed(rows, at, part));
        return (
          // Rows have no other name: what is typed in them is theirs.
          <div key={at} className={css.argument}>
            <TextInput
              label="Name"
              aria-label={`Name ${of}`}
              value={row.name}
              autoComplete="off"
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <NativeSelect
              label="Type"
              aria-label={`Type ${of}`}
              data={TYPES}
              value={row.type}
              onChange={(event) => set({ type: event.currentTarget.value })}
            />
            <TextInput
              label="Description"
              aria-label={`Description ${of}`}
              value={row.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
            {card ? (
              <NativeSelect
                label="For a card, from"
                aria-label={`Fact for a card ${of}`}
                data={FACTS}
                value={row.fact}
                onChange={(event) => set({ fact: event.currentTarget.value as CustomerFact | '' })}
              />
            ) : (
              <span />
            )}
            <Checkbox
              label="Needed"
              aria-label={`Needed: argument ${at + 1}`}
              mb={8}
              checked={row.required}
              onChange={(event) => set({ required: event.currentTarget.checked })}
            />
            <CloseButton aria-label={`Remove argument ${at + 1}`} mb={2} onClick={() => onChange(without(rows, at))} />
          </div>
        );
      })}
      <Button size="compact-xs" variant="subtle" mt={6} onClick={() => onChange([...rows, EMPTY_ARGUMENT])}>
        Add an argument
      </Button>
    </fieldset>
  );
}

export function CustomResultRows({
  rows,
  onChange,
}: {
  rows: OperationRowBody[];
  onChange: (rows: OperationRowBody[]) => void;
}) {
  return (
    <fieldset className={css.fields}>
      <legend>What to show of the answer</legend>
      {rows.map((row, at) => (
        <div key={at} className={css.line}>
          <TextInput
            label="Label"
            aria-label={`Label of row ${at + 1}`}
            value={row.label}
            onChange={(event) => onChange(changed(rows, at, { label: event.currentTarget.value }))}
          />
          <TextInput
            label="JSONPath"
            aria-label={`JSONPath of row ${at + 1}`}
            value={row.path}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(changed(rows, at, { path: event.currentTarget.value }))}
          />
          <CloseButton aria-label={`Remove row ${at + 1}`} mb={2} onClick={() => onChange(without(rows, at))} />
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" mt={6} onClick={() => onChange([...rows, EMPTY_ROW])}>
        Add a row
      </Button>
    </fieldset>
  );
}
