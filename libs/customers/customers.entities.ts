import { CustomerAddressEntity } from './address/customer-address.entity';
import { CustomerEntity } from './customer/customer.entity';

export const customersEntities = [CustomerEntity, CustomerAddressEntity];
