import { IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

/** How shops usually name the order in a payment's metadata. */
export const USUAL_ORDER_KEY = 'order_id';

/** A restricted key made in Stripe's dashboard under Developers > API keys. */
export class StripeCredentials {
  @Field({ label: 'Restricted key', type: 'secret', help: 'Begins with rk_live_ (or rk_test_ to try it out)' })
  @IsString()
  @Matches(/^(rk|sk)_(test|live)_[A-Za-z0-9]+$/, {
    message: 'must be a restricted or secret key (rk_… or sk_…), not a publishable one (pk_…)',
  })
  apiKey!: string;

  @Field({
    label: 'Signing secret',
    type: 'secret',
    required: false,
    help: 'Begins with whsec_. Leave it empty: Satchel registers itself and keeps the secret',
  })
  @IsOptional()
  @Matches(/^(whsec_\S+)?$/, { message: 'must begin with whsec_' })
  webhookSecret?: string;

  @Field({
    label: 'Connected account',
    type: 'text',
    required: false,
    help: 'Only for platforms: the account (acct_…) whose payments these are',
  })
  @IsOptional()
  @Matches(/^(acct_[A-Za-z0-9]+)?$/, { message: 'must begin with acct_' })
  account?: string;

  @Field({
    label: 'Name of the order number',
    type: 'text',
    required: false,
    help: 'Under which your shop writes it into the metadata of a payment; usually order_id',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{0,40}$/, { message: 'must be letters, digits, _ or -' })
  orderKey?: string;
}
