export const OWN_NAME = 'Alex Sample';
export const OWN_EMAIL = 'alex@example.com';

const TOKEN = /\[\[(email|phone|address|postcode|name)-(\d{1,3})\]\]/g;

/** Names of personal data as words that read like it, so that a saved conversation is understood as the real one was. */
export function withStandIns(hidden: string, own: string | null): string {
  return hidden.replace(TOKEN, (token, kind: string, number: string) => {
    if (token === own) return OWN_EMAIL;
    switch (kind) {
      case 'email':
        return `person${number}@example.com`;
      case 'phone':
        return `+49 30 555 ${number.padStart(4, '0')}`;
      case 'address':
        return `${number} Sample Street`;
      case 'postcode':
        return '10001';
      default:
        return 'Alex';
    }
  });
}
