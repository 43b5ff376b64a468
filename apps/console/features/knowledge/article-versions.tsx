import { Button } from '@mantine/core';
import type { ArticleBody, ArticleVersionBody } from '@satchel/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { toastDone, toastError } from '../../ui/toast';
import css from './knowledge.module.css';
import { lineDiff } from './line-diff';
import { versionsQuery } from './queries';

/** Who wrote what and when; an older text can be looked at and made the newest again. */
export function ArticleVersions({ article, onBack }: { article: ArticleBody; onBack: (stored: ArticleBody) => void }) {
  const versions = useQuery(versionsQuery(article.id, article.version));
  const [open, setOpen] = useState<number | null>(null);
  const restore = useMutation({
    mutationFn: (version: number) => api.post<ArticleBody>(`/articles/${article.id}/versions/${version}/restore`),
    onSuccess: (stored, version) => {
      onBack(stored);
      toastDone(`Version ${version} is the newest again, as version ${stored.version}`);
    },
    onError: (error, version) =>
      toastError('The version was not brought back', error, { label: 'Try again', run: () => restore.mutate(version) }),
  });
  const all = versions.data ?? [];
  if (versions.error) return <p role="alert">{messageOf(versions.error)}</p>;
  return (
    <section className={css.block} aria-label="Versions">
      <h2>Versions</h2>
      <ul className={css.versions}>
        {all.map((one, index) => (
          <li key={one.version}>
            <div className={css.version}>
              <span>
                <strong>Version {one.version}</strong> {one.author.name}, {formatDate(one.createdAt, 'date')}{' '}
                {formatDate(one.createdAt, 'clock')}
                {one.version === article.publishedVersion && ' · readers see this one'}
              </span>
              <Button
                size="compact-xs"
                variant="default"
                aria-expanded={open === one.version}
                aria-label={`What version ${one.version} changed`}
                onClick={() => setOpen(open === one.version ? null : one.version)}
              >
                {open === one.version ? 'Hide' : 'What changed'}
              </Button>
              {one.version !== article.version && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={restore.isPending}
                  aria-label={`Go back to version ${one.version}`}
                  onClick={() => restore.mutate(one.version)}
                >
                  Go back to this
                </Button>
              )}
            </div>
            {open === one.version && <Changes now={one} before={all[index + 1]} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ now, before }: { now: ArticleVersionBody; before: ArticleVersionBody | undefined }) {
  if (!before) return <p className={css.dim}>It began with this text.</p>;
  const lines = lineDiff(`${before.title}\n\n${before.body}`, `${now.title}\n\n${now.body}`);
  if (lines.every(({ kind }) => kind === 'same')) return <p className={css.dim}>The words stayed the same.</p>;
  return (
    <div className={css.diff} tabIndex={0} role="region" aria-label={`Version ${before.version} to ${now.version}`}>
      {lines.map(({ kind, text }, index) => {
        if (kind === 'gone') return <del key={index}>{text || ' '}</del>;
        if (kind === 'new') return <ins key={index}>{text || ' '}</ins>;
        return <span key={index}>{text || ' '}</span>;
      })}
    </div>
  );
}
