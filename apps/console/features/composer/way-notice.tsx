import { Button } from '@mantine/core';
import type { DestinationOptionBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastError } from '../../ui/toast';
import { IconAlertTriangle, IconBan } from '../../ui/icons';
import css from './composer.module.css';

/** What stands between the writer and the customer here, and what can be done about it. */
export function WayNotice({ option }: { option: DestinationOptionBody }) {
  const client = useQueryClient();
  const unblock = useMutation({
    mutationFn: () =>
      api.delete(`/connections/${option.connectionId}/blocked-addresses/${encodeURIComponent(option.address)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.everyDestination }),
    onError: (error) =>
      toastError('The address stays barred', error, { label: 'Try again', run: () => unblock.mutate() }),
  });
  const { blocked, window, traits } = option;
  if (blocked?.reason === 'opted_out') {
    return (
      <p className={css.notice} role="status">
        <IconBan size={16} />
        <span>The customer asked not to be written to here. A START from them opens it again.</span>
      </p>
    );
  }
  if (blocked) {
    return (
      <p className={css.notice} role="status">
        <IconAlertTriangle size={16} />
        <span>Mail to this address came back.</span>
        <Button size="compact-xs" variant="default" loading={unblock.isPending} onClick={() => unblock.mutate()}>
          Try it again
        </Button>
      </p>
    );
  }
  if (window && !window.open) {
    const rest = traits.templates
      ? 'Choose an approved message, or answer over another channel.'
      : 'Answer over another channel.';
    return (
      <p className={css.notice} role="status">
        <IconAlertTriangle size={16} />
        <span>
          Free text is possible for {traits.replyWindowHours} hours after the customer wrote. {rest}
        </span>
      </p>
    );
  }
  return null;
}
