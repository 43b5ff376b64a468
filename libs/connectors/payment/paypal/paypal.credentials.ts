import { IsIn, IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

/** An app made at developer.paypal.com under Apps & Credentials. */
export class PaypalCredentials {
  @Field({ label: 'Client ID', type: 'text', help: 'Of your app at developer.paypal.com' })
  @IsString()
  @IsNotEmpty()
  clientId!: string;

  @Field({ label: 'Secret key', type: 'secret' })
  @IsString()
  @IsNotEmpty()
  clientSecret!: string;

  @Field({
    label: 'Mode',
    type: 'choice',
    options: [
      { value: 'live', label: 'Live' },
      { value: 'sandbox', label: 'Sandbox (no real money)' },
    ],
  })
  @IsIn(['live', 'sandbox'])
  mode!: 'live' | 'sandbox';

  @Field({
    label: 'Webhook ID',
    type: 'text',
    required: false,
    help: 'Leave it empty: Satchel registers itself and keeps it',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9]{0,50}$/, { message: 'must be letters and digits' })
  webhookId?: string;
}
