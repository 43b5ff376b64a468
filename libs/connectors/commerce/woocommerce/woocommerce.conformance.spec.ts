import { commerceConformance } from '../commerce.conformance';
import { woocommerceTwin } from './conformance-twin';

commerceConformance('WooCommerce', () => woocommerceTwin());
commerceConformance('WooCommerce with its key in the address', async () => {
  const twin = await woocommerceTwin({ keyInAddress: true });
  await twin.settings({ dropsAuthorization: true });
  return { ...twin, wrong: { ...twin.wrong, keyInAddress: true } };
});
