import { Button, Group, TextInput, Tooltip } from '@mantine/core';
import type { AddressBody, CustomerBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { channelName, readableAddress } from '../../lib/channel-words';
import { formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { IconMail, IconMessageCircle, IconPhone, IconPlus, IconShieldCheck, IconUser } from '../../ui/icons';
import css from './customer-panel.module.css';

const ICONS = { email: IconMail, phone: IconPhone, visitor: IconMessageCircle, account: IconUser };

/** Where this customer writes from, and which of these are proven to be theirs. */
export function Addresses({ customer }: { customer: CustomerBody }) {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ul className={css.addresses} aria-label="Addresses">
        {customer.addresses.map((address) => {
          const Icon = ICONS[address.kind];
          return (
            <li key={address.id}>
              <Icon size={15} />
              <span title={address.value}>{shown(address)}</span>
              {address.verifiedAt && <Verified at={address.verifiedAt} />}
            </li>
          );
        })}
        {!adding && (
          <li>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={13} />}
              onClick={() => setAdding(true)}
            >
              Add an address
            </Button>
          </li>
        )}
      </ul>
      {adding && <AddAddress customer={customer} onClose={() => setAdding(false)} />}
    </>
  );
}

const shown = ({ kind, value }: AddressBody): string =>
  readableAddress(value) ?? (kind === 'visitor' ? 'Live chat' : `${channelName('', value)} account`);

function Verified({ at }: { at: string }) {
  const words = `Proven to be theirs since ${formatDate(at, 'date')}`;
  return (
    <Tooltip label={words}>
      <span className={css.verified} role="img" aria-label={words}>
        <IconShieldCheck size={14} />
      </span>
    </Tooltip>
  );
}

function AddAddress({ customer, onClose }: { customer: CustomerBody; onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: (value: string) =>
      api.patch<CustomerBody>(`/customers/${customer.id}`, value.includes('@') ? { email: value } : { phone: value }),
    onSuccess: () => {
      for (const queryKey of [keys.customerContext(customer.id), keys.everyDestination])
        void client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) add.mutate(text.trim());
  };
  return (
    <form onSubmit={submit} className={css.add}>
      <TextInput
        size="xs"
        label="Mail address, or phone with country code"
        placeholder="name@example.com or +49 30 123456"
        value={text}
        error={add.error && messageOf(add.error)}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <Group gap={6} mt={6} justify="flex-end">
        <Button size="compact-xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button size="compact-xs" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
          Add
        </Button>
      </Group>
    </form>
  );
}
