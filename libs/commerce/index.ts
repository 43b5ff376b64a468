import { ShopOrderEntity } from './order/shop-order.entity';

export { CommerceModule } from './commerce.module';
export { CommerceService } from './commerce.service';
export { LoyaltyModule } from './loyalty/loyalty.module';
export { type FoundMembers, type KnownMember, Loyalty } from './loyalty/loyalty.service';

export const commerceEntities = [ShopOrderEntity] as const;
