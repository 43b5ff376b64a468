import { Button } from '@mantine/core';
import type { ActionBody, SuggestedActionBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { actionQuery, orderQuery } from '../../lib/queries';
import { toastError } from '../../ui/toast';
import { buttonLabel } from './action-words';
import css from './actions.module.css';
import { PreviewCard } from './preview-card';
import type { Subject } from './subject';

const ActionDialog = lazy(() => import('./action-dialog').then((m) => ({ default: m.ActionDialog })));

interface Props {
  suggested: SuggestedActionBody;
  ticketId: string;
  customerId: string;
}

/** What could be done, with what it would do; its button opens the form filled in, and only there it is done. */
export function SuggestedAction({ suggested, ticketId, customerId }: Props) {
  const { name, title, preview, missing, why, orderId, orderNumber } = suggested;
  const [chosen, setChosen] = useState<{ action: ActionBody; subject: Subject; key: number } | null>(null);
  const [opened, setOpened] = useState(false);
  const action = useQuery({ ...actionQuery(name, { ticketId, customerId }), enabled: false });
  const order = useQuery({ ...orderQuery(orderId ?? ''), enabled: false });
  const reading = action.isFetching || order.isFetching;
  const open = async (): Promise<void> => {
    const [known, about] = await Promise.all([action.refetch(), orderId === null ? null : order.refetch()]);
    if (!known.data || about?.error) {
      toastError('The action did not open', known.error ?? about?.error, {
        label: 'Try again',
        run: () => void open(),
      });
      return;
    }
    const subject = { ticketId, customerId, ...(about?.data && { order: about.data }) };
    const found = known.data;
    setChosen((before) => ({ action: found, subject, key: (before?.key ?? 0) + 1 }));
    setOpened(true);
  };
  const of = orderNumber ? ` ${orderNumber}` : '';
  return (
    <li className={css.suggested}>
      {preview ? (
        <PreviewCard preview={preview} stale={false} />
      ) : (
        <div className={css.preview}>
          <strong>
            {title}
            {of && `:${of}`}
          </strong>
          <p className={css.missing}>{missing}</p>
        </div>
      )}
      <div className={css.because}>
        <span title={why}>“{why}”</span>
        <Button
          size="compact-xs"
          variant="default"
          loading={reading}
          aria-label={`${buttonLabel({ name, title })}${of}: open`}
          onClick={() => void open()}
        >
          {buttonLabel({ name, title })} …
        </Button>
      </div>
      {chosen && (
        <Suspense fallback={null}>
          <ActionDialog
            key={chosen.key}
            action={chosen.action}
            subject={chosen.subject}
            given={suggested.arguments}
            opened={opened}
            onClose={() => setOpened(false)}
          />
        </Suspense>
      )}
    </li>
  );
}
