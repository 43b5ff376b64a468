import { Module } from '@nestjs/common';
import { ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { CommerceService } from './commerce.service';
import { ContextController } from './context/context.controller';
import { ContextParts } from './context/context-parts';
import { ContextService } from './context/context.service';
import { PaymentPartReader } from './context/payment-part.service';
import { ProgrammePartsReader } from './context/programme-parts.service';
import { ShopPartReader } from './context/shop-part.service';
import { LoyaltyModule } from './loyalty/loyalty.module';
import { Mirror } from './mirror/mirror.service';
import { ShopCustomerQueries } from './mirror/shop-customer.queries';
import { OrderController } from './order/order.controller';
import { ShopOrderQueries } from './order/shop-order.queries';
import { Shops } from './order/shops.service';
import { ProductController } from './product/product.controller';
import { Products } from './product/products.service';
import { ShopProductQueries } from './product/shop-product.queries';
import { RefreshHandler } from './refresh/refresh.handler';
import { Carriers } from './shipment/carriers.service';
import { SyncWatch } from './sync/sync-watch.service';
import { SyncController } from './sync/sync.controller';
import { SyncQueries } from './sync/sync.queries';
import { SyncRunner } from './sync/sync.runner';
import { SyncService } from './sync/sync.service';

@Module({
  imports: [ConnectorsModule, CustomersModule, LoyaltyModule],
  controllers: [OrderController, ContextController, ProductController, SyncController],
  providers: [
    Carriers,
    CommerceService,
    ContextParts,
    ContextService,
    Mirror,
    PaymentPartReader,
    Products,
    ProgrammePartsReader,
    RefreshHandler,
    ShopCustomerQueries,
    ShopOrderQueries,
    ShopPartReader,
    ShopProductQueries,
    Shops,
    SyncQueries,
    SyncRunner,
    SyncService,
    SyncWatch,
  ],
  exports: [CommerceService, ContextParts],
})
export class CommerceModule {}
