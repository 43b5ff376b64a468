import type { Customer } from '../seed/world.types';
import type { ShopState } from './state';
import { country, iso, language, type Fields, type Links } from './wire';

export function customerView(state: ShopState, customer: Customer, links: Links): Fields {
  const id = state.customerId(customer);
  const { address } = customer;
  const place = (kind: string): Fields => ({
    [`address${kind}Name`]: `${address.firstName} ${address.lastName}`,
    [`address${kind}Street`]: address.address1,
    [`address${kind}Street2`]: address.address2 ?? '',
    [`address${kind}Number`]: '',
    [`address${kind}Extension`]: '',
    [`address${kind}Zipcode`]: address.zip,
    [`address${kind}City`]: address.city,
    [`address${kind}Region`]: address.province ?? '',
    [`address${kind}Country`]: country(address.countryCode, address.country),
  });
  return {
    id,
    createdAt: iso(customer.createdAt),
    updatedAt: iso(customer.updatedAt),
    isConfirmed: true,
    type: 'registered',
    lastOnlineAt: null,
    remoteIp: false,
    userAgent: false,
    referralId: false,
    gender: false,
    birthDate: false,
    nationalId: '',
    email: customer.email,
    firstname: customer.firstName,
    middlename: '',
    lastname: customer.lastName,
    phone: customer.phone ?? '',
    mobile: '',
    isCompany: false,
    companyName: '',
    companyCoCNumber: '',
    companyVatNumber: '',
    ...place('Billing'),
    addressShippingCompany: false,
    ...place('Shipping'),
    memo: '',
    doNotifyRegistered: false,
    doNotifyConfirmed: false,
    doNotifyPassword: false,
    groups: links.many(`groups/customers?customer=${id}`),
    invoices: links.many(`invoices?customer=${id}`),
    language: language(customer.locale.slice(0, 2)),
    orders: links.many(`orders?customer=${id}`),
    reviews: links.many(`reviews?customer=${id}`),
    shipments: links.many(`shipments?customer=${id}`),
    tickets: links.many(`tickets?customer=${id}`),
    metafields: links.many(`customers/${id}/metafields`),
    login: links.many(`customers/${id}/login`),
  };
}
