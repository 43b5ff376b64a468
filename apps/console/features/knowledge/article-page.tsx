import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks';
import { type ArticleBody, AUDIENCES } from '@satchel/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastDone } from '../../ui/toast';
import { ArticlePhrasings } from './article-phrasings';
import { ArticleVersions } from './article-versions';
import { articleQuery } from './queries';
import css from './knowledge.module.css';

export function ArticlePage() {
  useDocumentTitle('Article · Satchel');
  const { articleId = '' } = useParams();
  const article = useQuery(articleQuery(articleId));
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/knowledge">Knowledge</Link>
        {article.error && <p role="alert">{messageOf(article.error)}</p>}
        {article.data && <Editor key={article.data.id} article={article.data} />}
      </div>
    </div>
  );
}

function Editor({ article }: { article: ArticleBody }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(article.title);
  const [section, setSection] = useState(article.section);
  const [audience, setAudience] = useState(article.audience);
  const [body, setBody] = useState(article.body);
  const [language, setLanguage] = useState('');
  const [typed] = useDebouncedValue(body, 300);
  const preview = useQuery({
    queryKey: keys.articlePreview(typed),
    queryFn: () => api.post<{ html: string }>('/articles/preview', { body: typed }),
    placeholderData: keepPreviousData,
  });
  const took = (stored: ArticleBody): void => {
    client.setQueryData(articleQuery(article.id).queryKey, stored);
    void client.invalidateQueries({ queryKey: keys.articleLists });
  };
  const saved = (): Promise<ArticleBody> =>
    api.patch<ArticleBody>(`/articles/${article.id}`, {
      ...{ title, section, audience, body },
      expectedVersion: article.version,
    });
  const save = useMutation({
    mutationFn: saved,
    onSuccess: (stored) => {
      took(stored);
      toastDone(`Saved as version ${stored.version}`);
    },
  });
  const publish = useMutation({
    mutationFn: async () => {
      took(await saved());
      return api.post<ArticleBody>(`/articles/${article.id}/publish`, {});
    },
    onSuccess: (stored) => {
      took(stored);
      toastDone('Published');
    },
  });
  const archive = useMutation({
    mutationFn: () => api.post<ArticleBody>(`/articles/${article.id}/archive`, {}),
    onSuccess: took,
  });
  const translate = useMutation({
    mutationFn: () => api.post<ArticleBody>(`/articles/${article.id}/translations`, { title, body, language }),
    onSuccess: ({ id }) => void navigate(`/knowledge/${id}`),
  });
  const problem = save.error ?? publish.error ?? archive.error ?? translate.error;
  return (
    <>
      <h1>{article.title}</h1>
      <p className={css.dim}>
        {article.status} · version {article.version}
        {article.publishedVersion !== null && ` · readers see version ${article.publishedVersion}`} · {article.language}
        {article.translations.map((one) => (
          <span key={one.id}>
            {' · '}
            <Link to={`/knowledge/${one.id}`}>{one.language}</Link>
          </span>
        ))}
      </p>
      <Group my="md" align="end">
        <TextInput
          className={css.grow}
          label="Title"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput label="Section" value={section} onChange={(event) => setSection(event.currentTarget.value)} />
        <Select
          label="For"
          value={audience}
          allowDeselect={false}
          data={[...AUDIENCES]}
          onChange={(value) => setAudience(value === 'internal' ? 'internal' : 'public')}
        />
      </Group>
      <div className={css.columns}>
        <Textarea
          label="Text (Markdown)"
          autosize
          minRows={16}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {/* Made safe by the server, which shows readers the same. */}
        <section aria-label="Preview" className={css.preview}>
          <div dangerouslySetInnerHTML={{ __html: preview.data?.html ?? article.html }} />
        </section>
      </div>
      {problem && <p role="alert">{messageOf(problem)}</p>}
      <Group mt="md">
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          Save
        </Button>
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          Save and publish
        </Button>
        {article.status === 'published' && (
          <Button variant="subtle" onClick={() => archive.mutate()}>
            Archive
          </Button>
        )}
        <TextInput
          aria-label="Language of a translation"
          placeholder="de"
          w={80}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        />
        <Button variant="subtle" disabled={language === ''} onClick={() => translate.mutate()}>
          Translate
        </Button>
      </Group>
      <ArticlePhrasings article={article} onChange={took} />
      <ArticleVersions
        article={article}
        onBack={(stored) => {
          took(stored);
          setTitle(stored.title);
          setBody(stored.body);
        }}
      />
    </>
  );
}
