import { shippedQuantity } from '../seed/world';
import type { Line, ShopOrder } from '../seed/world.types';
import { productView, variantView } from './product.view';
import { gid, moneyBag } from './views';

export function lineView(order: ShopOrder, line: Line) {
  const { product } = line;
  const variantTitle = product.variants.length > 1 ? line.variant.title : null;
  return {
    __typename: 'LineItem',
    id: gid('LineItem', line.id),
    title: product.title,
    name: variantTitle ? `${product.title} - ${variantTitle}` : product.title,
    variantTitle,
    sku: line.variant.sku,
    vendor: 'Fernhill Outfitters',
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    nonFulfillableQuantity: 0,
    unfulfilledQuantity: order.cancelledAt ? 0 : line.quantity - shippedQuantity(order, line),
    requiresShipping: true,
    isGiftCard: false,
    customAttributes: [],
    originalUnitPriceSet: moneyBag(line.price),
    discountedUnitPriceSet: moneyBag(line.price),
    originalTotalSet: moneyBag(line.price * line.quantity),
    discountedTotalSet: moneyBag(line.price * line.quantity),
    image: null,
    product: productView(product),
    variant: variantView(product, line.variant),
  };
}
