import { Button, Group, Switch, Textarea, TextInput } from '@mantine/core';
import type { DeskSettingsBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { deskSettingsQuery } from '../../lib/queries';
import { useMe } from '../../lib/session';
import { Section } from '../../ui/section';
import { toastDone, toastError } from '../../ui/toast';

type Words = DeskSettingsBody['acknowledge'];

/** A short word that a mail arrived: the same for everybody, so that nobody can make it say something to others. */
export function Acknowledge() {
  const settings = useQuery(deskSettingsQuery);
  const client = useQueryClient();
  const [typed, setTyped] = useState<Partial<Words>>({});
  const save = useMutation({
    mutationFn: (acknowledge: Partial<Words>) => api.patch<DeskSettingsBody>('/desk/settings', { acknowledge }),
    onSuccess: (stored) => {
      client.setQueryData(deskSettingsQuery.queryKey, stored);
      setTyped({});
      toastDone('Saved');
    },
    onError: (error, body) =>
      toastError('The setting was not saved', error, { label: 'Try again', run: () => save.mutate(body) }),
  });
  const { role } = useMe().person;
  const mayChange = role === 'admin' || role === 'owner';
  const stored = settings.data?.acknowledge;
  if (!stored) return <Section title="Acknowledgement">{settings.error ? messageOf(settings.error) : null}</Section>;
  const words = { ...stored, ...typed };
  const changed = words.subject !== stored.subject || words.text !== stored.text;
  return (
    <Section
      title="Acknowledgement"
      lead="Tells the sender of a new mail that it arrived. Never more than once a day, and only to senders who are proven or known."
    >
      <Switch
        label="Acknowledge new mails"
        checked={stored.enabled}
        disabled={!mayChange || save.isPending}
        onChange={(event) => save.mutate({ enabled: event.currentTarget.checked })}
      />
      {stored.enabled && (
        <>
          <TextInput
            mt="sm"
            maw={460}
            label="Subject"
            value={words.subject}
            disabled={!mayChange}
            onChange={(event) => setTyped({ ...typed, subject: event.currentTarget.value })}
          />
          <Textarea
            mt="sm"
            maw={460}
            label="Words"
            autosize
            minRows={3}
            value={words.text}
            disabled={!mayChange}
            onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
          />
          <Group mt="sm">
            <Button
              disabled={!changed || !words.subject.trim() || !words.text.trim()}
              loading={save.isPending}
              onClick={() => save.mutate({ subject: words.subject.trim(), text: words.text.trim() })}
            >
              Save words
            </Button>
          </Group>
        </>
      )}
    </Section>
  );
}
