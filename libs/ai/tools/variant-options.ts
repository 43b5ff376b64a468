/** "material: oak, color: red" as a shop writes a variant; else its parts, by place: shops name the options, orders do not. */
export function optionsOf(title: string): Record<string, string> {
  const pairs = title.split(/,\s+(?=[^,:]{1,40}:\s)/).map((part) => part.split(/:\s+/));
  if (pairs.every(({ length }) => length === 2))
    return Object.fromEntries(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()]));
  const parts = title.split(/\s+\/\s+/).filter(Boolean);
  return Object.fromEntries(parts.map((part, index) => [`option ${index + 1}`, part]));
}
