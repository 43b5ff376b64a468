import { NumberInput, Switch } from '@mantine/core';
import type { PreferencesBody, UpdatePreferencesRequest } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, messageOf } from '../../lib/api';
import { deskSettingsQuery, preferencesQuery } from '../../lib/queries';
import { Section } from '../../ui/section';
import { toastDone, toastError } from '../../ui/toast';

/** What I choose for myself here, on every device. */
export function Mine() {
  const preferences = useQuery(preferencesQuery);
  const desk = useQuery(deskSettingsQuery).data;
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (changes: UpdatePreferencesRequest) => api.patch<PreferencesBody>('/me/preferences', changes),
    onSuccess: (stored) => {
      client.setQueryData(preferencesQuery.queryKey, stored);
      toastDone('Saved');
    },
    onError: (error, changes) =>
      toastError('The setting was not saved', error, { label: 'Try again', run: () => save.mutate(changes) }),
  });
  const mine = preferences.data;
  if (!mine) return <Section title="For me">{preferences.error ? messageOf(preferences.error) : null}</Section>;
  return (
    <Section title="For me" lead="Yours alone, on every device.">
      <NumberInput
        key={mine.undoSeconds}
        maw={260}
        label="Seconds to take back a reply"
        description={`0 to 30. Empty: as for everybody${desk ? ` (${desk.undoSeconds})` : ''}.`}
        min={0}
        max={30}
        allowDecimal={false}
        defaultValue={mine.undoSeconds ?? ''}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim();
          const undoSeconds = text === '' ? null : Number(text);
          if (undoSeconds !== mine.undoSeconds) save.mutate({ undoSeconds });
        }}
      />
      <Switch
        mt="md"
        label="Mail me when a ticket is assigned to me"
        checked={mine.notify.assigned}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ notify: { assigned: event.currentTarget.checked } })}
      />
      <Switch
        mt="sm"
        label="Mail me when a customer writes on a ticket of mine"
        checked={mine.notify.replied}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ notify: { replied: event.currentTarget.checked } })}
      />
    </Section>
  );
}
