import { Button, CloseButton, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { ProcedureSlot } from '@satchel/contracts';
import { useState } from 'react';
import { IconAlertTriangle, IconPlus } from '../../ui/icons';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { KIND_LABELS, nameWords, textOf } from './step-words';
import { WordsField } from './words-field';

/** What the procedure has to know, and how it asks for what nobody said yet. */
export function SlotsForm() {
  const { document, disabled, change } = useEditing();
  const [name, setName] = useState('');
  const key = nameOf(name);
  const taken = key in document.slots;
  return (
    <section className={css.group} aria-label="What is found out">
      <h2>What is found out</h2>
      <p className={css.lead}>It is asked for only when neither the message nor the shop tells it.</p>
      <ul className={css.slots}>
        {Object.entries(document.slots).map(([slot, value]) => (
          <SlotCard key={slot} name={slot} slot={value} />
        ))}
      </ul>
      {!disabled && (
        <form
          className={css.tools}
          onSubmit={(event) => {
            event.preventDefault();
            if (!key || taken) return;
            change(['slots', key], { kind: 'text', from: ['answer'], ask: { en: `${name.trim()}?` } });
            setName('');
          }}
        >
          <TextInput
            size="xs"
            aria-label="Something else to find out"
            placeholder="Gift message"
            value={name}
            error={taken ? 'There is one of that name.' : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            type="submit"
            variant="default"
            disabled={!key || taken}
            leftSection={<IconPlus size={14} />}
          >
            Find out something else
          </Button>
        </form>
      )}
    </section>
  );
}

function SlotCard({ name, slot }: { name: string; slot: ProcedureSlot }) {
  const { document, parts, problems, disabled, change } = useEditing();
  const [open, setOpen] = useState(false);
  const field = `slots.${name}`;
  const wrong = problems.filter((problem) => problem.field === field || problem.field.startsWith(`${field}.`));
  const set = (more: Partial<ProcedureSlot>): void => change(['slots', name], { ...slot, ...more });
  const others = Object.keys(document.slots).filter((other) => other !== name);
  const kind = (next: string): void => {
    const { ask, from } = slot;
    change(['slots', name], {
      ...{ kind: next, from, ask },
      ...((next === 'lines' || next === 'variant') && { of: others[0] ?? '' }),
      ...(next === 'choice' && {
        options: [
          { value: 'yes', words: ['yes'] },
          { value: 'no', words: ['no'] },
        ],
      }),
    });
  };
  return (
    <li className={css.step} data-wrong={wrong.length > 0 || undefined}>
      <div className={css.head}>
        <button
          type="button"
          className={css.open}
          aria-expanded={open}
          aria-label={`${nameWords(name)}: ${KIND_LABELS[slot.kind] ?? slot.kind}`}
          onClick={() => setOpen(!open)}
        >
          <strong>{nameWords(name)}</strong> <span>“{textOf(slot.ask, parts)}”</span>
        </button>
        {!disabled && (
          <CloseButton
            size="sm"
            aria-label={`Remove ${nameWords(name)}`}
            onClick={() => change(['slots', name], undefined)}
          />
        )}
      </div>
      {wrong.map(({ message }) => (
        <p key={message} className={css.problem}>
          <IconAlertTriangle size={14} /> {message}
        </p>
      ))}
      {open && (
        <div className={css.form}>
          <NativeSelect
            label="What it is"
            value={slot.kind}
            disabled={disabled}
            onChange={(event) => kind(event.currentTarget.value)}
            data={parts.slotKinds.map((value) => ({ value, label: KIND_LABELS[value] ?? value }))}
          />
          {slot.of !== undefined && (
            <NativeSelect
              label="Of"
              value={slot.of}
              disabled={disabled}
              onChange={(event) => set({ of: event.currentTarget.value })}
              data={others.map((value) => ({ value, label: nameWords(value) }))}
            />
          )}
          <WordsField
            label="How it is asked for"
            value={slot.ask}
            onChange={(ask) => set({ ask: ask ?? { en: '?' } })}
          />
          {slot.options && <Options options={slot.options} onChange={(options) => set({ options })} />}
        </div>
      )}
    </li>
  );
}

type Option = NonNullable<ProcedureSlot['options']>[number];

/** The answers there are, each with the words that mean it, in any language. */
function Options({ options, onChange }: { options: Option[]; onChange: (options: Option[]) => void }) {
  const { disabled } = useEditing();
  const put = (at: number, more: Partial<Option>): void =>
    onChange(options.map((one, index) => (index === at ? { ...one, ...more } : one)));
  return (
    <fieldset className={css.languages}>
      <legend>Answers, and the words that mean each</legend>
      {options.map(({ value, words: mean }, at) => (
        <div key={at} className={css.option}>
          <TextInput
            size="xs"
            aria-label={`Answer ${at + 1}`}
            value={value}
            disabled={disabled}
            onChange={(event) => put(at, { value: event.currentTarget.value })}
          />
          <TagsInput
            size="xs"
            aria-label={`Words for answer ${at + 1}`}
            value={mean}
            maxTags={60}
            disabled={disabled}
            onChange={(next) => put(at, { words: next })}
          />
          <CloseButton
            size="sm"
            aria-label={`Remove answer ${at + 1}`}
            disabled={disabled || options.length <= 2}
            onClick={() => onChange(options.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        disabled={disabled || options.length >= 12}
        onClick={() => onChange([...options, { value: `answer_${options.length + 1}`, words: [] }])}
      >
        One more answer
      </Button>
    </fieldset>
  );
}

/** "Gift message" as a name in the document: "giftMessage". */
const nameOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .toLowerCase()
    .replace(/^\d+/, '')
    .replace(/ +([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
    .slice(0, 40);
