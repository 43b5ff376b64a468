import { Button, Group, SegmentedControl, Switch, Textarea } from '@mantine/core';
import type { AiMode, AiSettingsBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { aiSettingsQuery } from '../../lib/queries';
import { useMe } from '../../lib/session';
import { Section } from '../../ui/section';
import { toastDone, toastError } from '../../ui/toast';

const MODES: Record<AiMode, { label: string; text: string }> = {
  off: { label: 'Off', text: 'People answer everything.' },
  draft: { label: 'Draft', text: 'The AI writes replies with their evidence; a person sends each one.' },
  approve: { label: 'Approve', text: 'Whole replies lie ready; a person sends each with one key.' },
  auto: {
    label: 'Auto',
    text: 'The AI answers what it can prove from live data, drafts the rest, and hands over what it must not touch.',
  },
};

export function AiSettings() {
  const settings = useQuery(aiSettingsQuery);
  const client = useQueryClient();
  const [signature, setSignature] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (body: Partial<AiSettingsBody>) => api.patch<AiSettingsBody>('/ai/settings', body),
    onSuccess: (stored) => {
      client.setQueryData(aiSettingsQuery.queryKey, stored);
      setSignature(null);
      toastDone('Saved');
    },
    onError: (error, body) =>
      toastError('The AI settings were not saved', error, { label: 'Try again', run: () => save.mutate(body) }),
  });
  const { role } = useMe().person;
  const mayChange = role === 'admin' || role === 'owner';
  const { data } = settings;
  if (!data) return <Section title="AI">{settings.error ? messageOf(settings.error) : null}</Section>;
  const text = signature ?? data.signature;
  return (
    <Section
      title="AI"
      lead={`Answers with ${data.brain === 'built-in' ? 'the built-in engine' : data.brain}.${mayChange ? '' : ' Admins can change this.'}`}
    >
      <SegmentedControl
        aria-label="What the AI may do"
        value={data.mode}
        disabled={!mayChange}
        onChange={(mode) => save.mutate({ mode })}
        data={(Object.keys(MODES) as AiMode[]).map((mode) => ({ value: mode, label: MODES[mode].label }))}
      />
      <p>
        {MODES[data.mode].text} <Link to="/settings/ai">Topic by topic</Link>
      </p>
      <Switch
        mb="md"
        label="Hide personal data from language models"
        description="A model outside reads stand-ins for names, addresses, phone numbers and streets. The built-in engine stays in the house."
        checked={data.personalData !== 'plain'}
        disabled={!mayChange}
        onChange={(event) => save.mutate({ personalData: event.currentTarget.checked ? 'tokens' : 'plain' })}
      />
      <Switch
        mb="md"
        label="Address customers as friends"
        description="Where a language knows the difference: du, je, tu or tú instead of Sie, u, vous or usted."
        checked={data.informal === true}
        disabled={!mayChange}
        onChange={(event) => save.mutate({ informal: event.currentTarget.checked })}
      />
      <Textarea
        label="Signature under the AI's replies"
        autosize
        minRows={2}
        maxRows={6}
        maw={460}
        value={text}
        disabled={!mayChange}
        onChange={(event) => setSignature(event.currentTarget.value)}
      />
      <Group mt="sm">
        <Button
          disabled={text === data.signature}
          loading={save.isPending}
          onClick={() => save.mutate({ signature: text })}
        >
          Save signature
        </Button>
      </Group>
    </Section>
  );
}
