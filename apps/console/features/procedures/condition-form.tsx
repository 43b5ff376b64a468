import { Button, CloseButton, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ProcedureCondition } from '@satchel/contracts';
import { words } from '../../lib/format';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { factWords, nameWords } from './step-words';

interface Props {
  value: ProcedureCondition;
  label: string;
  onChange: (value: ProcedureCondition) => void;
  onRemove?: () => void;
}

type Question = Extract<ProcedureCondition, { fact: string }>;
type Asks = 'is' | 'known' | 'unknown' | 'atLeast' | 'atMost';

const FIRST: Question = { fact: 'order.sent', is: true };

/** Questions about facts, joined by "and" or "or"; no formula, so nothing can be mistyped. */
export function ConditionForm({ value, label, onChange, onRemove }: Props) {
  const { disabled } = useEditing();
  const remove = onRemove && (
    <CloseButton size="sm" aria-label={`Remove: ${label}`} disabled={disabled} onClick={onRemove} />
  );
  if ('not' in value) {
    return (
      <div className={css.joined}>
        <div className={css.join}>
          <span>None of this holds</span>
          {remove}
        </div>
        <ConditionForm value={value.not} label={label} onChange={(not) => onChange({ not })} />
      </div>
    );
  }
  if ('fact' in value) {
    return (
      <div className={css.question}>
        <QuestionForm value={value} label={label} onChange={onChange} />
        {remove}
        {!onRemove && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={disabled}
            onClick={() => onChange({ all: [value, FIRST] })}
          >
            And …
          </Button>
        )}
      </div>
    );
  }
  const joined = 'all' in value ? value.all : value.any;
  const join = (list: ProcedureCondition[], any = 'any' in value): void => {
    const [only] = list;
    if (list.length === 1 && only) onChange(only);
    else onChange(any ? { any: list } : { all: list });
  };
  return (
    <div className={css.joined}>
      <div className={css.join}>
        <NativeSelect
          size="xs"
          aria-label={`${label}: how many of them`}
          value={'any' in value ? 'any' : 'all'}
          disabled={disabled}
          onChange={(event) => join(joined, event.currentTarget.value === 'any')}
          data={[
            { value: 'all', label: 'All of these hold' },
            { value: 'any', label: 'One of these holds' },
          ]}
        />
        {remove}
      </div>
      {joined.map((one, at) => (
        <ConditionForm
          key={at}
          value={one}
          label={`${label}, ${at + 1}`}
          onChange={(next) => join(joined.map((other, index) => (index === at ? next : other)))}
          onRemove={() => join(joined.filter((_, index) => index !== at))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="default"
        disabled={disabled || joined.length >= 10}
        onClick={() => join([...joined, FIRST])}
      >
        One more
      </Button>
    </div>
  );
}

function QuestionForm({
  value,
  label,
  onChange,
}: {
  value: Question;
  label: string;
  onChange: (next: Question) => void;
}) {
  const { document, parts, disabled } = useEditing();
  const { fact } = value;
  const slot = fact.startsWith('slot.') ? document.slots[fact.slice('slot.'.length)] : undefined;
  const known = parts.facts.find(({ name }) => name === fact);
  const kind = known?.kind ?? 'text';
  const values = known ? known.values : (slot?.options?.map((option) => option.value) ?? []);
  const asks: Asks =
    'known' in value
      ? value.known
        ? 'known'
        : 'unknown'
      : 'is' in value
        ? 'is'
        : 'atLeast' in value
          ? 'atLeast'
          : 'atMost';
  const ask = (how: Asks): void => {
    if (how === 'known' || how === 'unknown') return onChange({ fact, known: how === 'known' });
    if (how === 'atLeast') return onChange({ fact, atLeast: 1 });
    if (how === 'atMost') return onChange({ fact, atMost: 0 });
    onChange({ fact, is: kind === 'yes_no' ? true : kind === 'number' ? 1 : (values[0] ?? '') });
  };
  const about = (name: string): void => {
    const other = parts.facts.find((one) => one.name === name);
    if (other?.kind === 'yes_no') return onChange({ fact: name, is: true });
    if (other?.kind === 'number') return onChange({ fact: name, atLeast: 1 });
    const options = document.slots[name.slice('slot.'.length)]?.options;
    onChange({ fact: name, is: other?.values[0] ?? options?.[0]?.value ?? '' });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={`${label}: about`}
        value={fact}
        disabled={disabled}
        onChange={(event) => about(event.currentTarget.value)}
      >
        {!known && !slot && <option value={fact}>{factWords(fact, parts)}</option>}
        {parts.facts.map(({ name, says }) => (
          <option key={name} value={name}>
            {says}
          </option>
        ))}
        {Object.keys(document.slots).map((name) => (
          <option key={name} value={`slot.${name}`}>
            The answer to “{nameWords(name)}”
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label={`${label}: how it is asked`}
        value={asks}
        disabled={disabled}
        onChange={(event) => ask(event.currentTarget.value as Asks)}
        data={[
          { value: 'is', label: 'is' },
          ...(kind === 'number'
            ? [
                { value: 'atLeast', label: 'is at least' },
                { value: 'atMost', label: 'is at most' },
              ]
            : []),
          { value: 'known', label: 'is known' },
          { value: 'unknown', label: 'is not known' },
        ]}
      />
      <ValueField value={value} label={label} kind={kind} values={values} onChange={onChange} />
    </>
  );
}

interface ValueProps {
  value: Question;
  label: string;
  kind: 'text' | 'number' | 'yes_no';
  values: string[];
  onChange: (next: Question) => void;
}

function ValueField({ value, label, kind, values, onChange }: ValueProps) {
  const { disabled } = useEditing();
  if ('known' in value) return null;
  const { fact } = value;
  const field = { size: 'xs', disabled, 'aria-label': `${label}: what` } as const;
  if ('atLeast' in value || 'atMost' in value || kind === 'number') {
    const number = 'atLeast' in value ? value.atLeast : 'atMost' in value ? value.atMost : Number(value.is);
    const put = (next: number): void =>
      onChange(
        'atLeast' in value ? { fact, atLeast: next } : 'atMost' in value ? { fact, atMost: next } : { fact, is: next },
      );
    return <NumberInput {...field} w={90} value={number} onChange={(next) => put(Number(next) || 0)} />;
  }
  if (kind === 'yes_no')
    return (
      <NativeSelect
        {...field}
        value={String(value.is)}
        onChange={(event) => onChange({ fact, is: event.currentTarget.value === 'true' })}
        data={[
          { value: 'true', label: 'yes' },
          { value: 'false', label: 'no' },
        ]}
      />
    );
  if (values.length === 0)
    return (
      <TextInput
        {...field}
        value={String(value.is)}
        onChange={(event) => onChange({ fact, is: event.currentTarget.value })}
      />
    );
  const chosen = [value.is].flat().map(String);
  const toggle = (one: string): void => {
    const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
    const [only] = next;
    if (only !== undefined) onChange({ fact, is: next.length === 1 ? only : next });
  };
  return (
    <span className={css.chips} role="group" aria-label={`${label}: what`}>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          className={css.chip}
          aria-pressed={chosen.includes(one)}
          disabled={disabled}
          onClick={() => toggle(one)}
        >
          {words(one).toLowerCase()}
        </button>
      ))}
    </span>
  );
}
