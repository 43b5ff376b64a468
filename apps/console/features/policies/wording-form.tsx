import { Select, Textarea } from '@mantine/core';
import { CUSTOMER_LANGUAGES, type CustomerLanguage, type CustomerTexts, type PolicyBody } from '@satchel/contracts';
import { useState } from 'react';
import css from './policies.module.css';

const NAMES: Record<CustomerLanguage, string> = {
  en: 'English',
  de: 'German',
  nl: 'Dutch',
  fr: 'French',
  es: 'Spanish',
};

interface Props {
  value: Record<string, CustomerTexts>;
  sentences: PolicyBody['sentences'];
  disabled: boolean;
  onChange: (value: Record<string, CustomerTexts>) => void;
}

/** The shop's own words, one rule at a time. */
export function WordingForm({ value, sentences, disabled, onChange }: Props) {
  const rules = sentences.filter(({ rule }) => rule !== 'wording');
  const [rule, setRule] = useState(rules[0]?.rule ?? '');
  const texts = value[rule] ?? {};
  const change = (language: CustomerLanguage, text: string): void => {
    const others = without(texts, language);
    const next: CustomerTexts = text.trim() === '' ? others : { ...others, [language]: text };
    const rest = without(value, rule);
    onChange(Object.keys(next).length > 0 ? { ...rest, [rule]: next } : rest);
  };
  return (
    <div className={css.wording}>
      <Select
        label="When this rule is against it"
        data={rules.map((one) => ({ value: one.rule, label: `${value[one.rule] ? '● ' : ''}${one.text}` }))}
        value={rule}
        searchable
        allowDeselect={false}
        onChange={(next) => setRule(next ?? rule)}
      />
      {CUSTOMER_LANGUAGES.map((language) => (
        <Textarea
          key={language}
          label={NAMES[language]}
          placeholder="In the words of the house"
          autosize
          minRows={1}
          maxLength={1000}
          value={texts[language] ?? ''}
          disabled={disabled}
          onChange={(event) => change(language, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

const without = <T,>(all: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
