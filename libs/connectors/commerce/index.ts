import type { Connector } from '../port';
import { lightspeed } from './lightspeed/lightspeed.connector';
import { shopify } from './shopify/shopify.connector';
import { woocommerce } from './woocommerce/woocommerce.connector';

/** Every shop platform; adding one is its folder and one line here. */
export const commerceConnectors: readonly Connector<'commerce'>[] = [shopify, lightspeed, woocommerce];
