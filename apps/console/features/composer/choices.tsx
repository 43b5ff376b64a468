import { TagsInput } from '@mantine/core';
import { type DestinationOptionBody, MAX_CHOICE_CHARS } from '@satchel/contracts';
import type { KeyboardEvent } from 'react';
import css from './composer.module.css';

export interface ChoicesDraft {
  buttons: string[];
  /** Not a button yet. */
  text: string;
}

export const NO_CHOICES: ChoicesDraft = { buttons: [], text: '' };

/** What is offered when the message goes now: what still stands in the field counts as well. */
export function offeredIn({ buttons, text }: ChoicesDraft): string[] {
  return [...new Set([...buttons, text].map((it) => it.trim().slice(0, MAX_CHOICE_CHARS)).filter(Boolean))];
}

interface Props {
  option: DestinationOptionBody;
  value: ChoicesDraft;
  onChange: (draft: ChoicesDraft) => void;
  onSend: () => void;
}

/** Answers that the customer can give by pressing a button. */
export function Choices({ option, value, onChange, onSend }: Props) {
  const { choices: most } = option.traits;
  const over = offeredIn(value).length - most;
  // The field takes every Enter for itself, the one that sends too.
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <TagsInput
      className={css.copies}
      aria-label="Quick replies"
      description={`Enter adds a button: up to ${most}, of ${MAX_CHOICE_CHARS} characters each.`}
      error={over > 0 && `${option.label} takes at most ${most} buttons: remove ${over}.`}
      placeholder={value.buttons.length === 0 ? 'Yes, please' : undefined}
      value={value.buttons}
      searchValue={value.text}
      maxLength={MAX_CHOICE_CHARS}
      splitChars={['\n']}
      acceptValueOnBlur
      autoFocus
      onKeyDown={press}
      onSearchChange={(text) => onChange({ ...value, text })}
      onDuplicate={() => onChange({ ...value, text: '' })}
      onChange={(buttons) => onChange({ buttons: offeredIn({ buttons, text: '' }), text: '' })}
    />
  );
}
