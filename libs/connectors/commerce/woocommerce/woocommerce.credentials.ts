import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { Field } from '../../port';

/** People paste whatever page of their shop they look at; the site's own address is what stands before WordPress. */
export const siteAddress = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?!https?:\/\/)/i, 'https://')
    .replace(/[?#].*$/, '')
    .replace(/\/(wp-admin|wp-json|wp-login\.php)(\/.*)?$/, '')
    .replace(/\/+$/, '');

/** Who pays back: the payment service through the shop, or somebody else and the shop only writes it down. */
export const REFUND_WAYS = ['gateway', 'record'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

export class WoocommerceCredentials {
  @Field({ label: 'Shop address', type: 'url', help: 'Where customers see the shop: https://www.your-shop.com' })
  @Transform(({ value }) => (typeof value === 'string' ? siteAddress(value) : (value as unknown)))
  // Over plain HTTP WooCommerce takes no key by Basic authentication.
  @Matches(/^https:\/\/[a-z0-9.-]+\.[a-z0-9-]+(:\d{1,5})?(\/[\w.~/-]*)?$/i, {
    message: 'must be an address like https://www.your-shop.com',
  })
  shopUrl!: string;

  @Field({ label: 'Consumer key', type: 'text', help: 'WooCommerce > Settings > Advanced > REST API; begins with ck_' })
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)))
  @Matches(/^ck_\w+$/, { message: 'must begin with ck_' })
  consumerKey!: string;

  @Field({ label: 'Consumer secret', type: 'secret', help: 'Shown once, beside the key; begins with cs_' })
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)))
  @Matches(/^cs_[\w-]+$/, { message: 'must begin with cs_' })
  consumerSecret!: string;

  @Field({
    label: 'Send the key in the address',
    type: 'boolean',
    required: false,
    help: 'For web servers that drop the Authorization header; the key may then stand in their logs',
  })
  @IsOptional()
  @IsBoolean()
  keyInAddress?: boolean;

  @Field({
    label: 'Refunds',
    type: 'choice',
    required: false,
    options: [
      { value: 'gateway', label: "Pay back through the shop's payment service" },
      { value: 'record', label: 'Only write down in the shop; the money moves elsewhere' },
    ],
    help: 'Choose the second when a payment service is connected here as well',
  })
  @IsOptional()
  @IsIn(REFUND_WAYS)
  refunds?: RefundWay;
}
