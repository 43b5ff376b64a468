import type { Cents, Picture, Product } from './world.types';

type Row = [
  title: string,
  kind: string,
  sku: string,
  price: Cents,
  picture: Picture,
  colour: string,
  variants: string[],
  description: string,
];

const SIZES = ['S', 'M', 'L', 'XL'];
const SHOES = ['38', '40', '42', '44'];

const rows: Row[] = [
  [
    'Skarn 3L Rain Jacket',
    'Jackets',
    'FH-JKT-SKARN',
    24900,
    'jacket',
    '#2f6f5e',
    SIZES,
    'Three layers, taped seams, 20,000 mm water column.',
  ],
  [
    'Lumen Down Jacket',
    'Jackets',
    'FH-JKT-LUMEN',
    18950,
    'jacket',
    '#c2693d',
    SIZES,
    '750-fill responsible down, packs into its own pocket.',
  ],
  [
    'Heather Fleece Jacket',
    'Jackets',
    'FH-JKT-HEATH',
    8990,
    'jacket',
    '#7b5ea7',
    SIZES,
    'Warm recycled fleece for cold huts and colder mornings.',
  ],
  ['Tarn 2 Tent', 'Tents', 'FH-TNT-TARN2', 34900, 'tent', '#3d7ea6', ['2 person'], 'Free-standing, two doors, 1.9 kg.'],
  [
    'Fell 3 Family Tent',
    'Tents',
    'FH-TNT-FELL3',
    52900,
    'tent',
    '#b5892e',
    ['3 person'],
    'Room for three and the dog; stands in a gale.',
  ],
  [
    'Cairn Mid Boots',
    'Boots',
    'FH-BOT-CAIRN',
    17990,
    'boots',
    '#6b4a35',
    SHOES,
    'Waterproof mid boots with a grippy sole.',
  ],
  ['Ridge Trail Shoes', 'Boots', 'FH-BOT-RIDGE', 12995, 'shoes', '#3f5f86', SHOES, 'Light shoes for fast paths.'],
  [
    'Moor 45 Backpack',
    'Packs',
    'FH-PCK-MOOR45',
    15900,
    'pack',
    '#4b6b3c',
    ['45 l'],
    'A weekend on your back, with rain cover.',
  ],
  [
    'Burn 22 Day Pack',
    'Packs',
    'FH-PCK-BURN22',
    7950,
    'pack',
    '#a4453a',
    ['22 l'],
    'Day pack with a hydration sleeve.',
  ],
  [
    'Drift 5 Sleeping Bag',
    'Sleeping',
    'FH-SLP-DRIFT5',
    19900,
    'bag',
    '#40557f',
    ['Regular', 'Long'],
    'Comfort limit -5 °C, two-way zip.',
  ],
  [
    'Ember Gas Stove',
    'Kitchen',
    'FH-KIT-EMBER',
    5490,
    'stove',
    '#b2552d',
    ['One size'],
    'Boils half a litre in under three minutes.',
  ],
  [
    'Glow Headlamp 400',
    'Light',
    'FH-LGT-GLOW4',
    4495,
    'lamp',
    '#c9a227',
    ['One size'],
    '400 lumens, rechargeable, red light.',
  ],
  [
    'Merino Hiking Socks',
    'Clothing',
    'FH-CLO-SOCKS',
    1990,
    'socks',
    '#64748b',
    ['36-39', '40-43', '44-47'],
    'Merino blend that does not itch.',
  ],
  [
    'Brae Hiking Trousers',
    'Clothing',
    'FH-CLO-BRAE',
    9490,
    'trousers',
    '#5b6350',
    SIZES,
    'Stretch, quick to dry, zip-off legs.',
  ],
  [
    'Spring Steel Bottle',
    'Kitchen',
    'FH-KIT-SPRNG',
    2450,
    'bottle',
    '#2c7a7b',
    ['0.75 l'],
    'Keeps tea hot until the summit.',
  ],
];

export const products: Product[] = rows.map(
  ([title, kind, sku, price, picture, colour, variants, description], index) => ({
    id: 8_102_000_000_001 + index * 37,
    variantId: 44_510_000_000_001 + index * 211,
    title,
    handle: title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    kind,
    variants,
    sku,
    price,
    picture,
    colour,
    description,
  }),
);

export function productBySku(sku: string): Product {
  const found = products.find((product) => product.sku === sku);
  if (!found) throw new Error(`no product ${sku}`);
  return found;
}
