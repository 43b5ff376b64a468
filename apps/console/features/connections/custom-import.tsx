import { Button, Checkbox, FileInput, Group, Stack, Textarea } from '@mantine/core';
import type { ConnectionBody, HttpOperationBody } from '@satchel/contracts';
import { useState } from 'react';
import css from './connections.module.css';
import own from './custom.module.css';
import { refusalOf, useReadOpenApi, useSaveOperations } from './use-custom';

interface Props {
  connection: ConnectionBody;
  /** Those that are described already; one of the same name is replaced. */
  all: HttpOperationBody[];
  onClose: () => void;
}

/** A document in, its operations out; a person ticks which of them may be used. */
export function CustomImport({ connection, all, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const read = useReadOpenApi();
  const save = useSaveOperations(connection);
  const found = read.data?.operations ?? [];
  const refused = read.error ?? save.error;
  const tick = (name: string, on: boolean): void =>
    setTicked((known) => new Set(on ? [...known, name] : [...known].filter((one) => one !== name)));
  const use = (): void => {
    const chosen = found.filter(({ name }) => ticked.has(name));
    const kept = all.filter(({ name }) => !ticked.has(name));
    save.mutate({ operations: [...kept, ...chosen] }, { onSuccess: onClose });
  };
  return (
    <Stack gap="sm">
      <FileInput
        label="OpenAPI document"
        description="Version 3.0 or 3.1, as JSON or YAML, at most 5 MB"
        placeholder="Choose a file"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file away' }}
        value={file}
        onChange={setFile}
        data-autofocus
      />
      <Textarea
        label="Or paste it"
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button
          variant={found.length > 0 ? 'default' : 'filled'}
          loading={read.isPending}
          disabled={!file && text.trim() === ''}
          onClick={() => {
            setTicked(new Set());
            read.mutate(file ?? text);
          }}
        >
          Read the document
        </Button>
      </Group>
      <div role="alert">{refused && <p className={css.refused}>{refusalOf(refused)}</p>}</div>
      <p className={css.note} role="status">
        {read.data && `${read.data.title || 'The document'} describes ${found.length} operations that can be used.`}
      </p>
      {found.length > 0 && (
        <>
          <ul className={own.rows} aria-label="Operations of the document">
            {found.map(({ name, label, method, path, effect, description }) => (
              <li key={name}>
                <Checkbox
                  label={label}
                  description={`${method} ${path} · ${effect === 'write' ? 'changes something' : 'reads'} · ${description}`}
                  checked={ticked.has(name)}
                  onChange={(event) => tick(name, event.currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button disabled={ticked.size === 0} loading={save.isPending} onClick={use}>
              Use {ticked.size === 1 ? 'this one' : `these ${ticked.size}`}
            </Button>
          </Group>
        </>
      )}
      {(read.data?.skipped.length ?? 0) > 0 && (
        <details>
          <summary>What cannot be used ({read.data?.skipped.length})</summary>
          <ul>
            {read.data?.skipped.map(({ operation, reason }) => (
              <li key={operation}>
                {operation}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}
