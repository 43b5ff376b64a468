export type { Address } from './address/address';
export { CustomerAddressEntity } from './address/customer-address.entity';
export { CustomerEntity } from './customer/customer.entity';
export { CustomerService } from './customer/customer.service';
export type { CustomerInput, FoundCustomer } from './customer/customer.service';
export { customersEntities } from './customers.entities';
export type { VerifiedHow } from './address/verified';
export { CustomersModule } from './customers.module';
export { MergeService } from './merge/merge.service';
