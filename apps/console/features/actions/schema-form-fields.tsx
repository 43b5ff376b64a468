import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { argsOf, fieldsOf, type SchemaField } from './schema-form';
import type { ActionArgs } from './subject';

interface Props {
  schema: object;
  given: ActionArgs;
  /** Of what it is about; null: whoever types has no currency to name, so amounts are not asked. */
  currency: string | null;
  children: (args: ActionArgs | null) => ReactNode;
}

/** A form as the action's own schema describes it. */
export function SchemaFormFields({ schema, given, currency, children }: Props) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const fields = fieldsOf(schema, given).filter(({ type }) => type !== 'money' || currency !== null);
  return (
    <Stack gap="sm">
      {fields.map((field, index) => (
        <Field
          key={field.name}
          field={field}
          first={index === 0}
          currency={currency}
          value={typed[field.name] ?? field.initial}
          onChange={(value) => setTyped((known) => ({ ...known, [field.name]: value }))}
        />
      ))}
      {children(argsOf(fields, typed, given, currency ?? ''))}
    </Stack>
  );
}

interface FieldProps {
  field: SchemaField;
  first: boolean;
  currency: string | null;
  value: string;
  onChange: (value: string) => void;
}

const BELOW = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

function Field({ field, first, currency, value, onChange }: FieldProps) {
  const { type, label, help, required, options, min, max } = field;
  if (type === 'boolean') {
    return (
      <Checkbox
        label={label}
        description={help}
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    );
  }
  const shared = {
    label: type === 'money' && currency ? `${label} in ${currency}` : label,
    // How a program writes an amount is nothing for people.
    description: type === 'money' ? null : help,
    required,
    value,
    inputWrapperOrder: BELOW,
    autoComplete: 'off',
    'data-autofocus': first || undefined,
    // Where the dialog was open before its fields were there.
    autoFocus: first,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (type === 'choice') return <NativeSelect {...shared} data={[{ value: '', label: 'Choose…' }, ...options]} />;
  if (type === 'long_text') return <Textarea {...shared} autosize minRows={2} maxRows={6} />;
  if (type === 'date') return <TextInput {...shared} description={null} type="date" />;
  if (type === 'number')
    return <TextInput {...shared} type="number" min={min ?? undefined} max={max ?? undefined} step={1} />;
  return <TextInput {...shared} inputMode={type === 'money' ? 'decimal' : undefined} />;
}
