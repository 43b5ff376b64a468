import { Loader, NativeSelect, TextInput } from '@mantine/core';
import type { CreateMessageRequest, MessageTemplateBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { templatesQuery } from '../../lib/queries';
import { PlainText } from '../../ui/plain-text';
import css from './composer.module.css';

export type ChosenTemplate = NonNullable<CreateMessageRequest['template']>;

const keyOf = (it: MessageTemplateBody): string => `${it.id} ${it.language}`;

/** An approved message with its blanks, and how it will read. Answers null while a blank is empty. */
export function TemplateForm({
  connectionId,
  onChange,
}: {
  connectionId: string;
  onChange: (template: ChosenTemplate | null, text: string) => void;
}) {
  const { data: templates, error } = useQuery(templatesQuery(connectionId));
  const [key, setKey] = useState('');
  const [params, setParams] = useState<string[]>([]);
  const template = templates?.find((it) => keyOf(it) === key) ?? templates?.[0];
  const filled = template ? Array.from({ length: template.params }, (_, i) => params[i] ?? '') : [];
  const text = template
    ? template.body.replace(/\{\{(\d+)\}\}/g, (blank, n: string) => filled[Number(n) - 1] || blank)
    : '';
  const ready = template !== undefined && filled.every((it) => it.trim() !== '');
  const told =
    ready && template ? JSON.stringify({ id: template.id, language: template.language, params: filled }) : null;
  useEffect(() => {
    onChange(told ? (JSON.parse(told) as ChosenTemplate) : null, text);
    // The parent only keeps it; a new function there is no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [told, text]);

  if (error) return <p className={css.notice}>The templates could not be read: {error.message}</p>;
  if (!templates) return <Loader size="sm" m="md" />;
  if (!template)
    return <p className={css.notice}>No template is approved yet. The vendor’s own pages are where they are made.</p>;
  return (
    <div className={css.template}>
      <NativeSelect
        label="Approved message"
        value={keyOf(template)}
        data={templates.map((it) => ({ value: keyOf(it), label: `${it.name} (${it.language})` }))}
        onChange={(event) => {
          setKey(event.currentTarget.value);
          setParams([]);
        }}
      />
      {filled.map((value, index) => (
        <TextInput
          key={index}
          label={`Blank ${index + 1}`}
          value={value}
          required
          onChange={(event) => {
            const next = [...filled];
            next[index] = event.currentTarget.value;
            setParams(next);
          }}
        />
      ))}
      <div className={css.preview} aria-label="How it will read">
        <PlainText text={text} />
      </div>
    </div>
  );
}
