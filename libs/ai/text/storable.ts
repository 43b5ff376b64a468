/** NUL, and half of a pair that stands for one character: no database keeps them in a text, and no customer reads them. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The same value with every string within such that it can be stored. Broken models write anything. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '') as T;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), storable(item as unknown)]),
  ) as T;
}
