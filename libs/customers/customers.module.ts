import { Module } from '@nestjs/common';
import { CustomerController } from './customer/customer.controller';
import { CustomerService } from './customer/customer.service';
import { MergeController } from './merge/merge.controller';
import { MergeService } from './merge/merge.service';

@Module({
  controllers: [CustomerController, MergeController],
  providers: [CustomerService, MergeService],
  exports: [CustomerService, MergeService],
})
export class CustomersModule {}
