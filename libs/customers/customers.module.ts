import { Module } from '@nestjs/common';
import { CustomerController } from './customer/customer.controller';
import { CustomerService } from './customer/customer.service';

@Module({ controllers: [CustomerController], providers: [CustomerService], exports: [CustomerService] })
export class CustomersModule {}
