import { Select, Switch, TextInput } from '@mantine/core';
import type { PolicyBody, PolicyDocument } from '@satchel/contracts';
import { ActionLimits } from './action-limits';
import { SwitchesTable } from './switches-table';
import { TiersTable } from './tiers-table';
import { WordingForm } from './wording-form';
import type { PolicyField, PolicyGroup } from './policy-field';
import { limitOf, type PolicyEdits, problemOf, shownValue } from './policy-form';
import css from './policies.module.css';

interface Props {
  group: PolicyGroup;
  document: PolicyDocument;
  sentences: PolicyBody['sentences'];
  /** Those of every group. */
  all: PolicyBody['sentences'];
  edits: PolicyEdits;
  disabled: boolean;
  onEdit: (path: string, value: string) => void;
}

export function PolicyGroupForm({ group, document, sentences, all, edits, disabled, onEdit }: Props) {
  return (
    <section className={css.group}>
      <h2>{group.title}</h2>
      {group.lead && <p className={css.lead}>{group.lead}</p>}
      <ul className={css.sentences}>
        {sentences.map(({ rule, text }) => (
          <li key={rule}>{spoken(text)}</li>
        ))}
      </ul>
      <div className={css.fields}>
        {group.fields.map((field) => (
          <Field
            key={field.path}
            field={field}
            document={document}
            all={all}
            typed={edits[field.path]}
            disabled={disabled}
            onChange={(value) => onEdit(field.path, value)}
          />
        ))}
      </div>
    </section>
  );
}

interface FieldProps {
  field: PolicyField;
  document: PolicyDocument;
  all: PolicyBody['sentences'];
  typed: string | undefined;
  disabled: boolean;
  onChange: (value: string) => void;
}

function Field({ field, document, all, typed, disabled, onChange }: FieldProps) {
  const standing = shownValue(document, field);
  const value = typed ?? standing;
  if (field.type === 'switch') {
    return (
      <Switch
        className={css.wide}
        label={field.label}
        checked={value === 'true'}
        disabled={disabled}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    );
  }
  const table = { disabled, onChange: (next: object) => onChange(JSON.stringify(next)) };
  if (field.type === 'switches') return <SwitchesTable value={JSON.parse(value) as PolicyDocument['off']} {...table} />;
  if (field.type === 'action_limits')
    return (
      <ActionLimits value={JSON.parse(value) as PolicyDocument['caps']['action']} label={field.label} {...table} />
    );
  if (field.type === 'tiers')
    return <TiersTable value={JSON.parse(value) as PolicyDocument['tiers']['steps']} {...table} />;
  if (field.type === 'wording')
    return <WordingForm value={JSON.parse(value) as PolicyDocument['wording']} sentences={all} {...table} />;
  if (field.type === 'choice') {
    return (
      <Select
        label={field.label}
        data={field.options}
        value={value}
        disabled={disabled}
        allowDeselect={false}
        onChange={(next) => onChange(next ?? value)}
      />
    );
  }
  const numeric = field.type !== 'words' && field.type !== 'text';
  const unit = field.type === 'percent' ? '%' : field.unit;
  return (
    <TextInput
      className={numeric ? undefined : css.wide}
      label={unit ? `${field.label} (${unit})` : field.label}
      description={helpOf(field, document, value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode={numeric ? 'decimal' : undefined}
      placeholder={field.optional ? 'No limit' : undefined}
      autoComplete="off"
      value={value}
      disabled={disabled}
      error={typed === undefined ? null : problemOf(field, typed)}
      data-changed={value === standing ? undefined : true}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function helpOf(field: PolicyField, document: PolicyDocument, value: string): string | null {
  if (field.type === 'words')
    return field.path.endsWith('Skus')
      ? 'With commas between them; * stands for anything.'
      : 'With commas between them.';
  if (field.type !== 'limit') return null;
  const others = Object.entries(limitOf(document, field, value)?.byCurrency ?? {});
  const format = new Intl.NumberFormat();
  const elsewhere = others.map(([currency, amount]) => `${format.format(amount)} ${currency}`).join(', ');
  return elsewhere ? `Whole units of the order’s currency, but ${elsewhere}.` : 'Whole units of the order’s currency.';
}

/** A rule may name actions as programs do. */
const spoken = (sentence: string): string =>
  sentence.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => name.replaceAll('_', ' '));
