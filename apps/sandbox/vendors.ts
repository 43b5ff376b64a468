import type { SandboxVendor } from './control/sandbox-vendor';
import { lightspeed } from './lightspeed/lightspeed.vendor';
import { recharge } from './recharge/recharge.routes';
import { retail } from './retail/retail.vendor';
import { shipbob } from './shipbob/shipbob.routes';
import { Credits } from './custom/credits';
import { custom } from './custom/custom.routes';
import { mcpTools } from './custom/mcp.routes';
import { dhl } from './dhl/dhl.routes';
import { fedex } from './fedex/fedex.routes';
import { paypal } from './paypal/paypal.routes';
import { shipengine } from './shipengine/shipengine.routes';
import { shopify } from './shopify/shopify.routes';
import { smile } from './smile/smile.routes';
import { stripe } from './stripe/stripe.routes';
import { ups } from './ups/ups.routes';
import { usps } from './usps/usps.routes';
import { woocommerce } from './woocommerce/woocommerce.vendor';

/** Every vendor of shop, parcels, money and club; one more is its own folder and one line here. */
export function makeVendors(now: () => Date, retailFolder?: string) {
  const shop = shopify(now);
  const credits = new Credits();
  // prettier-ignore
  const vendors: SandboxVendor[] = [
    shop,
    lightspeed(),
    smile(),
    recharge(),
    shipbob(),
    ups(now),
    fedex(now),
    usps(now),
    dhl(),
    shipengine(now),
    stripe(now),
    paypal(now),
    woocommerce(),
    custom(credits),
    ...mcpTools(credits),
    retail(retailFolder),
  ];
  return { vendors, bucket: shop.bucket };
}
