import { Button } from '@mantine/core';
import type { ProcedureDocumentBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import css from './procedures.module.css';
import { versionsQuery } from './queries';

interface Props {
  name: string;
  current: number;
  mayChange: boolean;
  own: boolean;
  onBack: (document: ProcedureDocumentBody) => void;
  onReset: () => void;
}

/** Who published what and when; an older one is looked at and published like any other change. */
export function ProcedureVersions({ name, current, mayChange, own, onBack, onReset }: Props) {
  const versions = useQuery(versionsQuery(name));
  if (versions.error) return <p role="alert">{messageOf(versions.error)}</p>;
  return (
    <section className={css.group} aria-label="Versions">
      <h2>Versions</h2>
      <ul className={css.versions}>
        {versions.data?.map(({ version, changedBy, changedAt, document }) => (
          <li key={version}>
            <span>
              <strong>Version {version}</strong> {changedBy.name}, {formatDate(changedAt, 'date')}{' '}
              {formatDate(changedAt, 'clock')}
              {document === null && ' · back to what is shipped'}
              {version === current && ' · in force'}
            </span>
            {mayChange && document && version !== current && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Go back to version ${version}`}
                onClick={() => onBack(document)}
              >
                Go back to this
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Button size="compact-sm" variant="default" onClick={onReset}>
          {own ? 'Delete this procedure' : 'Back to what is shipped'}
        </Button>
      )}
    </section>
  );
}
