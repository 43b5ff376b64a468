import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import type { Page } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { Section } from '../../ui/section';
import { toastDone, toastError } from '../../ui/toast';
import css from './connections.module.css';

interface BlockRule {
  id: string;
  kind: 'address' | 'domain' | 'pattern';
  value: string;
  hits: number;
  lastHitAt: string | null;
}

const KINDS = [
  { value: 'address', label: 'Address' },
  { value: 'domain', label: 'Domain' },
  { value: 'pattern', label: 'Pattern' },
];

/** Whom the shop does not want to hear from; taking a rule back is one press. */
export function BlockRules() {
  const client = useQueryClient();
  const { data: rules = [] } = useQuery({
    queryKey: keys.blockRules,
    queryFn: async ({ signal }) => (await api.get<Page<BlockRule>>('/block-rules', signal)).data,
  });
  const [kind, setKind] = useState<string>('address');
  const [value, setValue] = useState('');
  const settled = (): void => void client.invalidateQueries({ queryKey: keys.blockRules });
  const add = useMutation({
    mutationFn: (rule: { kind: string; value: string }) => api.post<BlockRule>('/block-rules', rule),
    onSuccess: () => setValue(''),
    onError: (error, rule) =>
      toastError('The sender was not blocked', error, { label: 'Try again', run: () => add.mutate(rule) }),
    onSettled: settled,
  });
  const remove = useMutation({
    mutationFn: (rule: BlockRule) => api.delete(`/block-rules/${rule.id}`),
    onSuccess: (_, rule) => toastDone(`${rule.value} may write again`, () => add.mutate(rule)),
    onError: (error, rule) =>
      toastError('The rule was not taken back', error, { label: 'Try again', run: () => remove.mutate(rule) }),
    onSettled: settled,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (value.trim()) add.mutate({ kind, value: value.trim() });
  };
  return (
    <Section title="Blocked senders" lead="What they write is kept in the ledger and opens no ticket.">
      <ul className={css.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={css.row}>
            <div className={css.what}>
              <strong>{rule.value}</strong>
              <span>
                {rule.kind} · kept out {rule.hits} {rule.hits === 1 ? 'message' : 'messages'}
                {rule.lastHitAt && `, last ${formatDate(rule.lastHitAt, 'age')}`}
              </span>
            </div>
            <CloseButton aria-label={`Unblock ${rule.value}`} onClick={() => remove.mutate(rule)} />
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <Group gap="xs" mt="sm" align="end">
          <NativeSelect
            label="Block by"
            value={kind}
            data={KINDS}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          <TextInput
            label="Who"
            placeholder={kind === 'domain' ? 'spam.example' : kind === 'pattern' ? '^promo-.*@' : 'name@spam.example'}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending} disabled={value.trim() === ''}>
            Block
          </Button>
        </Group>
      </form>
    </Section>
  );
}
