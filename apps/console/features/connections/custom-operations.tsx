import { Button, Group, Modal } from '@mantine/core';
import type { ConnectionBody, CustomOperationBody, HttpOperationBody } from '@satchel/contracts';
import { useState } from 'react';
import { messageOf } from '../../lib/api';
import { Pill } from '../../ui/pill';
import css from './connections.module.css';
import own from './custom.module.css';
import { NEW_OPERATION } from './custom-draft';
import { CustomImport } from './custom-import';
import { CustomOperationForm } from './custom-operation-form';
import { CustomTools } from './custom-tools';
import { CustomTry } from './custom-try';
import { definitionsOf, refusalOf, useOperations, useSaveOperations } from './use-custom';

type Opened =
  | { what: 'try'; operation: CustomOperationBody }
  | { what: 'edit'; operation: HttpOperationBody; at: number | null }
  | { what: 'import' };

/** What a system of the merchant's own can do: described, imported or ticked here, and tried. */
export function CustomOperations({ connection }: { connection: ConnectionBody }) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error, isFetching } = useOperations(connection.id, open);
  const save = useSaveOperations(connection);
  const described = connection.connectorId === 'custom_http';
  const all = data ?? [];
  const definitions = definitionsOf(all);
  const close = (): void => setOpened(null);
  const button = { size: 'compact-xs', variant: 'subtle' } as const;
  const titles = { try: 'Try it', edit: 'Describe an operation', import: 'From an OpenAPI document' };

  const operation = (one: CustomOperationBody, at: number) => (
    <li key={one.name}>
      <div className={own.about}>
        <Group gap="xs">
          <strong>{one.label}</strong>
          <Pill tone={one.effect === 'write' ? 'amber' : 'neutral'}>
            {one.effect === 'write' ? 'Changes' : 'Reads'}
          </Pill>
          {one.card && <Pill tone="blue">Card</Pill>}
        </Group>
        <p>{one.description}</p>
      </div>
      <Group gap={4}>
        <Button {...button} aria-label={`Try ${one.label}`} onClick={() => setOpened({ what: 'try', operation: one })}>
          Try it
        </Button>
        {described && definitions[at] && (
          <Button
            {...button}
            aria-label={`Edit ${one.label}`}
            onClick={() => setOpened({ what: 'edit', operation: definitions[at] ?? NEW_OPERATION, at })}
          >
            Edit
          </Button>
        )}
        {described && (
          <Button
            {...button}
            c="var(--red-text)"
            aria-label={`Remove ${one.label}`}
            onClick={() => save.mutate({ operations: definitions.filter((_, place) => place !== at) })}
          >
            Remove
          </Button>
        )}
      </Group>
    </li>
  );

  return (
    <div className={css.part}>
      <Button
        {...button}
        ml={-8}
        aria-expanded={open}
        aria-label={`Operations of ${connection.label}`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide operations' : 'Operations'}
      </Button>
      {open && (
        <>
          <div role="alert">
            {error && <p>{messageOf(error)}</p>}
            {save.error && <p className={css.refused}>{refusalOf(save.error)}</p>}
          </div>
          {isFetching && !data && <p role="status">Asking what it can do…</p>}
          {data && all.length === 0 && <p>Nothing is described yet.</p>}
          {described ? (
            <>
              <ul className={own.rows} aria-label={`What ${connection.label} can do`}>
                {all.map(operation)}
              </ul>
              <Group gap="xs" mt={8}>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setOpened({ what: 'edit', operation: NEW_OPERATION, at: null })}
                >
                  Add an operation
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setOpened({ what: 'import' })}>
                  Take from an OpenAPI document
                </Button>
              </Group>
            </>
          ) : (
            data && (
              <CustomTools
                connection={connection}
                tools={all}
                onTry={(one) => setOpened({ what: 'try', operation: one })}
              />
            )
          )}
        </>
      )}
      <Modal
        opened={opened !== null}
        onClose={close}
        closeOnClickOutside={false}
        size="xl"
        title={opened ? titles[opened.what] : ''}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {opened?.what === 'try' && <CustomTry connectionId={connection.id} operation={opened.operation} />}
        {opened?.what === 'edit' && (
          <CustomOperationForm
            connection={connection}
            operation={opened.operation}
            at={opened.at}
            all={definitions}
            onClose={close}
          />
        )}
        {opened?.what === 'import' && <CustomImport connection={connection} all={definitions} onClose={close} />}
      </Modal>
    </div>
  );
}
