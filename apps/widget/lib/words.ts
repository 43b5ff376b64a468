import { number } from './format';

/** A sentence per plural form of `Intl.PluralRules`; `{n}` is the figure. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function plural(forms: Plural, n: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(n);
  return fill(forms[form] ?? forms.other, { n: number(n, locale) });
}
