/** Languages in which the house speaks to customers by itself. */
export const CUSTOMER_LANGUAGES = ['en', 'de', 'nl', 'fr', 'es'] as const;
export type CustomerLanguage = (typeof CUSTOMER_LANGUAGES)[number];

/** One thing said to a customer, in each language that it is there in. */
export type CustomerTexts = Partial<Record<CustomerLanguage, string>>;
