import { NativeSelect } from '@mantine/core';
import type { Page, ProductBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { api, messageOf, withQuery } from '../../lib/api';
import { formatMoney } from '../../lib/format';
import { keys } from '../../lib/query-keys';

interface Props {
  connectionId: string;
  /** The title of the line: its other sizes and colours stand first. */
  title: string;
  value: string;
  onChange: (variantId: string) => void;
}

const MOST = 10;

/** What they get instead: a variant of the same product, or of one that is called alike. */
export function VariantPicker({ connectionId, title, value, onChange }: Props) {
  const products = useQuery({
    queryKey: keys.products(title),
    queryFn: async ({ signal }) =>
      (await api.get<Page<ProductBody>>(withQuery('/products', { q: title, limit: MOST }), signal)).data,
  });
  const groups = (products.data ?? [])
    .filter((product) => product.connectionId === connectionId)
    .map((product) => ({
      group: product.title,
      items: product.variants.map((variant) => ({
        value: variant.externalId,
        label: [variant.title ?? product.title, formatMoney(variant.price), variant.stock === 0 && 'sold out']
          .filter(Boolean)
          .join(' · '),
      })),
    }));
  return (
    <NativeSelect
      mt={6}
      size="xs"
      label="Instead"
      aria-label={`Instead of ${title}`}
      value={value}
      error={products.error && messageOf(products.error)}
      description={products.data && groups.length === 0 ? 'The shop has nothing that is called alike.' : null}
      data={[{ value: '', label: products.isPending ? 'Asking the shop…' : 'Choose…' }, ...groups]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
