import { Button, Group, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CustomerBody } from '@satchel/contracts';
import { useState } from 'react';
import { messageOf } from '../../lib/api';
import { readableAddress } from '../../lib/channel-words';
import { Face } from '../../ui/face';
import { IconSearch } from '../../ui/icons';
import css from './customer-panel.module.css';
import { useCustomerSearch } from './use-merges';

const SEARCH_DELAY_MS = 200;

interface Props {
  customer: Pick<CustomerBody, 'id' | 'name'>;
  opened: boolean;
  onClose: () => void;
  onMerge: (other: CustomerBody) => void;
}

/** One person under two records: find the other, read what will happen, then do it. */
export function MergeDialog({ customer, opened, onClose, onMerge }: Props) {
  const [chosen, setChosen] = useState<CustomerBody | null>(null);
  const close = (): void => {
    setChosen(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={chosen ? `Merge ${chosen.name} into ${customer.name}?` : 'Merge with another customer'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {chosen ? (
        <>
          <p className={css.note}>
            All tickets and addresses of {describe(chosen)} go to {customer.name}. Answers on those tickets still go
            where they went before. It can be undone.
          </p>
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => setChosen(null)}>
              Choose another
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                onMerge(chosen);
                close();
              }}
            >
              Merge
            </Button>
          </Group>
        </>
      ) : (
        <Search customer={customer} onChoose={setChosen} />
      )}
    </Modal>
  );
}

function Search({ customer, onChoose }: { customer: { id: string }; onChoose: (other: CustomerBody) => void }) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), SEARCH_DELAY_MS);
  const found = useCustomerSearch(q);
  const others = found.data?.filter((it) => it.id !== customer.id && !it.mergedInto);
  return (
    <>
      <TextInput
        label="Name or address of the other record"
        leftSection={<IconSearch size={15} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <div role="status">
        {found.error && <p className={css.note}>{messageOf(found.error)}</p>}
        {others?.length === 0 && <p className={css.note}>Nobody else is found.</p>}
      </div>
      <ul className={css.found}>
        {others?.map((other) => (
          <li key={other.id}>
            <UnstyledButton className={css.other} onClick={() => onChoose(other)}>
              <Face name={other.name} size={28} />
              <span>
                <strong>{other.name}</strong>
                <small>{addressesOf(other)}</small>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

const addressesOf = ({ addresses }: CustomerBody): string =>
  addresses.map(({ value }) => readableAddress(value) ?? value).join(', ') || 'no address';

const describe = (other: CustomerBody): string => `${other.name} (${addressesOf(other)})`;
