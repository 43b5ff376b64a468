import { Button, Group, NumberInput, TagsInput } from '@mantine/core';
import type { AiSettingsBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api';
import { aiSettingsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { toastDone, toastError } from '../../ui/toast';
import css from './topics.module.css';

type Edits = Partial<Pick<AiSettingsBody, 'share' | 'people' | 'maxReplies' | 'answerWithinMinutes'>>;

/** What holds for all topics. */
export function Limits({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(aiSettingsQuery);
  const client = useQueryClient();
  const [edits, setEdits] = useState<Edits>({});
  const save = useMutation({
    mutationFn: (body: Edits) => api.patch<AiSettingsBody>('/ai/settings', body),
    onSuccess: (stored) => {
      client.setQueryData(aiSettingsQuery.queryKey, stored);
      void client.invalidateQueries({ queryKey: keys.aiTopics });
      setEdits({});
      toastDone('Saved');
    },
    onError: (error, body) =>
      toastError('The limits were not saved', error, { label: 'Try again', run: () => save.mutate(body) }),
  });
  if (!data) return null;
  const shown = { ...data, ...edits };
  const edit = (more: Edits): void => setEdits({ ...edits, ...more });
  const whole = (value: number | string, none: number): number => (typeof value === 'number' ? value : none);
  return (
    <section className={css.limits} aria-label="Limits">
      <h2>For all topics</h2>
      <div className={css.fields}>
        <NumberInput
          label="Share of the tickets it may answer"
          description="The rest lies ready for a person: a way to begin slowly."
          suffix=" %"
          min={0}
          max={100}
          value={shown.share}
          disabled={!mayChange}
          onChange={(value) => edit({ share: whole(value, data.share) })}
        />
        <NumberInput
          label="Replies on one ticket within a day"
          description="Then a person takes over."
          min={1}
          max={50}
          value={shown.maxReplies}
          disabled={!mayChange}
          onChange={(value) => edit({ maxReplies: whole(value, data.maxReplies) })}
        />
        <NumberInput
          label="A ticket handed over is late after"
          suffix=" minutes"
          min={1}
          max={10_080}
          value={shown.answerWithinMinutes}
          disabled={!mayChange}
          onChange={(value) => edit({ answerWithinMinutes: whole(value, data.answerWithinMinutes) })}
        />
        <TagsInput
          label="Loyalty tiers that people answer"
          placeholder="Gold"
          value={shown.people.tiers}
          disabled={!mayChange}
          onChange={(tiers) => edit({ people: { ...shown.people, tiers } })}
        />
        <TagsInput
          label="Ticket tags that people answer"
          placeholder="press"
          value={shown.people.tags}
          disabled={!mayChange}
          onChange={(tags) => edit({ people: { ...shown.people, tags } })}
        />
      </div>
      <Group mt="md">
        <Button
          disabled={!mayChange || Object.keys(edits).length === 0}
          loading={save.isPending}
          onClick={() => save.mutate(edits)}
        >
          Save
        </Button>
      </Group>
    </section>
  );
}
