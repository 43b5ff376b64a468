import { Button, Modal } from '@mantine/core';
import type { ConnectionBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../lib/api';
import { connectionsQuery, connectorsQuery } from '../../lib/queries';
import { useIsAdmin } from '../../lib/session';
import { IconPlus } from '../../ui/icons';
import { Section } from '../../ui/section';
import { ConnectionEditor } from './connection-editor';
import { ConnectionRow } from './connection-row';
import css from './connections.module.css';
import { SignInOutcome } from './sign-in-outcome';

export function ConnectionList() {
  const connections = useQuery(connectionsQuery);
  const connectors = useQuery(connectorsQuery);
  // What is edited stays while the dialog fades; null: a new one.
  const [edited, setEdited] = useState<ConnectionBody | null>(null);
  const [opened, setOpened] = useState(false);
  const mayChange = useIsAdmin();
  const list = connections.data ?? [];
  const known = connectors.data ?? [];
  const error = connections.error ?? connectors.error;
  const edit = (connection: ConnectionBody | null): void => {
    setEdited(connection);
    setOpened(true);
  };
  const lead = `Mailboxes, channels, shops and carriers that this desk speaks with.${mayChange ? '' : ' Admins can change them.'}`;
  return (
    <Section title="Connections" lead={lead}>
      <SignInOutcome connections={list} />
      {error && <p role="alert">{messageOf(error)}</p>}
      {connections.data && list.length === 0 && <p>None yet. Start with the mailbox that your customers write to.</p>}
      <ul className={css.list}>
        {list.map((connection) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            connector={known.find(({ id }) => id === connection.connectorId)?.label ?? connection.connectorId}
            mayChange={mayChange}
            onEdit={() => edit(connection)}
          />
        ))}
      </ul>
      {mayChange && (
        <Button mt="sm" leftSection={<IconPlus size={16} />} disabled={known.length === 0} onClick={() => edit(null)}>
          Add a connection
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        // A click beside the form is too easy a way to lose what was typed.
        closeOnClickOutside={false}
        size="lg"
        title={edited ? `Edit ${edited.label}` : 'Add a connection'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ConnectionEditor connectors={known} connection={edited} onClose={() => setOpened(false)} />
      </Modal>
    </Section>
  );
}
