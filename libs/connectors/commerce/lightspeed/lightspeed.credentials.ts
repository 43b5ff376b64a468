import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Field } from '../../port';

export const CLUSTERS = {
  eu1: { label: 'eu1: Europe', api: 'https://api.webshopapp.com', shop: 'webshopapp.com' },
  us1: { label: 'us1: North America', api: 'https://api.shoplightspeed.com', shop: 'shoplightspeed.com' },
} as const;
export type Cluster = keyof typeof CLUSTERS;

/** How returns are written: by the API where the shop's takes them, else as a note of ours on the order. */
export const RETURN_WAYS = ['api', 'note'] as const;
export type ReturnWay = (typeof RETURN_WAYS)[number];

export class LightspeedCredentials {
  @Field({ label: 'API key', type: 'text', help: 'Settings > Developers > API keys in the back office' })
  @IsString()
  @IsNotEmpty()
  apiKey!: string;

  @Field({ label: 'API secret', type: 'secret', help: 'Shown beside the key' })
  @IsString()
  @IsNotEmpty()
  apiSecret!: string;

  @Field({
    label: 'Cluster',
    type: 'choice',
    options: Object.entries(CLUSTERS).map(([value, { label }]) => ({ value, label })),
    help: 'Where the shop lives: a back office at webshopapp.com is eu1, at shoplightspeed.com is us1',
  })
  @IsIn(Object.keys(CLUSTERS), { message: 'must be eu1 or us1' })
  cluster!: Cluster;

  @Field({ label: 'Language', type: 'text', help: 'Two letters of a language that is active in the shop: nl, en, us' })
  @Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : (value as unknown)))
  @Matches(/^[a-z]{2}$/, { message: 'must be two letters, like nl' })
  language!: string;

  @Field({
    label: 'Returns',
    type: 'choice',
    required: false,
    options: [
      { value: 'api', label: "In the shop's own list of returns" },
      { value: 'note', label: 'As a note on the order' },
    ],
    help: 'Leave it empty: the first check finds out what the shop takes',
  })
  @IsOptional()
  @IsIn(RETURN_WAYS)
  returns?: ReturnWay;

  @Field({
    label: 'Custom status for requested returns',
    type: 'text',
    required: false,
    help: 'Title of a custom order status that such an order gets when returns are notes, like "Return requested"',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  returnStatus?: string;
}
