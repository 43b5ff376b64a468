/**
 * A value for Shopify's search syntax, quoted and escaped, so that what a customer typed stays a value:
 * unquoted, its `OR` and `field:` would be obeyed. https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchTerm(field: string, value: string): string {
  return `${field}:"${value.replace(/[\\":]/g, '\\$&')}"`;
}
