import { Button, Group, Select, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks';
import { type ArticleBody, ARTICLE_STATUSES } from '@satchel/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { Gaps } from './gaps';
import { ImportDialog } from './import-dialog';
import { articleListQuery } from './queries';
import css from './knowledge.module.css';

const DUE = 'due';

/** What the shop knows in writing, and what it was asked in vain. */
export function KnowledgePage() {
  useDocumentTitle('Knowledge · Satchel');
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const write = useMutation({
    mutationFn: () => api.post<ArticleBody>('/articles', { title: 'New article', body: '', language: 'en' }),
    onSuccess: ({ id }) => void navigate(`/knowledge/${id}`),
  });
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Group justify="space-between">
          <h1>Knowledge</h1>
          <Group>
            <Button component="a" href="/help" target="_blank" variant="subtle">
              Open the help centre
            </Button>
            <Button variant="default" onClick={() => setImporting(true)}>
              Import
            </Button>
            <Button loading={write.isPending} onClick={() => write.mutate()}>
              New article
            </Button>
          </Group>
        </Group>
        {write.error && <p role="alert">{messageOf(write.error)}</p>}
        <Tabs defaultValue="articles">
          <Tabs.List>
            <Tabs.Tab value="articles">Articles</Tabs.Tab>
            <Tabs.Tab value="gaps">Gaps</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="articles">
            <Articles />
          </Tabs.Panel>
          <Tabs.Panel value="gaps">
            <Gaps />
          </Tabs.Panel>
        </Tabs>
        {importing && <ImportDialog onClose={() => setImporting(false)} />}
      </div>
    </div>
  );
}

function Articles() {
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [typed] = useDebouncedValue(q, 200);
  const list = useQuery(
    articleListQuery({ q: typed, status: shown && shown !== DUE ? shown : '', due: shown === DUE ? 'true' : '' }),
  );
  return (
    <>
      <Group my="md">
        <TextInput
          className={css.grow}
          aria-label="Search articles"
          placeholder="Search articles"
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Select
          aria-label="Show"
          placeholder="All"
          clearable
          value={shown}
          onChange={setShown}
          data={[...ARTICLE_STATUSES, { value: DUE, label: 'to be looked at again' }]}
        />
      </Group>
      {list.error && <p role="alert">{messageOf(list.error)}</p>}
      {list.data?.data.length === 0 && <p className={css.dim}>No articles here.</p>}
      {list.data?.data.map((article) => (
        <div key={article.id} className={css.row}>
          <div className={css.grow}>
            <Link to={`/knowledge/${article.id}`}>{article.title}</Link>
            <div className={css.dim}>
              {article.language} · {article.section || 'no section'} · {article.audience}
              {article.reviewDueAt && ` · look again by ${formatDate(article.reviewDueAt, 'day')}`}
            </div>
          </div>
          <span className={css.dim}>
            {article.status}
            {article.publishedVersion !== null && article.publishedVersion < article.version && ', newer draft'}
          </span>
          <span className={css.dim}>
            {article.helpful.yes} helpful, {article.helpful.no} not
          </span>
        </div>
      ))}
    </>
  );
}
