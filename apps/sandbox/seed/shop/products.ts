import { DAY } from '../clock';
import { Random } from '../random';
import type { Store } from '../store';
import type { Product, Variant } from '../world.types';
import { firstProducts } from './first-products';
import { consumables, moreProducts, type MoreRow } from './more-products';

interface Kind {
  sku: string;
  title: string;
  options: Variant['options'];
}

const shades: Record<string, string> = {
  Moss: '#5f7048',
  Slate: '#4d5b6b',
  Rust: '#a9532f',
  Navy: '#2c3e63',
  Oat: '#cdbb98',
  Forest: '#2f5a3c',
  Black: '#2b2b2b',
  Sand: '#c2a878',
  Sky: '#5b93c4',
  Ember: '#c0532b',
  Teal: '#2c7a7b',
  Yellow: '#d1a52a',
  Heather: '#7b5ea7',
  Brown: '#6b4a35',
};

/** "M / Moss" of sizes and colours; just the one kind when there are neither. */
function kindsOf(sku: string, sizes: string[], colours: string[]): Kind[] {
  if (sizes.length + colours.length === 0) return [{ sku, title: 'Default Title', options: [] }];
  const short = (text: string) => text.replace(/\W+/g, '').toUpperCase();
  return (sizes.length > 0 ? sizes : ['']).flatMap((size) =>
    (colours.length > 0 ? colours : ['']).map((colour) => ({
      sku: [sku, short(size), short(colour).slice(0, 5)].filter(Boolean).join('-'),
      title: [size, colour].filter(Boolean).join(' / '),
      options: [
        ...(size ? [{ name: 'Size', value: size }] : []),
        ...(colour ? [{ name: 'Colour', value: colour }] : []),
      ],
    })),
  );
}

/** An EAN-13 of the range that shops may use among themselves. */
function barcode(serial: number): string {
  const body = `29${String(7_000_000_000 + serial * 7)}`;
  const sum = [...body].reduce((before, digit, place) => before + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Puts the whole catalogue into the store; stock and ages are drawn from the seed. */
export function seedProducts(store: Store, now: Date): void {
  const random = new Random(7_411);
  let serial = 0;

  const add = (
    fields: Omit<Product, 'id' | 'serial' | 'variantId' | 'handle' | 'variants' | 'createdAt' | 'updatedAt'>,
    kinds: Kind[],
  ) => {
    const index = store.products.length;
    const id = 8_102_000_000_001 + index * 37;
    const variantId = 44_510_000_000_001 + index * 211;
    const createdAt = new Date(now.getTime() - random.between(380, 900) * DAY);
    const updatedAt = new Date(now.getTime() - random.between(2, 300) * DAY);
    const weightGrams = random.between(4, 120) * 20;
    const variants = kinds.map((kind, place): Variant => {
      serial += 1;
      const stock = random.next() < 0.08 ? 0 : random.between(2, 90);
      return {
        ...kind,
        id: variantId + place,
        serial,
        productId: id,
        price: fields.price,
        stock,
        barcode: barcode(serial),
        weightGrams,
        updatedAt,
      };
    });
    const handle = fields.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    store.addProduct({ ...fields, id, serial: index + 1, variantId, handle, variants, createdAt, updatedAt });
  };

  for (const [title, kind, sku, price, picture, colour, sizes, description] of firstProducts) {
    const kinds = kindsOf(sku, sizes, []);
    // A single kind has always been told by its product's sku.
    const own = kinds.length > 1 ? kinds : kinds.map((one) => ({ ...one, sku }));
    add({ title, kind, sku, price, picture, colour, description, subscribable: false }, own);
  }
  const addMore = ([title, kind, sku, price, picture, sizes, colours, description]: MoreRow, subscribable: boolean) => {
    const split = (text: string) => text.split(',').filter(Boolean);
    const colour = shades[split(colours)[0] ?? ''] ?? random.pick(Object.values(shades));
    add(
      { title, kind, sku, price, picture, colour, description, subscribable },
      kindsOf(sku, split(sizes), split(colours)),
    );
  };
  for (const row of moreProducts) addMore(row, false);
  for (const row of consumables) addMore(row, true);
}
