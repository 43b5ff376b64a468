/**
 * A value for Shopify's search syntax, quoted and escaped, so that what a customer typed stays a value:
 * unquoted, its `OR` and `field:` would be obeyed. https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchTerm(field: string, value: string): string {
  return `${field}:"${value.replace(/[\\":]/g, '\\$&')}"`;
}

const MOST_WORDS = 12;

/** What a person typed as plain words, all of them wanted: no operator, field, wildcard or quote of Shopify's is left. */
export function searchWords(text: string): string {
  const words = text.slice(0, 500).match(/[\p{L}\p{N}]+/gu) ?? [];
  // Small letters are never an operator.
  return words
    .slice(0, MOST_WORDS)
    .map((word) => word.toLowerCase())
    .join(' ');
}
