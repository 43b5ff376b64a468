import { ShopCustomerEntity } from './mirror/shop-customer.entity';
import { ShopOrderEntity } from './order/shop-order.entity';
import { ShopProductEntity } from './product/shop-product.entity';
import { ShopSyncEntity } from './sync/shop-sync.entity';

export { CommerceModule } from './commerce.module';
export { CommerceService } from './commerce.service';
export { LoyaltyModule } from './loyalty/loyalty.module';
export { type FoundMembers, type KnownMember, Loyalty } from './loyalty/loyalty.service';
export { ContextParts } from './context/context-parts';

export const commerceEntities = [ShopOrderEntity, ShopCustomerEntity, ShopProductEntity, ShopSyncEntity] as const;
