import { Transform } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, Matches, ValidateIf } from 'class-validator';
import { Field } from '../../port';

/** People paste the address of their admin page; only the host is ours to keep. */
export const shopHost = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');

/**
 * Either the token of a custom app made before 2026 (works for ever), or the client id and secret of an app
 * from Shopify's Dev Dashboard (client credentials grant, a token for 24 hours).
 */
export class ShopifyCredentials {
  @Field({ label: 'Shop domain', type: 'text', help: 'The permanent one: your-shop.myshopify.com' })
  @Transform(({ value }) => (typeof value === 'string' ? shopHost(value) : (value as unknown)))
  @Matches(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, { message: 'must be a domain like your-shop.myshopify.com' })
  shopDomain!: string;

  @Field({
    label: 'Admin API access token',
    type: 'secret',
    required: false,
    help: 'Or a client id and secret instead',
  })
  @ValidateIf((given: ShopifyCredentials) => !given.clientId && !given.clientSecret)
  @IsString()
  @IsNotEmpty({ message: 'is needed when there is no client id and secret' })
  accessToken?: string;

  @Field({ label: 'Client ID', type: 'text', required: false, help: 'From your app in the Dev Dashboard' })
  @ValidateIf((given: ShopifyCredentials) => !given.accessToken || Boolean(given.clientSecret))
  @IsString()
  @IsNotEmpty({ message: 'is needed when there is no access token' })
  clientId?: string;

  @Field({ label: 'Client secret', type: 'secret', required: false })
  @ValidateIf((given: ShopifyCredentials) => !given.accessToken || Boolean(given.clientId))
  @IsString()
  @IsNotEmpty({ message: 'is needed when there is no access token' })
  clientSecret?: string;

  @Field({
    label: 'Webhook secret',
    type: 'secret',
    required: false,
    help: "With an access token: the app's client secret (API secret key), by which we know Shopify's webhooks",
  })
  @IsOptional()
  @IsString()
  webhookSecret?: string;
}
