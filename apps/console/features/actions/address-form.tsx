import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { OrderBody, PostalAddressBody } from '@satchel/contracts';
import { type ReactNode, useState } from 'react';
import { addressArgs, addressIn } from './address-args';
import type { ActionArgs } from './subject';

interface Props {
  order: OrderBody;
  given?: ActionArgs;
  children: (args: ActionArgs | null) => ReactNode;
}

const EMPTY: PostalAddressBody = { name: '', lines: [], city: '', postcode: '', country: '' };

/** The whole new address, begun with the one that stands. */
export function AddressForm({ order, given = {}, children }: Props) {
  const [address, setAddress] = useState({ ...(order.shippingAddress ?? EMPTY), ...addressIn(given) });
  const set = (change: Partial<PostalAddressBody>): void => setAddress((known) => ({ ...known, ...change }));
  const field = (name: 'name' | 'city' | 'postcode' | 'country', label: string) => (
    <TextInput
      label={label}
      value={address[name]}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const line = (index: number, label: string) => (
    <TextInput
      label={label}
      value={address.lines[index] ?? ''}
      autoComplete="off"
      onChange={(event) => {
        const lines = [address.lines[0] ?? '', address.lines[1] ?? '', ...address.lines.slice(2)];
        lines[index] = event.currentTarget.value;
        set({ lines });
      }}
    />
  );
  return (
    <Stack gap="sm">
      {field('name', 'Name')}
      {line(0, 'Street and number')}
      {line(1, 'More of the address')}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {field('postcode', 'Postcode')}
        {field('city', 'City')}
      </SimpleGrid>
      <TextInput
        label="Country"
        description="Two letters, such as DE."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={address.country}
        maxLength={2}
        autoComplete="off"
        onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
      />
      {children(addressArgs(order, address))}
    </Stack>
  );
}
