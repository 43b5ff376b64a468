import { SHOP } from '../seed/world';
import type { ShopState } from './state';
import type { Windows } from './windows';
import { API_KEY, country, iso, language, languageCodes, SHOP_ID, type Fields, type Links } from './wire';

export function shopView(state: ShopState, links: Links): Fields {
  return {
    id: SHOP_ID,
    createdAt: iso(state.startedAt),
    status: 'active',
    isB2b: false,
    isRetail: true,
    subDomain: 'fernhill',
    mainDomain: 'www.fernhill.example',
    email: SHOP.email,
    phone: '+31 77 555 0100',
    fax: '',
    street: 'Noorderkade 8',
    street2: '',
    zipcode: '5928 RG',
    city: 'Venlo',
    region: '',
    country: country('NL', 'Netherlands'),
    vatNumber: 'NL000000000B01',
    cocNumber: '',
    industry: '',
    currency: { shortcode: SHOP.currency, symbol: '€', title: 'Euro', isDefault: true, currencyRate: '1.000000' },
    company: links.many('shop/company'),
    limits: links.many('shop/limits'),
    javascript: links.many('shop/javascript'),
    website: links.many('shop/website'),
    scripts: links.many('shop/scripts'),
    metafields: links.many('shop/metafields'),
  };
}

export function companyView(): Fields {
  return {
    name: SHOP.name,
    owner: null,
    cocNumber: '',
    cocLocation: null,
    vatNumber: 'NL000000000B01',
    nationalId: '',
    phone: '+31 77 555 0100',
    email: SHOP.email,
    fax: '',
    street: 'Noorderkade 8',
    street2: '',
    zipcode: '5928 RG',
    city: 'Venlo',
    region: '',
    country: country('NL', 'Netherlands'),
    bankName: '',
    bankAccountHolder: '',
    bankAccountNumber: '',
    bankLocation: '',
    bankCode: '',
    bankIban: '',
    bankSwift: '',
  };
}

const most = {
  maxAttributes: 200,
  maxBrands: 1000,
  maxCategories: 2000,
  maxCurrencies: 10,
  maxDeliverydates: 50,
  maxDomainNames: 10,
  maxDomainForwards: 10,
  maxEmailAccounts: 10,
  maxEmailForwards: 10,
  maxFiles: 250,
  maxFilesSize: 50,
  maxFilters: 5,
  maxFiltersValues: 15,
  maxGroups: 50,
  maxGroupsCustomers: 1000,
  maxLanguages: 10,
  maxProducts: 10_000,
  maxProductsCategories: 25,
  maxProductsFiltersValues: 15,
  maxProductsImages: 10,
  maxProductsRelations: 5,
  maxProductsTags: 25,
  maxProductsVariants: 50,
  maxRedirects: 500,
  maxReviews: 100,
  maxSuppliers: 10,
  maxUserAccounts: 0,
  maxTags: 1000,
  maxTaxes: 10,
  maxTextpages: 20,
  maxTypes: 50,
  maxTypesAttributes: 100,
};

export const limitsView = ({ settings }: ShopState): Fields => ({
  ...most,
  maxWebhooks: settings.maxWebhooks,
  hasB2b: false,
  hasCopyright: true,
  hasFilters: true,
  hasMultishop: false,
  hasTemplateEditor: true,
  hasTranslations: true,
});

export const accountView = (links: Links): Fields => ({
  id: 19_609,
  appId: false,
  apiKey: API_KEY,
  signout: links.many('account/signout'),
  permissions: links.many('account/permissions'),
  ratelimit: links.many('account/ratelimit'),
  metafields: links.many('account/metafields'),
});

export function ratelimitView(windows: Windows, { settings }: ShopState): Fields {
  const names = ['limit5Min', 'limitHour', 'limitDay'];
  const told = windows.told(settings.limits).map((one) => ({ ...one, resetTime: iso(one.resetTime) }));
  return Object.fromEntries(names.map((name, at) => [name, told[at]]));
}

export const languageViews = ({ settings }: ShopState): Fields[] =>
  languageCodes.map((code) => ({
    ...(language(code) as Fields),
    isActive: settings.languages.includes(code),
    isDefault: code === settings.languages[0],
  }));
