import { Button } from '@mantine/core';
import type { CustomerBody } from '@satchel/contracts';
import { useState } from 'react';
import { formatDate } from '../../lib/format';
import { IconArrowMerge } from '../../ui/icons';
import css from './customer-panel.module.css';
import { MergeDialog } from './merge-dialog';
import { useMerges } from './use-merges';

/** Who turned out to be this customer, each with a way back. */
export function Merges({ customer }: { customer: CustomerBody }) {
  const [opened, setOpened] = useState(false);
  const { merges, merge, undo } = useMerges(customer.id);
  const standing = merges.filter(({ undoneAt }) => undoneAt === null);
  return (
    <section className={css.merges}>
      {standing.length > 0 && (
        <>
          <h3>Merged into this customer</h3>
          <ul>
            {standing.map((one) => (
              <li key={one.id}>
                <span>
                  {one.merged.name}
                  <small>
                    by {one.by.name}, {formatDate(one.mergedAt, 'date')}
                  </small>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={undo.isPending}
                  aria-label={`Undo the merge of ${one.merged.name}`}
                  onClick={() => undo.mutate(one)}
                >
                  Undo
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowMerge size={15} />}
        loading={merge.isPending}
        onClick={() => setOpened(true)}
      >
        Merge with another customer
      </Button>
      <MergeDialog
        customer={customer}
        opened={opened}
        onClose={() => setOpened(false)}
        onMerge={(other) => merge.mutate(other)}
      />
    </section>
  );
}
