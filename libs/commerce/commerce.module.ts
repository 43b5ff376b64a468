import { Module } from '@nestjs/common';
import { ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { CommerceService } from './commerce.service';
import { ContextController } from './context/context.controller';
import { OrderController } from './order/order.controller';
import { ShopOrderQueries } from './order/shop-order.queries';
import { Shops } from './order/shops.service';
import { Carriers } from './shipment/carriers.service';

@Module({
  imports: [ConnectorsModule, CustomersModule],
  controllers: [OrderController, ContextController],
  providers: [CommerceService, Shops, ShopOrderQueries, Carriers],
  exports: [CommerceService],
})
export class CommerceModule {}
