import { Button, CloseButton, TextInput } from '@mantine/core';
import type { ArticleBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastError } from '../../ui/toast';
import css from './knowledge.module.css';

const LEAST_CHARS = 3;

/** How customers ask for an article, beside the words that stand in it. */
export function ArticlePhrasings({
  article,
  onChange,
}: {
  article: ArticleBody;
  onChange: (stored: ArticleBody) => void;
}) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const teach = useMutation({
    mutationFn: (phrase: string) => api.post<ArticleBody>(`/articles/${article.id}/phrasings`, { text: phrase }),
    onSuccess: (stored) => {
      onChange(stored);
      setText('');
    },
    onError: (error, phrase) =>
      toastError('The question was not learned', error, { label: 'Try again', run: () => teach.mutate(phrase) }),
  });
  const forget = useMutation({
    mutationFn: (id: string) => api.delete(`/articles/${article.id}/phrasings/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.article(article.id) }),
    onError: (error, id) =>
      toastError('The question was not forgotten', error, { label: 'Try again', run: () => forget.mutate(id) }),
  });
  const phrase = text.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (phrase.length >= LEAST_CHARS) teach.mutate(phrase);
  };
  return (
    <section className={css.block} aria-label="Asked like this">
      <h2>Asked like this</h2>
      <p className={css.dim}>
        Questions that this article answers, as customers put them. Four of them let far more questions find it.
      </p>
      {article.phrasings.length > 0 && (
        <ul className={css.phrasings}>
          {article.phrasings.map((one) => (
            <li key={one.id}>
              <span>“{one.text}”</span>
              <CloseButton
                size="sm"
                aria-label={`Forget: ${one.text}`}
                disabled={forget.isPending}
                onClick={() => forget.mutate(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className={css.teach}>
        <TextInput
          aria-label="Another way to ask"
          placeholder="Can I get my money back?"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={teach.isPending} disabled={phrase.length < LEAST_CHARS}>
          Add
        </Button>
      </form>
    </section>
  );
}
