import { NativeSelect, Textarea } from '@mantine/core';
import { CUSTOMER_LANGUAGES, type CustomerLanguage, type CustomerTexts, type ProcedureWords } from '@satchel/contracts';
import { words } from '../../lib/format';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { textOf } from './step-words';

const NAMES: Record<CustomerLanguage, string> = {
  en: 'English',
  de: 'German',
  nl: 'Dutch',
  fr: 'French',
  es: 'Spanish',
};
const OWN = ':own';
const NONE = ':none';

interface Props {
  label: string;
  value: ProcedureWords | undefined;
  /** What is said when nothing is chosen; left out: something has to be. */
  none?: string;
  onChange: (value: ProcedureWords | undefined) => void;
}

/** A sentence of the house, or the shop's own in each of its languages. */
export function WordsField({ label, value, none, onChange }: Props) {
  const { parts, disabled } = useEditing();
  const own = typeof value === 'object';
  const choose = (chosen: string): void => {
    if (chosen === NONE) return onChange(undefined);
    if (chosen !== OWN) return onChange(chosen);
    // Their own words begin with what was said so far.
    const begun = parts.phrases.find(({ name }) => name === value)?.texts ?? { en: '' };
    onChange(Object.fromEntries(Object.entries(begun).map(([language, text]) => [language, bare(text)])));
  };
  const write = (language: CustomerLanguage, text: string): void => {
    const texts = { ...(value as CustomerTexts), [language]: text };
    onChange(Object.fromEntries(Object.entries(texts).filter(([, one]) => one !== '')));
  };
  return (
    <div className={css.words}>
      <NativeSelect
        label={label}
        value={own ? OWN : (value ?? NONE)}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {none !== undefined && <option value={NONE}>{none}</option>}
        <option value={OWN}>In your own words …</option>
        <optgroup label="In the words of the house">
          {parts.phrases.map(({ name }) => (
            <option key={name} value={name}>
              {words(name)}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      {typeof value === 'string' && <p className={css.said}>“{textOf(value, parts)}”</p>}
      {own && (
        <fieldset className={css.languages}>
          <legend>{label}, by language</legend>
          {CUSTOMER_LANGUAGES.map((language) => (
            <Textarea
              key={language}
              label={NAMES[language]}
              placeholder={textOf(value, parts)}
              autosize
              minRows={1}
              maxLength={1000}
              value={value[language] ?? ''}
              disabled={disabled}
              onChange={(event) => write(language, event.currentTarget.value)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** How a stranger is addressed, where a sentence of the house knows both. */
const bare = (text: string): string => text.replace(/\[([^[\]|]*)\|[^[\]|]*\]/g, '$1');
