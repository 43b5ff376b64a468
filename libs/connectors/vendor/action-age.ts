const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab]/i;

/** When the action was made that a key names: our ids begin with their time. Null for a key that does not tell. */
export function madeAt(key: string): Date | null {
  const [, high, low] = UUID_V7.exec(key) ?? [];
  return high && low ? new Date(parseInt(high + low, 16)) : null;
}
