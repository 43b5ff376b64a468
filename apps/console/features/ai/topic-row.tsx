import { Badge, NativeSelect, Tooltip } from '@mantine/core';
import type { AiMode, AiTopicBody, AiTopicRule } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastError } from '../../ui/toast';
import css from './topics.module.css';

const NOW: Record<AiMode, { label: string; color: string }> = {
  off: { label: 'Off', color: 'gray' },
  draft: { label: 'Drafts', color: 'gray' },
  approve: { label: 'One key', color: 'yellow' },
  auto: { label: 'By itself', color: 'teal' },
};
/** Never by itself, whatever is set. */
const PEOPLE_ONLY = ['W3', 'X'];

type Setting = AiMode | 'default' | 'trusted';

const LABELS: Record<Setting, string> = {
  default: 'As recommended',
  off: 'Off',
  draft: 'Draft',
  approve: 'Approve with one key',
  auto: 'By itself when it has proven itself',
  trusted: 'By itself from now on',
};

const RULES: Record<Setting, Partial<AiTopicRule>> = {
  default: { mode: null, trusted: false },
  off: { mode: 'off', trusted: false },
  draft: { mode: 'draft', trusted: false },
  approve: { mode: 'approve', trusted: false },
  auto: { mode: 'auto', trusted: false },
  trusted: { mode: 'auto', trusted: true },
};

export function TopicRow({ topic, mayChange }: { topic: AiTopicBody; mayChange: boolean }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (setting: Setting) => api.patch<AiTopicBody>(`/ai/topics/${topic.topic}`, RULES[setting]),
    onSettled: () => client.invalidateQueries({ queryKey: keys.aiTopics }),
    onError: (error, setting) =>
      toastError('The topic was not changed', error, { label: 'Try again', run: () => save.mutate(setting) }),
  });
  const setting: Setting = topic.trusted ? 'trusted' : (topic.mode ?? 'default');
  const offered = (Object.keys(LABELS) as Setting[]).filter(
    (one) => !PEOPLE_ONLY.includes(topic.tier) || !['approve', 'auto', 'trusted'].includes(one),
  );
  const { label, color } = NOW[topic.effective];
  return (
    <tr>
      <th scope="row">{topic.title}</th>
      <td>
        <Tooltip label={topic.reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
          <Badge variant="light" color={color} tabIndex={0} aria-label={`${label}: ${topic.reason}`}>
            {label}
          </Badge>
        </Tooltip>
      </td>
      <td className={css.quality}>{qualityWords(topic)}</td>
      <td>
        <NativeSelect
          aria-label={`${topic.title}: setting`}
          size="xs"
          value={setting}
          disabled={!mayChange || save.isPending}
          onChange={(event) => save.mutate(event.currentTarget.value as Setting)}
          data={offered.map((value) => ({ value, label: LABELS[value] }))}
        />
      </td>
    </tr>
  );
}

function qualityWords({ quality: { right, n, low, target } }: AiTopicBody): string {
  if (n === 0) return 'none yet';
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
  return `${right} of ${n} right (surely ${percent(low)}, needs ${percent(target)})`;
}
