import { Button } from '@mantine/core';
import type { PolicyDocument, PolicyVersionPage } from '@satchel/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, messageOf, withQuery } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import css from './policies.module.css';

interface Props {
  mayChange: boolean;
  current: number;
  onRestore: (version: number, document: PolicyDocument) => void;
}

/** Who changed what and when; an older version can be put in force again. */
export function PolicyVersions({ mayChange, current, onRestore }: Props) {
  const versions = useInfiniteQuery({
    queryKey: [...keys.policy, 'versions'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PolicyVersionPage>(withQuery('/policies/versions', { cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const all = versions.data?.pages.flatMap(({ data }) => data) ?? [];
  if (versions.error) return <p role="alert">{messageOf(versions.error)}</p>;
  if (all.length === 0) return null;
  return (
    <section className={css.group}>
      <h2>Versions</h2>
      <ol className={css.versions}>
        {all.map(({ version, changedBy, changedAt, changes, document }) => (
          <li key={version}>
            <div className={css.version}>
              <strong>Version {version}</strong> {changedBy.name}, {formatDate(changedAt, 'date')}{' '}
              {formatDate(changedAt, 'clock')}
              {mayChange && version !== current && (
                <Button size="compact-xs" variant="default" onClick={() => onRestore(version, document)}>
                  Restore
                </Button>
              )}
            </div>
            {changes.length === 0 ? (
              <p>Nothing was said differently.</p>
            ) : (
              <ul>
                {changes.map(({ rule, before, after }) => (
                  <li key={rule}>
                    <del>{before}</del> <ins>{after}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {versions.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          Older versions
        </Button>
      )}
    </section>
  );
}
