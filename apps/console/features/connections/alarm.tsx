import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { connectionsQuery } from '../../lib/queries';
import { IconAlertTriangle } from '../../ui/icons';
import css from './alarm.module.css';

/** Stands over every page while a channel is silent or about to be: mail that nobody fetches is mail that nobody misses. */
export function ConnectionAlarm() {
  const connections = useQuery(connectionsQuery).data ?? [];
  const troubled = connections.filter(
    ({ enabled, kind, health }) =>
      enabled && kind === 'channel' && (health.state === 'failing' || health.state === 'expiring'),
  );
  const [first] = troubled;
  if (!first) return null;
  const more = troubled.length > 1 ? ` (and ${troubled.length - 1} more)` : '';
  const what = first.health.state === 'failing' ? 'does not work' : 'will stop soon';
  return (
    <div className={css.alarm} role="alert" data-state={first.health.state}>
      <IconAlertTriangle size={16} />
      <span>
        <strong>{first.label}</strong> {what}
        {more}: {first.health.message ?? 'it has been silent for too long.'}
      </span>
      <Button component={Link} to="/settings" size="compact-xs" variant="default">
        Look at it
      </Button>
    </div>
  );
}
