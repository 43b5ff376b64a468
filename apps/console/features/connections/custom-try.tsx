import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import type { CustomOperationBody, OperationTrialBody } from '@satchel/contracts';
import { type FormEvent, useState } from 'react';
import { Pill } from '../../ui/pill';
import css from './connections.module.css';
import own from './custom.module.css';
import { ArgumentError, argumentsTyped, fieldsToType } from './custom-arguments';
import { refusalOf, useTry } from './use-custom';

/** Does an operation for real, and shows what left and what came back. */
export function CustomTry({ connectionId, operation }: { connectionId: string; operation: CustomOperationBody }) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [confirm, setConfirm] = useState(false);
  const [unread, setUnread] = useState<string | null>(null);
  const run = useTry(connectionId, operation.name);
  const writes = operation.effect === 'write';
  const fields = fieldsToType(operation.arguments);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    try {
      setUnread(null);
      run.mutate({ arguments: argumentsTyped(fields, typed), ...(writes && { confirm }) });
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      setUnread(error.message);
    }
  };
  const refused = unread ?? (run.error ? refusalOf(run.error) : null);
  return (
    <form onSubmit={submit} noValidate>
      <p className={css.note}>
        <strong>{operation.label}</strong> · {operation.description}
      </p>
      <Stack gap="sm" mt="sm">
        {fields.map(({ name, label, help, required }, at) => (
          <Textarea
            key={name}
            label={label}
            description={help}
            required={required}
            autosize
            minRows={1}
            maxRows={6}
            value={typed[name] ?? ''}
            data-autofocus={at === 0 ? true : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((all) => ({ ...all, [name]: value }));
            }}
          />
        ))}
        {writes && (
          <Checkbox
            label="This changes something for real, and I mean it."
            checked={confirm}
            onChange={(event) => setConfirm(event.currentTarget.checked)}
          />
        )}
      </Stack>
      <Group justify="flex-end" mt="sm">
        <Button type="submit" loading={run.isPending} disabled={writes && !confirm}>
          Try it
        </Button>
      </Group>
      <div role="alert">{refused && <p className={css.refused}>{refused}</p>}</div>
      <div role="status">{run.data && !run.isPending && <Outcome trial={run.data} />}</div>
    </form>
  );
}

function Outcome({ trial }: { trial: OperationTrialBody }) {
  const { request, status, fields, raw, ms, error } = trial;
  return (
    <Stack gap={6} mt="sm">
      <Group gap="xs">
        <Pill tone={error ? 'red' : 'green'}>{error ? 'Did not work' : 'Worked'}</Pill>
        <span>
          {status !== null && `Status ${status} · `}
          {ms} ms
        </span>
      </Group>
      {error && <p className={css.refused}>{error}</p>}
      {fields.length > 0 && (
        <dl className={own.facts}>
          {fields.map(({ label, value }, at) => (
            <div key={at} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {!error && fields.length === 0 && <p className={css.note}>None of the rows found anything in the answer.</p>}
      {request && (
        <details>
          <summary>What was sent</summary>
          <pre className={own.code} tabIndex={0}>
            {[
              `${request.method} ${request.url}`,
              ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
              ...(request.body === null ? [] : ['', request.body]),
            ].join('\n')}
          </pre>
        </details>
      )}
      {raw !== null && (
        <details>
          <summary>The whole answer</summary>
          <pre className={own.code} tabIndex={0}>
            {typeof raw === 'string' ? raw : JSON.stringify(raw, null, 2)}
          </pre>
        </details>
      )}
    </Stack>
  );
}
