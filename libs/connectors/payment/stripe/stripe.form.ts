export type FormValue = string | number | boolean | null | undefined | readonly FormValue[] | FormFields;
export interface FormFields {
  readonly [name: string]: FormValue;
}

/** Stripe's form encoding: `metadata[ticket]=42`, `expand[0]=latest_charge`; what is null or absent stays out. */
export function formOf(fields: FormFields): string {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => pairs(name, value))).toString();
}

function pairs(name: string, value: FormValue): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return (value as readonly FormValue[]).flatMap((one, place) => pairs(`${name}[${place}]`, one));
  if (typeof value === 'object') {
    return Object.entries(value as FormFields).flatMap(([inner, one]) => pairs(`${name}[${inner}]`, one));
  }
  return [[name, String(value)]];
}
