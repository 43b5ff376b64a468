import { Button, FileInput, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { ArticleImportBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { importQuery } from './queries';
import css from './knowledge.module.css';

/** Brings articles in as drafts, and tells what became of each page or file. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState('url');
  const [url, setUrl] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [id, setId] = useState<string | null>(null);
  const progress = useQuery(importQuery(id));
  const start = useMutation({
    mutationFn: () => {
      if (kind !== 'files') return api.post<ArticleImportBody>('/articles/import', { kind, url });
      const form = new FormData();
      for (const file of files) form.append('file', file);
      return api.post<ArticleImportBody>('/articles/import/files', form);
    },
    onSuccess: (begun) => setId(begun.id),
  });
  const close = (): void => {
    void client.invalidateQueries({ queryKey: keys.articles });
    onClose();
  };
  const data = progress.data;
  return (
    <Modal opened onClose={close} title="Import articles" size="lg">
      <Stack>
        <SegmentedControl
          value={kind}
          onChange={setKind}
          data={[
            { value: 'url', label: 'One page' },
            { value: 'site', label: 'A help centre' },
            { value: 'files', label: 'Files' },
          ]}
        />
        {kind === 'files' ? (
          <FileInput label="Markdown, text, HTML or PDF" multiple value={files} onChange={setFiles} />
        ) : (
          <TextInput label="Address" type="url" value={url} onChange={(event) => setUrl(event.currentTarget.value)} />
        )}
        <Button
          loading={start.isPending || (data !== undefined && !data.finishedAt)}
          disabled={kind === 'files' ? files.length === 0 : url === ''}
          onClick={() => start.mutate()}
        >
          Import as drafts
        </Button>
        {start.error && <p role="alert">{messageOf(start.error)}</p>}
        {data && (
          <div aria-live="polite">
            <p>
              {data.state}: {data.done} of {data.total ?? '…'} {data.error}
            </p>
            {data.results.map((result) => (
              <div key={result.source} className={css.dim}>
                {result.outcome}: {result.title ?? result.source} {result.reason}
              </div>
            ))}
          </div>
        )}
      </Stack>
    </Modal>
  );
}
