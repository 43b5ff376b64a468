import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

/** An app made at developer.ups.com with the Tracking product. */
export class UpsCredentials {
  @Field({ label: 'Client ID', type: 'text', help: 'Of your app at developer.ups.com, with the product "Tracking"' })
  @IsString()
  @IsNotEmpty()
  clientId!: string;

  @Field({ label: 'Client secret', type: 'secret' })
  @IsString()
  @IsNotEmpty()
  clientSecret!: string;

  @Field({ label: 'UPS account number', type: 'text', required: false, help: 'Six characters; only some apps need it' })
  @IsOptional()
  @Matches(/^([A-Za-z0-9]{6})?$/, { message: 'must be six letters or digits' })
  merchantId?: string;

  @Field({
    label: 'Webhook credential',
    type: 'secret',
    required: false,
    help: 'What you entered under "Manage Webhook Credentials" at developer.ups.com, for UPS Track Alert',
  })
  @IsOptional()
  @Matches(/^([\x21-\x7e]{16,})?$/, { message: 'must be one word of 16 characters or more' })
  webhookCredential?: string;
}
