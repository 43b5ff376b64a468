import { ShopOrderEntity } from './order/shop-order.entity';

export { CommerceModule } from './commerce.module';
export { CommerceService } from './commerce.service';

export const commerceEntities = [ShopOrderEntity] as const;
