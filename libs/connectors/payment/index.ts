import type { Connector } from '../port';
import { paypal } from './paypal/paypal.connector';
import { stripe } from './stripe/stripe.connector';

/** Every payment service; adding one is its folder and one line here. */
export const paymentConnectors: readonly Connector<'payment'>[] = [stripe, paypal];
