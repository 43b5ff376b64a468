import type { ConnectionBody, ConnectionHealth } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../lib/api';
import { formatDate, words } from '../../lib/format';
import { connectionsQuery } from '../../lib/queries';
import { IconPlug } from '../../ui/icons';
import { Pill, type Tone } from '../../ui/pill';
import { Section } from '../../ui/section';
import css from './connections.module.css';

const HEALTH: Record<ConnectionHealth['state'], { label: string; tone: Tone }> = {
  ok: { label: 'Working', tone: 'green' },
  failing: { label: 'Failing', tone: 'red' },
  unknown: { label: 'Not checked yet', tone: 'neutral' },
};

export function ConnectionList() {
  const connections = useQuery(connectionsQuery);
  const list = connections.data ?? [];
  return (
    <Section title="Connections" lead="Mailboxes, shops and carriers that this desk speaks with.">
      {connections.error && <p role="alert">{messageOf(connections.error)}</p>}
      {connections.data && list.length === 0 && <p>None yet. Connections are added by the API for now.</p>}
      <ul className={css.list}>
        {list.map((connection) => (
          <Row key={connection.id} connection={connection} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ connection }: { connection: ConnectionBody }) {
  const { health } = connection;
  const { label, tone } = connection.enabled ? HEALTH[health.state] : { label: 'Off', tone: 'neutral' as const };
  return (
    <li className={css.row}>
      <IconPlug size={18} />
      <div className={css.what}>
        <strong>{connection.label}</strong>
        <span>
          {words(connection.kind)} · {connection.connectorId}
          {connection.address && ` · ${connection.address}`}
        </span>
        {health.message && <span className={css.message}>{health.message}</span>}
      </div>
      <div className={css.health}>
        <Pill tone={tone}>{label}</Pill>
        {health.checkedAt && <small>checked {formatDate(health.checkedAt, 'age')}</small>}
      </div>
    </li>
  );
}
