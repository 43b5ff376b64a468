export const STRIPE_KEY = 'rk_test_sandbox';

export interface StripeSettings {
  /** What the key may: `charge_read`, `charge_write`, `payment_intent_read`, `webhook_read`, `webhook_write`, `account_read`; null: everything. */
  permissions: string[] | null;
  /** Payment intents whose payer disputes them. */
  disputed: string[];
  /** What the shop writes before an order's number into its payments: `ORD0` for one that counts from ORD01001. */
  orderPrefix: string;
}

export const usualSettings = (): StripeSettings => ({ permissions: null, disputed: [], orderPrefix: '' });
