import type { Cents } from '../seed/world.types';

export type Fields = Record<string, unknown>;

export const API_KEY = 'sandbox-key';
export const API_SECRET = 'sandbox-secret';
export const SHOP_ID = '250001';
export const PREFIX = '/lightspeed';

/** 2019-08-21T17:15:00+00:00 */
export const iso = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, '+00:00');
export const euros = (cents: Cents): number => cents / 100;
export const withoutTax = (cents: Cents, rate: number): number => Math.round(cents / (1 + rate / 100)) / 100;

/** A refusal as Lightspeed words it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What a record points to: `id: false` is a list behind a link. */
export class Links {
  constructor(private readonly root: string) {}

  one(path: string, id: number | string, embedded?: unknown): Fields {
    return this.link(Number(id), `${path}/${id}`, `${path}/${id}.json`, embedded);
  }

  /** `orders/1/products`, or `invoices?order=1`. */
  many(url: string, embedded?: unknown): Fields {
    const [path, query] = url.split('?');
    return this.link(false, url, `${path}.json${query ? `?${query}` : ''}`, embedded);
  }

  private link(id: number | false, url: string, file: string, embedded: unknown): Fields {
    return { resource: { id, url, link: `${this.root}/${file}`, ...(embedded === undefined ? {} : { embedded }) } };
  }
}

const languages: Record<string, [id: number, locale: string, title: string]> = {
  nl: [1, 'nl_NL', 'Nederlands'],
  de: [2, 'de_DE', 'Deutsch'],
  en: [3, 'en_GB', 'English'],
  fr: [4, 'fr_FR', 'Français'],
};
export const languageCodes = Object.keys(languages);

export function language(code: string): Fields | false {
  const known = languages[code];
  return known ? { id: known[0], code, locale: known[1], title: known[2] } : false;
}

const codes3: Record<string, string> = { DE: 'deu', IT: 'ita', FR: 'fra', IE: 'irl', NL: 'nld', GB: 'gbr' };

export function country(code: string, title: string): Fields {
  const id = code.charCodeAt(0) * 26 + code.charCodeAt(1);
  return { id, code: code.toLowerCase(), code3: codes3[code] ?? `${code.toLowerCase()}x`, title };
}
