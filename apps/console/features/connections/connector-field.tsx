import { NativeSelect, PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import type { ConnectorFieldBody } from '@satchel/contracts';

interface Props {
  field: ConnectorFieldBody;
  value: string;
  error: string | undefined;
  /** The server holds a value that it does not show: blank means that it stays. */
  stored: boolean;
  /** Whatever its definition says: it need not be filled in just now. */
  optional?: boolean;
  onChange: (value: string) => void;
}

const BELOW = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

/** One setting of a connector, drawn as its type asks. */
export function ConnectorField({ field, value, error, stored, optional = false, onChange }: Props) {
  const { label, type, help, options = [] } = field;
  if (type === 'boolean' && !stored) {
    return (
      <Switch
        label={label}
        description={help}
        error={error}
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    );
  }
  const shared = {
    label,
    description: help,
    error,
    value,
    required: field.required && !stored && !optional,
    inputWrapperOrder: BELOW,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  // A switch would have to show on or off, and the stored setting is not known here.
  if (type === 'boolean') {
    const choices = [
      { value: '', label: 'Leave as it is' },
      { value: 'true', label: 'On' },
      { value: 'false', label: 'Off' },
    ];
    return <NativeSelect {...shared} data={choices} />;
  }
  const placeholder = stored ? 'Unchanged' : undefined;
  // A browser offers the visitor's own password for anything else.
  if (type === 'secret') return <PasswordInput {...shared} placeholder={placeholder} autoComplete="new-password" />;
  if (type === 'choice')
    return <NativeSelect {...shared} data={[{ value: '', label: 'Leave as it is' }, ...options]} />;
  if (type === 'long_text') return <Textarea {...shared} autosize minRows={3} maxRows={12} />;
  const inputMode = ({ number: 'numeric', url: 'url', text: 'text' } as const)[type];
  return (
    <TextInput
      {...shared}
      placeholder={placeholder}
      inputMode={inputMode}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}
