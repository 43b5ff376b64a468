import { Button, Group, Modal, Switch } from '@mantine/core';
import type { CapabilitiesBody, ConnectionBody, ConnectionHealth } from '@satchel/contracts';
import { useState } from 'react';
import { formatDate } from '../../lib/format';
import { ChannelIcon } from '../../ui/channel-icon';
import { CopyLine } from '../../ui/copy-line';
import { IconPlug } from '../../ui/icons';
import { Pill, type Tone } from '../../ui/pill';
import css from './connections.module.css';
import { kindLabel } from './connector-groups';
import { CustomOperations } from './custom-operations';
import { Deliverability } from './deliverability';
import { EmbedSnippet } from './embed-snippet';
import { SignInAgain } from './sign-in-again';
import { SyncProgress } from './sync-progress';
import { ThemeChat } from './theme-chat';
import { useConnectionActions } from './use-connections';
import { Verdict } from './verdict';

const HEALTH: Record<ConnectionHealth['state'], { label: string; tone: Tone }> = {
  ok: { label: 'Working', tone: 'green' },
  failing: { label: 'Failing', tone: 'red' },
  expiring: { label: 'Sign-in ends soon', tone: 'amber' },
  unknown: { label: 'Not checked yet', tone: 'neutral' },
};

const ago = (at: string): string => {
  const age = formatDate(at, 'age');
  return /^\d+[mhd]$/.test(age) ? `${age} ago` : age === 'now' ? 'just now' : age;
};

interface Props {
  connection: ConnectionBody;
  /** The connector's name for people. */
  connector: string;
  mayChange: boolean;
  onEdit: () => void;
}

export function ConnectionRow({ connection, connector, mayChange, onEdit }: Props) {
  const { health } = connection;
  const { label, tone } = connection.enabled ? HEALTH[health.state] : { label: 'Off', tone: 'neutral' as const };
  const trouble = health.message ?? (health.state === 'failing' ? 'The other side gave no reason.' : null);
  return (
    <li className={css.row}>
      {connection.kind === 'channel' ? (
        <ChannelIcon channel={connection.connectorId} size={18} />
      ) : (
        <IconPlug size={18} />
      )}
      <div className={css.what}>
        <strong>{connection.label}</strong>
        <span>
          {kindLabel(connection.kind)} · {connector}
          {connection.address && ` · ${connection.address}`}
        </span>
        {connection.hookUrl && (
          <div className={css.part}>
            <span>
              Enter this as web hook at the vendor
              {health.refusedHooks ? `; ${health.refusedHooks} calls were refused` : ''}
            </span>
            <CopyLine value={connection.hookUrl} what={`the web hook of ${connection.label}`} />
          </div>
        )}
        {health.lastError && health.state === 'ok' && (
          <span>
            last trouble {ago(health.lastError.at)}: {health.lastError.message}
          </span>
        )}
        {connection.traits?.addressKind === 'visitor' && <EmbedSnippet connectionId={connection.id} />}
        {mayChange && connection.enabled && connection.traits?.addressKind === 'email' && (
          <Deliverability connection={connection} />
        )}
        {mayChange && connection.enabled && connection.capabilities?.can.includes('theme') && (
          <ThemeChat connection={connection} />
        )}
        {connection.capabilities && (
          <Details connection={connection} capabilities={connection.capabilities} mayChange={mayChange} />
        )}
        {mayChange && connection.kind === 'custom' && <CustomOperations connection={connection} />}
        <div role="status">{trouble && <span className={css.message}>{trouble}</span>}</div>
        {mayChange && <Actions connection={connection} onEdit={onEdit} />}
      </div>
      <div className={css.health}>
        <Pill tone={tone}>{label}</Pill>
        {health.checkedAt && <small>checked {ago(health.checkedAt)}</small>}
        {health.lastSuccessAt && <small>last worked {ago(health.lastSuccessAt)}</small>}
      </div>
    </li>
  );
}

interface DetailsProps {
  connection: ConnectionBody;
  capabilities: CapabilitiesBody;
  mayChange: boolean;
}

/** The verdict of the last check, and how far a shop is copied. */
function Details({ connection, capabilities, mayChange }: DetailsProps) {
  const [open, setOpen] = useState(false);
  const { account, cannot } = capabilities;
  return (
    <div className={css.part}>
      <Button
        size="compact-xs"
        variant="subtle"
        ml={-8}
        aria-expanded={open}
        aria-label={`What ${connection.label} can do`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide details' : 'Details'}
      </Button>
      {!open && (
        <span>
          {account}
          {cannot.length > 0 && `${account ? ' · ' : ''}${cannot.length} not possible`}
        </span>
      )}
      {open && <Verdict capabilities={capabilities} />}
      {open && connection.kind === 'commerce' && <SyncProgress connection={connection} mayChange={mayChange} />}
    </div>
  );
}

function Actions({ connection, onEdit }: { connection: ConnectionBody; onEdit: () => void }) {
  const { label, address, enabled } = connection;
  const [asking, setAsking] = useState(false);
  const { checkNow, enable, remove } = useConnectionActions(connection);
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <Group gap="xs" mt={8}>
      <SignInAgain connection={connection} />
      <Button
        {...button}
        loading={checkNow.isPending}
        onClick={() => checkNow.mutate()}
        aria-label={`Check now: ${label}`}
      >
        Check now
      </Button>
      <Button {...button} onClick={onEdit} aria-label={`Edit ${label}`}>
        Edit
      </Button>
      <Button
        {...button}
        c="var(--red-text)"
        loading={remove.isPending}
        onClick={() => setAsking(true)}
        aria-label={`Remove ${label}`}
      >
        Remove
      </Button>
      <Switch
        size="sm"
        label={enabled ? 'On' : 'Off'}
        aria-label={`${label} on`}
        checked={enabled}
        disabled={enable.isPending}
        onChange={(event) => enable.mutate(event.currentTarget.checked)}
      />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${label}?`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <p className={css.note}>
          Its settings and passwords are deleted. Tickets and their messages stay.
          {address && ` What customers write to ${address} no longer arrives here.`}
        </p>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red.9"
            onClick={() => {
              setAsking(false);
              remove.mutate();
            }}
          >
            Remove
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
